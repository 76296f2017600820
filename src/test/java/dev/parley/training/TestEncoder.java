package dev.parley.training;

import dev.parley.understanding.Encoder;
import java.nio.file.Path;

/** One encoder for all tests, with its libraries where the build may write. */
public final class TestEncoder {
  private static final Encoder ENCODER = Encoder.open(Path.of("target", "natives"));

  private TestEncoder() {}

  public static Encoder get() {
    return ENCODER;
  }
}
