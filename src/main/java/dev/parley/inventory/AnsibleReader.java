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
      Pattern.compile(
          "\\..*|.*~|(?:group|host)_vars|vars_plugins"
              + "|.*\\.(?:md|rst|txt|cfg|bak|orig|retry|swp|rpm|py[co]|pub|key|pem)");
  private static final String PRIVATE_KEY = "-----BEGIN ";

  private final Path folder;
  private final String shownAs;
  private final InventoryPrograms programs;
  private final List<Problem> problems;
  private final List<Problem> standIns;
  private final AnsibleGroups groups = new AnsibleGroups();

  AnsibleReader(
      Path folder,
      String shownAs,
      InventoryPrograms programs,
      List<Problem> problems,
      List<Problem> standIns) {
    this.folder = folder;
    this.shownAs = shownAs;
    this.programs = programs;
    this.problems = problems;
    this.standIns = standIns;
  }

  /** Reads every file but the estate, and runs what is to be run. */
  void read() {
    readFolder(folder, shownAs);
    new AnsibleVariables(folder, shownAs, problems).addTo(groups);
    checkChildren();
    checkNames();
  }

  private void readFolder(Path path, String name) {
    try (var files = Files.list(path)) {
      for (var file : files.sorted().toList()) {
        readEntry(file, file.getFileName().toString(), name);
      }
    } catch (IOException e) {
      problems.add(
          new Problem(name, 0, "The folder cannot be read.", "Check that it exists and its mode."));
    }
  }

  private void readEntry(Path file, String name, String within) {
    if (IGNORED.matcher(name).matches()
        || folder.equals(file.getParent()) && EstateReader.isEstate(name)) {
      return;
    }
    if (Files.isDirectory(file)) {
      readFolder(file, within + "/" + name);
    } else {
      readFile(file, within + "/" + name);
    }
  }

  private void readFile(Path file, String name) {
    try {
      if (Program.is(file)) {
        programs.read(file, name, groups, problems, standIns);
      } else if (name.matches(".*\\.(?:ya?ml|json)")) {
        AnsibleYaml.read(file, name, groups, problems);
      } else {
        readLines(Files.readAllLines(file), name);
      }
    } catch (IOException e) {
      problems.add(
          new Problem(name, 0, "The file cannot be read.", "Check its mode and that it is UTF-8."));
    }
  }

  private void readLines(List<String> lines, String name) {
    var first = lines.isEmpty() ? "" : lines.get(0);
    if (first.startsWith("#!")) {
      problems.add(
          new Problem(
              name,
              1,
              "This program is not executable, so it is not run.",
              "Make it so with: chmod 755."));
    } else if (!first.startsWith(PRIVATE_KEY)) {
      new AnsibleIni(groups, name, problems).read(lines);
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
