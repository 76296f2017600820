package dev.parley.understanding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What messages are understood with. */
public enum Pipeline {
  /** A sentence encoder, which needs native libraries, and the wording. */
  FULL,
  /** The wording alone. */
  LIGHT;

  /** The environment variable that chooses. */
  public static final String VARIABLE = "PARLEY_PIPELINE";

  /** The one that is called so; empty for another name. */
  public static Optional<Pipeline> of(String name) {
    return Arrays.stream(values()).filter(p -> p.toString().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
