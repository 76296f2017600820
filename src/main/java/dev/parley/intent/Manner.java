package dev.parley.intent;

import org.jspecify.annotations.Nullable;

/**
 * How something is asked for.
 *
 * @param dry only to be shown what it would do; it never runs
 * @param override why it is to go ahead although a freeze holds, or null
 */
public record Manner(boolean dry, @Nullable String override) {
  /** To be done, and held up by whatever holds it up. */
  public static final Manner PLAIN = new Manner(false, null);

  /** To be shown. */
  public static final Manner DRY = new Manner(true, null);

  /** To be done although a freeze holds. */
  public static Manner overriding(String reason) {
    return new Manner(false, reason);
  }
}
