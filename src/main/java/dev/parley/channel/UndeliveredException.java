package dev.parley.channel;

import java.time.Duration;

/** A message was not posted; it says whether it ever can be. */
public final class UndeliveredException extends Exception {
  private static final long serialVersionUID = 1;

  private final Duration pause;
  private final boolean passing;

  private UndeliveredException(String sentence, Duration pause, boolean passing) {
    super(sentence);
    this.pause = pause;
    this.passing = passing;
  }

  /** It is tried again with growing pauses. */
  public static UndeliveredException forNow(String sentence) {
    return after(sentence, Duration.ZERO);
  }

  /** It is tried again no sooner than after this pause, which the platform asked for. */
  public static UndeliveredException after(String sentence, Duration pause) {
    return new UndeliveredException(sentence, pause, true);
  }

  /** It is left out, e.g. because the place is gone; what follows it is tried. */
  public static UndeliveredException forGood(String sentence) {
    return new UndeliveredException(sentence, Duration.ZERO, false);
  }

  public Duration pause() {
    return pause;
  }

  /** Whether trying again may help. */
  public boolean passing() {
    return passing;
  }
}
