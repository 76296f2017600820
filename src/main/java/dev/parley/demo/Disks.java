package dev.parley.demo;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code df}: how full the disk is that holds a path. */
final class Disks {
  private static final String ROW = "%-20s %6s %6s %6s %4s %s\n";

  Answer run(List<String> arguments) {
    int dashes = arguments.indexOf("--");
    var options = dashes < 0 ? arguments : arguments.subList(0, dashes);
    if (!options.equals(List.of("-hP"))) {
      return Answer.unknown("df " + String.join(" ", options));
    }
    var paths = dashes < 0 ? List.<String>of() : arguments.subList(dashes + 1, arguments.size());
    return show(paths.isEmpty() ? List.of("/") : paths);
  }

  private static Answer show(List<String> paths) {
    var table =
        new StringBuilder(
            ROW.formatted("Filesystem", "Size", "Used", "Avail", "Use%", "Mounted on"));
    for (var path : paths) {
      var row = row(path);
      if (row.isEmpty()) {
        return Answer.failed(1, "df: %s: No such file or directory".formatted(path));
      }
      table.append(row.get());
    }
    return Answer.ok(table.toString());
  }

  private static Optional<String> row(String path) {
    try {
      return Optional.of(row(Files.getFileStore(Path.of("/").resolve(path))));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static String row(FileStore store) throws IOException {
    long total = store.getTotalSpace();
    long available = store.getUsableSpace();
    long used = total - store.getUnallocatedSpace();
    long percent = used + available == 0 ? 0 : Math.round(100.0 * used / (used + available));
    return ROW.formatted(
        store.name(),
        Sizes.human(total),
        Sizes.human(used),
        Sizes.human(available),
        percent + "%",
        mountPoint(store));
  }

  /** Java tells the mount point only as the beginning of a store's description. */
  private static String mountPoint(FileStore store) {
    var description = store.toString();
    int end = description.lastIndexOf(" (");
    return end < 0 ? description : description.substring(0, end);
  }
}
