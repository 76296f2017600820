package dev.parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Files that a verb writes all at once, or none of them when one of them is there already. */
final class NewFiles {
  private NewFiles() {}

  /**
   * Writes them.
   *
   * @param force whether those that are there are written over
   */
  static void write(Map<Path, String> files, boolean force) {
    var there = files.keySet().stream().filter(Files::exists).toList();
    if (!force && !there.isEmpty()) {
      int more = there.size() - 1;
      throw Complaint.failed(
          "%s%s there already, and nothing was written. Move %s away, or use --force."
              .formatted(
                  there.get(0),
                  more == 0 ? " is" : " and " + more + " more are",
                  more == 0 ? "it" : "them"));
    }
    files.forEach(NewFiles::write);
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw Complaint.usage(file + " cannot be written. Check its folder and permissions.");
    }
    TextFile.write(file, content);
  }
}
