package dev.parley.channel;

import java.time.Duration;

/**
 * How long to wait before the next try: twice as long each time.
 *
 * @param most however often it failed
 */
public record Pauses(Duration first, Duration most) {
  private static final int DOUBLED_AT_MOST = 20;

  /** From a second to a minute. */
  public static final Pauses USUAL = new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /**
   * The pause after so many failures in a row.
   *
   * @param failures from 1
   */
  public Duration after(int failures) {
    var doubled = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), DOUBLED_AT_MOST));
    return doubled.compareTo(most) > 0 ? most : doubled;
  }
}
