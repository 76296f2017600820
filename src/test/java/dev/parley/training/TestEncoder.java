package dev.parley.training;

import dev.parley.understanding.Encoder;
import java.nio.file.Path;

/** One encoder for all tests, with its libraries where the build may write. */
public final class TestEncoder {
  private static final Encoder ENCODER = Encoder.open(Path.of("target", "natives"));

  private static final Encoder HALF = Encoder.openHalf(Path.of("target", "natives"));

  private TestEncoder() {}

  /** The one that evaluations read with. */
  public static Encoder get() {
    return ENCODER;
  }

  /** The one that the assistant reads with. */
  public static Encoder half() {
    return HALF;
  }
}
