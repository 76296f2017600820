package dev.parley.action.http;

import dev.parley.action.Action.UnplannableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must never be shown: passwords and tokens by name, from a folder of one file each, from the
 * environment or from a program. It is read anew each time, so that one that is changed holds at
 * once.
 */
public final class Secrets {
  private static final String VARIABLE = "PARLEY_SECRET_";
  private static final String PROGRAM = "PARLEY_SECRETS_COMMAND";
  private static final int LONGEST = 8_192;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path folder;
  private final Map<String, String> environment;
  private final @Nullable SecretProgram program;

  /**
   * @param folder with a file a secret, which only its owner may read
   * @param environment with variables such as {@code PARLEY_SECRET_CI_TOKEN}, and with {@code
   *     PARLEY_SECRETS_COMMAND} where a program knows more
   */
  public Secrets(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    var named = environment.getOrDefault(PROGRAM, "").strip();
    this.program = named.isEmpty() ? null : new SecretProgram(Path.of(named));
  }

  /**
   * A secret.
   *
   * @throws UnplannableException when there is none, with what to do about it
   */
  public String get(String name) {
    var variable = VARIABLE + name.toUpperCase(Locale.ROOT).replace('-', '_');
    var file = folder.resolve(name);
    var secret =
        Files.exists(file) ? read(file, name) : environment.getOrDefault(variable, "").strip();
    if (secret.isEmpty() && program != null) {
      secret = program.get(name);
    }
    if (secret.isEmpty()) {
      throw new UnplannableException(
          "The secret %s is missing; write it into the file %s, which only the assistant may read, or set %s."
              .formatted(name, file, variable));
    }
    if (secret.length() > LONGEST || secret.codePoints().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new UnplannableException(
          "The secret %s is not one line of text; write it anew.".formatted(name));
    }
    return secret;
  }

  private static String read(Path file, String name) {
    try {
      if (othersMayRead(file)) {
        throw new UnplannableException(
            "The file of the secret %s can be read by others; run chmod 600 %s."
                .formatted(name, file));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UnplannableException(
          "The file of the secret %s cannot be read; check its owner and mode.".formatted(name));
    }
  }

  private static boolean othersMayRead(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
  }
}
