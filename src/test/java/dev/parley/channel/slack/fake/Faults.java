package dev.parley.channel.slack.fake;

import java.time.Duration;
import java.util.Random;

/**
 * What goes wrong, each with its likelihood; the same seed makes the same mistakes.
 *
 * @param duplicate an event is delivered again although it was acknowledged
 * @param delay an event comes late, and so perhaps after a later one
 * @param longestDelay at most so late
 * @param rateLimited a call is answered 429
 * @param failed a call is answered 503 and not carried out
 * @param lostAnswer a call is carried out and answered 503
 */
public record Faults(
    double duplicate,
    double delay,
    Duration longestDelay,
    double rateLimited,
    double failed,
    double lostAnswer,
    Random random) {

  /** Nothing goes wrong. */
  public static Faults none() {
    return new Faults(0, 0, Duration.ZERO, 0, 0, 0, new Random(1));
  }

  boolean happens(double likelihood) {
    return likelihood > 0 && random.nextDouble() < likelihood;
  }
}
