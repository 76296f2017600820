package dev.parley.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells programs from files, and whether anybody but its owner could have changed one. */
final class Program {
  private static final byte[] SCRIPT = {'#', '!'};
  private static final byte[] BINARY = {0x7f, 'E', 'L', 'F'};
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private Program() {}

  /** An executable that the system can start by itself; on some mounts every file is executable. */
  static boolean is(Path file) throws IOException {
    if (!Files.isExecutable(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(BINARY.length);
      return Arrays.equals(head, BINARY)
          || head.length >= 2 && Arrays.equals(Arrays.copyOf(head, 2), SCRIPT);
    }
  }

  /** Why this must not be run: somebody else could have written what it does. */
  static Optional<String> distrust(Path file) throws IOException {
    var real = file.toRealPath();
    for (var path : List.of(real, real.getParent(), file.toAbsolutePath().getParent())) {
      var reason = distrustOf(path);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> distrustOf(Path path) throws IOException {
    var permissions = Files.getPosixFilePermissions(path);
    if (permissions.stream().anyMatch(OTHERS_WRITE::contains)) {
      return Optional.of(path + " can be written by others. Take that away with: chmod go-w.");
    }
    var owner = Files.getOwner(path);
    return owner.getName().equals("root") || owner.equals(self(path))
        ? Optional.empty()
        : Optional.of(
            path + " belongs to " + owner.getName() + ". Give it to the user who runs this.");
  }

  private static UserPrincipal self(Path path) throws IOException {
    var process = Path.of("/proc/self");
    return Files.exists(process)
        ? Files.getOwner(process)
        : path.getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
  }
}
