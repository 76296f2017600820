package dev.parley.action;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lets through the lines that were written from some time on and are wanted. One that does not say
 * when it was written is let through and counted.
 */
public final class SinceFilter {
  private final Instant since;
  private final LogTime times;
  private final Predicate<String> wanted;
  private final Consumer<String> next;
  private final StringBuilder line = new StringBuilder();
  private int undated;

  /**
   * @param wanted whether a line is to be looked at at all
   * @param next gets each line that is let through, with its line break
   */
  public SinceFilter(
      Instant since, LogTime times, Predicate<String> wanted, Consumer<String> next) {
    this.since = since;
    this.times = times;
    this.wanted = wanted;
    this.next = next;
  }

  /** Takes output as it comes, not necessarily whole lines. */
  public synchronized void take(String text) {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      line.append(text, from, end);
      pass();
      from = end + 1;
    }
    line.append(text, from, text.length());
  }

  /** Nothing more comes. */
  public synchronized void end() {
    if (!line.isEmpty()) {
      pass();
    }
  }

  /** How many of the lines that were let through do not say when they were written. */
  public synchronized int undated() {
    return undated;
  }

  private void pass() {
    var whole = line.toString();
    line.setLength(0);
    if (!wanted.test(whole)) {
      return;
    }
    var time = times.of(whole);
    if (time.isEmpty()) {
      undated++;
    }
    if (time.isEmpty() || !time.get().isBefore(since)) {
      next.accept(whole + "\n");
    }
  }
}
