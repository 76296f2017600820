package dev.parley.wiring;

import dev.parley.understanding.Encoder;
import dev.parley.understanding.Pipeline;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens the encoder, unless messages are to be understood without one or it does not load here. */
final class ChosenPipeline {
  private static final Logger LOG = System.getLogger(ChosenPipeline.class.getName());

  private ChosenPipeline() {}

  /**
   * The encoder by what the environment says; empty for the light pipeline.
   *
   * @param half whether the first half of its layers does
   */
  static Optional<Encoder> encoder(Path natives, boolean half) {
    return encoder(
        System.getenv(Pipeline.VARIABLE), natives, half ? Encoder::openHalf : Encoder::open);
  }

  /**
   * @param chosen the name of a pipeline; null or empty for whatever works here
   * @throws IllegalStateException when there is no such pipeline, or the full one was chosen and
   *     does not load
   */
  static Optional<Encoder> encoder(
      @Nullable String chosen, Path natives, Function<Path, Encoder> opener) {
    var name = chosen == null ? "" : chosen.strip();
    boolean free = name.isEmpty();
    var pipeline = free ? Optional.of(Pipeline.FULL) : Pipeline.of(name);
    if (pipeline.isEmpty()) {
      throw new IllegalStateException(
          "%s is %s. Set it to full or light, or unset it.".formatted(Pipeline.VARIABLE, chosen));
    }
    if (pipeline.get() == Pipeline.LIGHT) {
      return Optional.empty();
    }
    try {
      return Optional.of(opener.apply(natives));
    } catch (LinkageError | IllegalStateException problem) {
      if (!free) {
        throw new IllegalStateException(
            "The native libraries of the full pipeline do not load here. Unset "
                + Pipeline.VARIABLE
                + ", or set it to light.",
            problem);
      }
      LOG.log(
          Level.WARNING,
          "The native libraries of the encoder do not load here ("
              + problem.getMessage()
              + "), so messages are understood by their wording alone, as with "
              + Pipeline.VARIABLE
              + "=light.");
      return Optional.empty();
    }
  }
}
