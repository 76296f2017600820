package dev.parley.cli.conversationtest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a turn.
 *
 * @param delivery how often its message comes
 * @param late how long before its delivery the message was sent: before those of earlier turns, too
 * @param clock how far the assistant's clock jumps before it
 * @param crash where the assistant dies; null where it does not
 */
public record Faults(Delivery delivery, Duration late, Duration clock, @Nullable Crash crash) {
  public static final Faults NONE = new Faults(Delivery.ONCE, Duration.ZERO, Duration.ZERO, null);

  /** How often a message comes. */
  public enum Delivery {
    ONCE,
    /** The same again. */
    TWICE,
    /** And again with other words, as its person has edited it. */
    EDITED
  }
}
