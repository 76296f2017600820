package dev.parley.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where things are.
 *
 * @param home the folder that holds intents, inventory and so on
 * @param demo whether its inventory is the demo's
 * @param data the folder for what the assistant writes
 */
public record Places(Path home, boolean demo, Path data) {

  /**
   * Finds them.
   *
   * @param named what {@code --home} says, or null for the project's own home
   * @param dataFolder what {@code PARLEY_DATA} says, or null for the home's own
   */
  static Places find(@Nullable Path named, Path project, @Nullable String dataFolder) {
    var home = (named == null ? project : named).toAbsolutePath().normalize();
    if (!Files.isDirectory(home)) {
      throw Complaint.usage("There is no folder " + home + ". Name an existing one with --home.");
    }
    if (!Files.isDirectory(home.resolve("intents"))) {
      throw Complaint.usage(
          home + " is no home, because it has no folder intents. Name one with --home.");
    }
    var data =
        dataFolder == null || dataFolder.isBlank()
            ? home.resolve("data")
            : Path.of(dataFolder).toAbsolutePath().normalize();
    return new Places(home, home.equals(project.toAbsolutePath().normalize()), data);
  }
}
