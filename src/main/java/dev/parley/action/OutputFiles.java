package dev.parley.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole output of executions that said more than a message can hold: a folder an execution, a
 * file a target, for nobody's eyes but the assistant's own.
 */
public final class OutputFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final Path folder;
  private final long limit;

  /**
   * @param limit how many bytes of one execution are kept
   */
  public OutputFiles(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /** How many bytes of one execution are kept. */
  long limit() {
    return limit;
  }

  /** Adds to the output of a target. */
  void append(String executionId, String target, String text) throws IOException {
    var file = file(executionId, target);
    Files.createDirectories(folder, mode("rwx------"));
    Files.createDirectories(file.getParent(), mode("rwx------"));
    if (!Files.exists(file)) {
      Files.createFile(file, mode("rw-------"));
    }
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  /** The whole output of a target, where it was too long for a message. */
  public Optional<Path> find(String executionId, String target) {
    return ID.matcher(executionId).matches()
        ? Optional.of(file(executionId, target)).filter(Files::isRegularFile)
        : Optional.empty();
  }

  private Path file(String executionId, String target) {
    if (!ID.matcher(executionId).matches()) {
      throw new IllegalArgumentException("This is no id of an execution: " + executionId);
    }
    return folder.resolve(executionId).resolve(name(target) + ".txt");
  }

  /** What a host is called need not be what a file can be called. */
  private static String name(String target) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(target.getBytes(StandardCharsets.UTF_8)), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  /** Removes what nothing was added to since then. */
  public void removeBefore(Instant time) {
    for (var execution : inside(folder)) {
      var files = inside(execution);
      if (files.stream().noneMatch(file -> changedSince(file, time))) {
        files.forEach(OutputFiles::remove);
        remove(execution);
      }
    }
  }

  private static boolean changedSince(Path file, Instant time) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isAfter(time);
    } catch (IOException e) {
      return true;
    }
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted(Comparator.naturalOrder()).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read; give it to the assistant.", e);
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be removed; remove it by hand.", e);
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
