package dev.parley.action.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The passphrases of private keys, by the name of the key's file: in a file of that name among the
 * secrets, else in an environment variable.
 */
final class Passphrases {
  private static final String VARIABLE = "PARLEY_SECRET_";

  private final Path secrets;
  private final Function<String, @Nullable String> environment;

  /**
   * @param secrets the folder of the secrets, which need not exist
   */
  Passphrases(Path secrets, Function<String, @Nullable String> environment) {
    this.secrets = secrets;
    this.environment = environment;
  }

  /** The passphrase of a key. */
  Optional<String> of(Path key) throws IOException {
    var file = file(key);
    if (!Files.exists(file)) {
      return Optional.ofNullable(environment.apply(variable(key)));
    }
    if (readByOthers(file)) {
      throw new IOException(
          "its passphrase in %s can be read by others; run chmod 600 on that file".formatted(file));
    }
    return Optional.of(Files.readString(file).strip());
  }

  /** Where it is looked for. */
  String places(Path key) {
    return "the file %s (mode 600) or the environment variable %s"
        .formatted(file(key), variable(key));
  }

  private Path file(Path key) {
    return secrets.resolve(key.getFileName().toString());
  }

  private static String variable(Path key) {
    var name = key.getFileName().toString().toUpperCase(Locale.ROOT);
    return VARIABLE + name.replaceAll("[^A-Z0-9]", "_");
  }

  private static boolean readByOthers(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).stream()
            .anyMatch(
                p -> p == PosixFilePermission.GROUP_READ || p == PosixFilePermission.OTHERS_READ);
  }
}
