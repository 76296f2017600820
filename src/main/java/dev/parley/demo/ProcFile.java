package dev.parley.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads what Linux tells under {@code /proc}; elsewhere there is simply nothing in it. */
final class ProcFile {
  private static final long KIB = 1024;

  private ProcFile() {}

  static List<String> lines(String name) {
    try {
      return Files.readAllLines(Path.of("/proc", name));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The words of the first line, none where there is no such file. */
  static List<String> words(String name) {
    var lines = lines(name);
    return lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).trim().split("\\s+"));
  }

  /** The number behind a key such as {@code MemTotal:}, which counts KiB; 0 when it is missing. */
  static long bytes(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).trim().split("\\s+")[0])
        .mapToLong(number -> Long.parseLong(number) * KIB)
        .findFirst()
        .orElse(0);
  }

  /** The memory that a process of the fleet holds. */
  static long residentBytes(ProcessHandle process) {
    return bytes(lines(process.pid() + "/status"), "VmRSS:");
  }
}
