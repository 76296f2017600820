package dev.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports for people and programs. */
final class TextFile {
  private TextFile() {}

  static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw Complaint.usage(file + " cannot be written. Check its folder and permissions.");
    }
  }
}
