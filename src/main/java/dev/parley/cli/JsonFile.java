package dev.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports for other programs. */
final class JsonFile {
  private JsonFile() {}

  static void write(Path file, Object content) {
    try {
      Files.writeString(
          file, Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    } catch (IOException e) {
      throw Complaint.usage(file + " cannot be written. Check its folder and permissions.");
    }
  }
}
