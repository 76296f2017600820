package dev.parley.channel.slack;

import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small home whose people have accounts in the fake Slack. */
final class TestEstate {
  private static final String PERMISSIONS =
      """
      people:
        jason: {accounts: {slack: T0FAKE001-U0JASON}, roles: [operator, approver]}
        maria: {accounts: {slack: T0FAKE001-U0MARIA}, roles: [operator, approver]}
        vera: {accounts: {slack: T0FAKE001-U0VERA}, roles: [viewer]}
        olga: {accounts: {os: olga}, roles: [operator]}
      roles:
        operator: {description: Runs everything}
        approver: {description: Approves what is critical}
        viewer: {description: Looks}
      rules:
        - {role: operator, intents: "*"}
        - {role: viewer, intents: "*", risk: low}
      """;

  private TestEstate() {}

  /** Opens it; what would run is recorded. */
  static Assembly open(Path folder) {
    try {
      for (var intent :
          List.of("restart_service", "reload_service", "service_status", "reboot_host")) {
        copy(folder, "intents/" + intent + ".yml");
        copy(folder, "training-data/" + intent + ".yml");
      }
      copy(folder, "training-data/out-of-scope-chatter.yml");
      try (var files = Files.walk(Path.of("inventory"))) {
        files.filter(Files::isRegularFile).forEach(file -> copy(folder, file.toString()));
      }
      Files.writeString(folder.resolve("permissions.yml"), PERMISSIONS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Assembly.open(Home.of(folder), Settings.of(folder.resolve("data"), true));
  }

  private static void copy(Path folder, String file) {
    try {
      var to = folder.resolve(file);
      Files.createDirectories(to.getParent());
      Files.copy(Path.of(file), to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
