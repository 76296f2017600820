package dev.parley.intent;

import java.util.Locale;

/** What stands between a completed intent and its action, in rising order. */
public enum Risk {
  /** Only reads: runs at once. */
  LOW,
  /** Asks yes or no. */
  MEDIUM,
  /** Asks yes or no after showing exactly what will run and where. */
  HIGH,
  /** Asks for the target's name to be typed and for a second person. */
  CRITICAL;

  /** The next higher risk; critical stays critical. */
  public Risk raised() {
    return values()[Math.min(ordinal() + 1, CRITICAL.ordinal())];
  }

  /** As written in intent files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
