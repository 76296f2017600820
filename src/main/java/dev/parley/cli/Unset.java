package dev.parley.cli;

/** The value of what picocli sets before a command runs. */
final class Unset {
  private Unset() {}

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  static <T> T value() {
    return null;
  }
}
