package dev.parley.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The end of the record in a file outside the database, so that whoever can change only the
 * database cannot cut the record off or write it anew unseen. One short line, written in place.
 */
public final class NotedHead implements AutoCloseable {
  /**
   * Longer than a number can be; the line has always the same length, so none is left half over.
   */
  private static final String LINE = "%020d %s\n";

  private final Path file;

  /** Not a channel, which an interrupted thread would close. */
  private final RandomAccessFile open;

  private long position;

  /**
   * @param file exists, and nobody else may read it
   */
  public NotedHead(Path file) {
    this.file = file;
    try {
      open = new RandomAccessFile(file.toFile(), "rw");
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written to.", e);
    }
    position = read(file).map(Head::position).orElse(0L);
  }

  /** What was noted last; empty when nothing was. */
  public Optional<Head> read() {
    return read(file);
  }

  private static Optional<Head> read(Path file) {
    try {
      return Files.exists(file) ? Head.parse(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read.", e);
    }
  }

  /** Notes an end, unless a later one is noted: commits may come here in another order. */
  public synchronized void note(Head head) {
    if (head.position() <= position) {
      return;
    }
    var line = LINE.formatted(head.position(), head.hash()).getBytes(StandardCharsets.US_ASCII);
    try {
      open.seek(0);
      open.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be written to.", e);
    }
    position = head.position();
  }

  @Override
  public void close() {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be closed.", e);
    }
  }
}
