package dev.parley.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps the whole output of one target. It is made when there is more than a message
 * can hold; what came before waits here until then.
 */
final class OutputFile {
  private static final int SHORT = 4 * 1024;

  private final @Nullable OutputFiles files;
  private final String executionId;
  private final String target;
  private final AtomicLong room;
  private final StringBuilder waiting = new StringBuilder();
  private boolean opened;
  private boolean full;

  /**
   * @param files null to keep nothing
   * @param room how many bytes the execution may still keep, shared by its targets
   */
  OutputFile(@Nullable OutputFiles files, String executionId, String target, AtomicLong room) {
    this.files = files;
    this.executionId = executionId;
    this.target = target;
    this.room = room;
  }

  synchronized void add(String text) {
    if (files == null || full) {
      return;
    }
    if (!opened && waiting.length() + text.length() <= SHORT) {
      waiting.append(text);
      return;
    }
    opened = true;
    keep(files, waiting.append(text).toString());
    waiting.setLength(0);
  }

  /** A disk that is full must not end what runs; the rest is not kept then. */
  private void keep(OutputFiles into, String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    full = room.addAndGet(-length) < 0;
    try {
      into.append(
          executionId,
          target,
          full
              ? String.format(
                  Locale.ROOT,
                  "\n[The rest was not kept: %,d bytes an execution are.]\n",
                  into.limit())
              : text);
    } catch (IOException e) {
      full = true;
    }
  }
}
