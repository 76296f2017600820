package dev.parley.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that comes back and that nobody but its owner may read. */
final class PrivateFile {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFile() {}

  static void copy(InputStream in, Path file, Path folder) throws IOException {
    var above = file.getParent();
    if (above != null && !above.equals(folder)) {
      Files.createDirectories(above, mode("rwx------"));
    }
    if (!Files.exists(file)) {
      Files.createFile(file, mode("rw-------"));
    }
    try (var out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
