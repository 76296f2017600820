package dev.parley.training;

import dev.parley.understanding.Encoder;
import java.nio.file.Path;
import java.util.HexFormat;

/** Keeps the vectors of what an evaluation learns from, for people measure the same set again. */
public final class EvaluatedVectors {
  private static final int NAME_LENGTH = 12;

  private EvaluatedVectors() {}

  /**
   * The vectors of a training set.
   *
   * @param train what is learnt from; each path has a file of its own
   * @param folder where the files are
   */
  public static TextVectors of(Encoder encoder, Path train, Path folder) {
    String path = train.toAbsolutePath().normalize().toString();
    String name = HexFormat.of().formatHex(Hash.of(path)).substring(0, NAME_LENGTH);
    Path file = folder.resolve("evaluated-" + name + ".bin");
    return new TextVectors(encoder::encode, encoder.id(), file);
  }
}
