package dev.parley.channel.slack;

import dev.parley.intent.ExecutionStatus;
import org.jspecify.annotations.Nullable;

/**
 * Brings together where something was asked for and how it ended, whichever is known first: then
 * the message gets its reaction, and what was confirmed says what came of it.
 */
final class Traces {
  private static final int KEPT = 2_000;

  private final Few<String, Mark> started = new Few<>(KEPT);
  private final Few<String, ExecutionStatus> ended = new Few<>(KEPT);

  /**
   * Where something began.
   *
   * @param ts the message that gets the reaction
   * @param confirmed what was shown before the yes, where that is known
   * @param line who said yes
   */
  record Mark(String channel, String ts, @Nullable Shown confirmed, String line) {}

  /** Is told when both are known. */
  interface Both {
    void known(Mark mark, ExecutionStatus status);
  }

  private final Both both;

  Traces(Both both) {
    this.both = both;
  }

  void begun(String execution, Mark mark) {
    ExecutionStatus status;
    synchronized (this) {
      status = ended.remove(execution);
      if (status == null) {
        started.put(execution, mark);
      }
    }
    if (status != null) {
      both.known(mark, status);
    }
  }

  /**
   * It ended.
   *
   * @param otherwise the mark where nothing is known of its beginning, e.g. after a restart
   */
  void ended(String execution, ExecutionStatus status, @Nullable Mark otherwise) {
    Mark mark;
    synchronized (this) {
      mark = started.remove(execution);
      if (mark == null && otherwise == null) {
        ended.put(execution, status);
      }
    }
    var known = mark == null ? otherwise : mark;
    if (known != null) {
      both.known(known, status);
    }
  }
}
