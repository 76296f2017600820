package dev.parley.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The folder that holds the database, logs and secrets. Nobody but its owner may look inside. */
public final class DataFolder {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final int SECRET_BYTES = 32;

  /** A lock that nobody refers to would be given back. */
  private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /** Opens the folder, makes it when it is missing, and closes it to everybody else. */
  public static DataFolder open(Path path) {
    var folder = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder, attributes(FOLDER));
      restrict(folder, FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The data folder " + folder + " cannot be used. Set PARLEY_DATA to a folder of yours.",
          e);
    }
    return new DataFolder(folder);
  }

  public Path path() {
    return path;
  }

  /**
   * Has this process alone write into the folder, until it ends.
   *
   * @return whether no other process does
   */
  @SuppressWarnings("resource") // the lock ends with the process
  boolean hold() {
    try {
      var lock = FileChannel.open(file("lock"), StandardOpenOption.WRITE).tryLock();
      if (lock != null) {
        HELD.add(lock);
      }
      return lock != null;
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + path + " cannot be locked.", e);
    }
  }

  /** Which folder this is, on which machine: whoever holds it next comes after this process. */
  String place() {
    return secret("place") + " " + hostName() + ":" + path;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }

  /** A file in the folder that only the owner may read; made empty when it is missing. */
  public Path file(String name) {
    var file = path.resolve(name);
    try {
      Files.createFile(file, attributes(FILE));
    } catch (FileAlreadyExistsException e) {
      // Made before.
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be made.", e);
    }
    return restricted(file);
  }

  private static Path restricted(Path file) {
    try {
      restrict(file, FILE);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The file " + file + " belongs to somebody else. Give it to the user who starts this.",
          e);
    }
  }

  /** The secret of that name, made by chance the first time it is asked for. */
  public String secret(String name) {
    var file = path.resolve(name);
    try {
      if (!Files.exists(file)) {
        writeWhole(file, random());
      }
      return Files.readString(restricted(file)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The secret in " + file + " cannot be read.", e);
    }
  }

  /** A crash leaves the whole secret or none: what was locked with half of one stays locked. */
  private void writeWhole(Path file, String secret) throws IOException {
    var draft = Files.createTempFile(path, file.getFileName().toString(), ".new", attributes(FILE));
    Files.writeString(draft, secret + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String random() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void restrict(Path file, Set<PosixFilePermission> permissions) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, permissions);
    }
  }

  private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
