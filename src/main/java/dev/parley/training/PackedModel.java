package dev.parley.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A version of a model as one piece, to be sent elsewhere. */
public final class PackedModel {
  private PackedModel() {}

  /** Writes the files of a version's folder. */
  public static void pack(Path version, OutputStream packed) throws IOException {
    try (var zip = new ZipOutputStream(packed);
        var files = Files.list(version)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
      }
    }
  }

  /**
   * Makes the folder of a version of it, whole or not at all.
   *
   * @param models the folder of all versions
   * @throws IOException also where it holds anything but files of that one folder
   */
  public static void unpack(InputStream packed, Path models, String version) throws IOException {
    requireName(version);
    Files.createDirectories(models);
    var whole = Files.createTempDirectory(models, ".writing-");
    try {
      fill(whole, packed);
      Files.move(whole, models.resolve(version), StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // it came from elsewhere at the same moment
      ModelStore.remove(whole);
    } catch (IOException e) {
      ModelStore.remove(whole);
      throw e;
    }
  }

  private static void fill(Path whole, InputStream packed) throws IOException {
    boolean empty = true;
    try (var zip = new ZipInputStream(packed)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        empty = false;
        requireName(entry.getName());
        Files.copy(zip, whole.resolve(entry.getName()));
      }
    }
    if (empty) {
      throw new IOException("A packed model holds nothing.");
    }
  }

  private static void requireName(String name) throws IOException {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IOException("A packed model holds what is no plain file name.");
    }
  }
}
