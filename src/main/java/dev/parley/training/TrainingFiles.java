package dev.parley.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Finds the files of a training set. */
final class TrainingFiles {
  private TrainingFiles() {}

  /** The file itself, or the YAML files of a folder and its subfolders, by name. */
  static List<Path> under(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(TrainingFiles::isYaml)
          .filter(file -> !isHidden(path.relativize(file)))
          .sorted()
          .toList();
    }
  }

  /** Editors, and mounts that are swapped as a whole, keep copies under names with a dot. */
  private static boolean isHidden(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  static boolean isCsv(Path file) {
    return name(file).endsWith(".csv");
  }

  private static boolean isYaml(Path file) {
    return name(file).endsWith(".yml") || name(file).endsWith(".yaml");
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
