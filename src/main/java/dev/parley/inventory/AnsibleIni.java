package dev.parley.inventory;

import dev.parley.intent.NearNames;
import dev.parley.intent.Problem;
import dev.parley.inventory.AnsibleGroups.Place;
import dev.parley.inventory.AnsibleGroups.Setting;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads Ansible's INI format, line by line. */
final class AnsibleIni {
  private static final Pattern SECTION =
      Pattern.compile("\\[([^\\[\\]:\\s]+)(?::(\\w+))?]\\s*(?:[#;].*)?");

  private final AnsibleGroups into;
  private final String file;
  private final List<Problem> problems;
  private String group = AnsibleGroups.UNGROUPED;
  private String kind = "hosts";

  AnsibleIni(AnsibleGroups into, String file, List<Problem> problems) {
    this.into = into;
    this.file = file;
    this.problems = problems;
  }

  void read(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(";")) {
        readLine(line, new Place(file, i + 1));
      }
    }
  }

  private void readLine(String line, Place place) {
    var section = SECTION.matcher(line);
    if (section.matches()) {
      var written = section.group(2);
      open(section.group(1), written == null ? "hosts" : written, place);
    } else if (kind.equals("vars")) {
      readVariable(line, place);
    } else {
      readWords(IniWords.split(line), place);
    }
  }

  private void open(String name, String section, Place place) {
    group = name;
    kind = section;
    into.group(name);
    var kinds = List.of("children", "hosts", "vars");
    if (!kinds.contains(section)) {
      problem(
          place,
          "There is no section " + name + ":" + section + ".",
          NearNames.didYouMean(section, kinds, "Write :children or :vars."));
    }
    if (!HostBuilder.isName(name)) {
      problem(place, "A group is not named " + name + ".", HostBuilder.NAMES);
    }
  }

  private void readVariable(String line, Place place) {
    int equals = line.indexOf('=');
    if (equals <= 0) {
      problem(place, "This is no variable: " + line + ".", "Write name=value.");
      return;
    }
    var name = line.substring(0, equals).strip();
    var words = IniWords.split(line.substring(equals + 1).strip());
    var value = words.isEmpty() ? "" : String.join(" ", words.get());
    into.group(group).vars.put(name, new Setting(value, place));
  }

  private void readWords(java.util.Optional<List<String>> words, Place place) {
    if (words.isEmpty()) {
      problem(place, "A quotation mark is never closed.", "Close it.");
    } else if (kind.equals("children")) {
      into.group(group).children.putIfAbsent(words.get().get(0), place);
    } else if (!words.get().isEmpty()) {
      readHosts(words.get(), place);
    }
  }

  private void readHosts(List<String> words, Place place) {
    var names = HostRange.expand(words.get(0));
    if (names.isEmpty()) {
      problem(
          place,
          "The range in " + words.get(0) + " makes no sense.",
          "Write it like web-[01:03] or db-[a:f].");
      return;
    }
    int known = problems.size();
    for (var written : names.get()) {
      if (problems.size() > known) {
        // what is wrong with one name of a range is wrong with all of them
        return;
      }
      var named = NamedPort.of(written);
      var settings = host(named.name(), place);
      named.setting(place).ifPresent(port -> settings.put(NamedPort.VARIABLE, port));
      words.stream().skip(1).forEach(word -> set(word, settings, place, names.get().get(0)));
    }
  }

  private Map<String, Setting> host(String name, Place place) {
    if (!HostBuilder.isName(name)) {
      problem(place, "A host is not named " + name + ".", HostBuilder.NAMES);
    }
    into.group(group).hosts.add(name);
    return into.host(name, place);
  }

  private void set(String word, Map<String, Setting> settings, Place place, String host) {
    int equals = word.indexOf('=');
    if (equals <= 0) {
      problem(
          place,
          "After " + host + " stands " + word + ", which is no variable.",
          "Write name=value.");
    } else {
      settings.put(word.substring(0, equals), new Setting(word.substring(equals + 1), place));
    }
  }

  private void problem(Place place, String what, String todo) {
    problems.add(new Problem(place.file(), place.line(), what, todo));
  }
}
