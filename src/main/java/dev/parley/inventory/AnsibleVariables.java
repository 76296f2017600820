package dev.parley.inventory;

import dev.parley.intent.Problem;
import dev.parley.intent.YamlNode;
import dev.parley.inventory.AnsibleGroups.Place;
import dev.parley.inventory.AnsibleGroups.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads Ansible's variables: those that a YAML file holds, and the folders {@code group_vars/} and
 * {@code host_vars/} beside an inventory. What only concerns playbooks is passed over.
 */
final class AnsibleVariables {
  private static final String VAULT = "$ANSIBLE_VAULT;";
  private static final List<String> ENDINGS = List.of("", ".yml", ".yaml", ".json");

  private final Path folder;
  private final String shownAs;
  private final List<Problem> problems;

  /**
   * @param folder the inventory's
   * @param shownAs how problems name it
   */
  AnsibleVariables(Path folder, String shownAs, List<Problem> problems) {
    this.folder = folder;
    this.shownAs = shownAs;
    this.problems = problems;
  }

  /** Adds what the folders say of the groups and hosts that exist. */
  void addTo(AnsibleGroups groups) {
    if (Files.isDirectory(folder.resolve("group_vars"))) {
      groups.group(AnsibleGroups.ALL);
      groups.group(AnsibleGroups.UNGROUPED);
      groups.groups().forEach((name, group) -> add("group_vars", name, group.folderVars));
    }
    if (Files.isDirectory(folder.resolve("host_vars"))) {
      groups.hostNames().forEach(name -> add("host_vars", name, groups.folderVars(name)));
    }
  }

  /** A file, or a folder of files, of that name; only the first form that exists counts. */
  private void add(String kind, String name, Map<String, Setting> settings) {
    if (!HostBuilder.isName(name)) {
      return;
    }
    var all = folder.resolve(kind);
    for (var ending : ENDINGS) {
      var found = all.resolve(name + ending);
      if (Files.exists(found)) {
        files(found).forEach(file -> read(file, settings));
        return;
      }
    }
  }

  private List<Path> files(Path found) {
    if (!Files.isDirectory(found)) {
      return List.of(found);
    }
    var files = new ArrayList<Path>();
    try (var inside = Files.list(found)) {
      for (var file : inside.sorted().toList()) {
        var name = file.getFileName().toString();
        var ending = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        if (!name.startsWith(".") && !name.endsWith("~") && ENDINGS.contains(ending)) {
          files.addAll(files(file));
        }
      }
    } catch (IOException e) {
      problems.add(new Problem(shown(found), 0, "The folder cannot be read.", "Check its mode."));
    }
    return files;
  }

  private void read(Path file, Map<String, Setting> settings) {
    try {
      var text = Files.readString(file);
      if (!text.startsWith(VAULT) && !text.replaceAll("(?m)^\\s*(?:#.*|---.*)?$", "").isBlank()) {
        YamlNode.parse(text, shown(file), problems)
            .ifPresent(node -> read(node, shown(file), settings));
      }
    } catch (IOException e) {
      problems.add(
          new Problem(
              shown(file), 0, "The file cannot be read.", "Check its mode and that it is UTF-8."));
    }
  }

  private String shown(Path file) {
    return shownAs + "/" + folder.relativize(file).toString().replace('\\', '/');
  }

  /** The variables of a map that concern how a host is reached. */
  static void read(YamlNode vars, String file, Map<String, Setting> settings) {
    vars.map("variables")
        .forEach(
            (name, value) -> {
              if (name.equals("<<")) {
                value.problem("Merged keys are not read.", "Write the variables out here.");
              } else if (name.startsWith("ansible_") && !value.empty() && concerns(name, value)) {
                var place = new Place(file, value.line());
                value.text(name).ifPresent(text -> settings.put(name, new Setting(text, place)));
              }
            });
  }

  /** Lists and maps are for Ansible alone, unless they stand where a host needs a text. */
  private static boolean concerns(String name, YamlNode value) {
    return HostBuilder.uses(name) || !(value.isMap() || value.isList());
  }
}
