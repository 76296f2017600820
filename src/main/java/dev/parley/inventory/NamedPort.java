package dev.parley.inventory;

import dev.parley.inventory.AnsibleGroups.Place;
import dev.parley.inventory.AnsibleGroups.Setting;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A host as inventories write it, perhaps with its port: {@code web-01:2222}. */
record NamedPort(String name, @Nullable String port) {
  static final String VARIABLE = "ansible_port";
  private static final Pattern WITH_PORT = Pattern.compile("([^:\\[\\]]+):(\\d{1,5})");

  static NamedPort of(String written) {
    var match = WITH_PORT.matcher(written);
    return match.matches()
        ? new NamedPort(match.group(1), match.group(2))
        : new NamedPort(written, null);
  }

  /** The variable that says the same. */
  Optional<Setting> setting(Place place) {
    return Optional.ofNullable(port).map(number -> new Setting(number, place));
  }
}
