package dev.parley.inventory;

import dev.parley.intent.NearNames;
import dev.parley.intent.Problem;
import dev.parley.inventory.AnsibleGroups.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the Ansible files of an inventory folder into hosts and groups. */
final class AnsibleReader {
  private static final Pattern IGNORED =
      Pattern.compile("\\..*|.*~|.*\\.(?:md|txt|cfg|bak|orig|retry|swp|pub|key|pem)");
  private static final Pattern USED_VARIABLE =
      Pattern.compile(
          "ansible_(?:host|port|user|ssh_private_key_file|become|connection|jump_host"
              + "|ssh_common_args|ssh_extra_args)\\b");

  private final Path folder;
  private final String shownAs;
  private final List<Problem> problems;
  private final AnsibleGroups groups = new AnsibleGroups();

  AnsibleReader(Path folder, String shownAs, List<Problem> problems) {
    this.folder = folder;
    this.shownAs = shownAs;
    this.problems = problems;
  }

  /** Reads every file but the estate. */
  void read() {
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        readEntry(file, file.getFileName().toString());
      }
    } catch (IOException e) {
      problems.add(
          new Problem(
              shownAs, 0, "The folder cannot be read.", "Check that it exists and its mode."));
    }
    checkChildren();
    checkNames();
  }

  private void readEntry(Path file, String name) throws IOException {
    if (name.equals("group_vars") || name.equals("host_vars")) {
      checkVariableFolder(file, name);
    } else if (Files.isRegularFile(file)
        && !IGNORED.matcher(name).matches()
        && !EstateReader.isEstate(name)) {
      readFile(file, shownAs + "/" + name);
    }
  }

  private void readFile(Path file, String name) {
    try {
      var lines = Files.readAllLines(file);
      if (name.matches(".*\\.(?:ya?ml|json)")) {
        AnsibleYaml.read(file, name, groups, problems);
      } else if (!lines.isEmpty() && lines.get(0).startsWith("#!")) {
        problems.add(
            new Problem(
                name,
                1,
                "A program that prints hosts is not run.",
                "Save what it prints instead."));
      } else {
        new AnsibleIni(groups, name, problems).read(lines);
      }
    } catch (IOException e) {
      problems.add(
          new Problem(name, 0, "The file cannot be read.", "Check its mode and that it is UTF-8."));
    }
  }

  private void checkVariableFolder(Path variables, String name) throws IOException {
    try (var files = Files.walk(variables)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (USED_VARIABLE.matcher(lines.get(i)).find()) {
            problems.add(
                new Problem(
                    shownAs + "/" + name + "/" + variables.relativize(file),
                    i + 1,
                    "Variables in " + name + " are not read.",
                    "Move this one into the inventory file, to its group or host."));
            return;
          }
        }
      }
    }
  }

  /** Every child exists, and no group contains itself; what is wrong is reported and cut. */
  private void checkChildren() {
    for (var group : groups.groups().entrySet()) {
      for (var child : List.copyOf(group.getValue().children.entrySet())) {
        var name = child.getKey();
        if (!groups.groups().containsKey(name)) {
          report(
              child.getValue(),
              "There is no group " + name + ".",
              NearNames.didYouMean(name, groups.groups().keySet(), "Declare [" + name + "]."));
        } else if (name.equals(group.getKey()) || below(name).contains(group.getKey())) {
          report(
              child.getValue(),
              "The group " + group.getKey() + " would contain itself through " + name + ".",
              "Remove one of the two.");
        } else {
          continue;
        }
        group.getValue().children.remove(name);
      }
    }
  }

  private Set<String> below(String name) {
    var seen = new LinkedHashSet<String>();
    var open = new ArrayList<>(List.of(name));
    while (!open.isEmpty()) {
      var group = groups.groups().get(open.remove(open.size() - 1));
      if (group != null) {
        group.children.keySet().stream().filter(seen::add).forEach(open::add);
      }
    }
    return seen;
  }

  private void checkNames() {
    var lower = new HashSet<String>();
    for (var host : groups.hostNames()) {
      if (!lower.add(host.toLowerCase(Locale.ROOT))) {
        report(
            groups.place(host),
            "Two hosts are named " + host + ", but for capital letters.",
            "Rename one of the two.");
      }
      if (groups.groups().containsKey(host)) {
        report(groups.place(host), host + " is both a host and a group.", "Rename one of the two.");
      }
    }
  }

  private void report(Place place, String what, String todo) {
    problems.add(new Problem(place.file(), place.line(), what, todo));
  }

  List<Host> hosts() {
    var builder = new HostBuilder(folder, problems);
    var hosts = new ArrayList<Host>();
    var before = problems.size();
    groups.variables().forEach((name, variables) -> hosts.add(builder.build(name, variables)));
    var distinct = new LinkedHashSet<>(problems.subList(before, problems.size()));
    problems.subList(before, problems.size()).clear();
    problems.addAll(distinct);
    return JumpHosts.resolved(hosts);
  }

  /** Group to hosts, without Ansible's own groups. */
  Map<String, List<String>> groups() {
    var members = new LinkedHashMap<String, List<String>>();
    for (var name : groups.groups().keySet()) {
      if (!name.equals(AnsibleGroups.ALL) && !name.equals(AnsibleGroups.UNGROUPED)) {
        members.put(name, groups.members(name));
      }
    }
    return members;
  }
}
