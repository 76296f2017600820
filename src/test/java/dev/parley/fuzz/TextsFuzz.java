package dev.parley.fuzz;

import dev.parley.understanding.TimesFuzz;
import dev.parley.web.RequestsFuzz;

/** Any text, to everything that reads texts without having learnt anything. */
public final class TextsFuzz {
  private TextsFuzz() {}

  public static void fuzzerInitialize() {
    Fuzzed.warmUp(
        TextsFuzz::fuzzerTestOneInput, "restart_service service=apache\nstop it in 5 minutes");
  }

  public static void fuzzerTestOneInput(byte[] input) {
    CommandsFuzz.read(input);
    TimesFuzz.read(input);
    RequestsFuzz.read(input);
  }
}
