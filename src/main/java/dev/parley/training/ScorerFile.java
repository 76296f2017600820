package dev.parley.training;

import dev.parley.understanding.KernelScorer;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.LinearScorer;
import dev.parley.understanding.MixedScorer;
import dev.parley.understanding.MlpScorer;
import dev.parley.understanding.WordNetworkScorer;
import dev.parley.understanding.WordScorer;
import dev.parley.understanding.WordSpace;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A scorer in a model's file: its kind, then its weights, or its parts with their shares. */
final class ScorerFile {
  private static final String LINEAR = "linear";
  private static final String NETWORK = "network";
  private static final String KERNEL = "kernel";
  private static final String WORDS = "words";
  private static final String WORD_NETWORK = "word network";
  private static final String MIXED = "mixed";

  private ScorerFile() {}

  /** The features that a scorer's weights belong to; all its parts share them. */
  static WordSpace space(LabelScorer scorer) {
    if (scorer instanceof WordScorer words) {
      return words.space();
    }
    if (scorer instanceof WordNetworkScorer words) {
      return words.space();
    }
    if (scorer instanceof MixedScorer mixed) {
      return mixed.parts().stream()
          .map(part -> space(part.scorer()))
          .filter(space -> space.size() > 0)
          .findFirst()
          .orElse(WordSpace.EMPTY);
    }
    return WordSpace.EMPTY;
  }

  static void write(DataOutputStream out, LabelScorer scorer) throws IOException {
    if (scorer instanceof LinearScorer linear) {
      out.writeUTF(LINEAR);
      Rows.write(out, linear.weights());
      Rows.write(out, linear.bias());
    } else if (scorer instanceof MlpScorer network) {
      out.writeUTF(NETWORK);
      Rows.write(out, network.input());
      Rows.write(out, network.inputBias());
      Rows.write(out, network.output());
      Rows.write(out, network.outputBias());
    } else if (scorer instanceof KernelScorer kernel) {
      out.writeUTF(KERNEL);
      Rows.write(out, kernel.landmarks());
      Rows.write(out, kernel.squares());
      out.writeFloat(kernel.narrowness());
      Rows.write(out, kernel.weights());
      Rows.write(out, kernel.bias());
    } else if (scorer instanceof WordScorer words) {
      out.writeUTF(WORDS);
      Rows.write(out, words.weights());
      Rows.write(out, words.bias());
    } else if (scorer instanceof WordNetworkScorer words) {
      out.writeUTF(WORD_NETWORK);
      Rows.write(out, words.input());
      Rows.write(out, words.inputBias());
      Rows.write(out, words.output());
      Rows.write(out, words.outputBias());
    } else if (scorer instanceof MixedScorer mixed) {
      out.writeUTF(MIXED);
      out.writeInt(mixed.parts().size());
      for (MixedScorer.Part part : mixed.parts()) {
        out.writeFloat(part.share());
        write(out, part.scorer());
      }
    }
  }

  static LabelScorer read(DataInputStream in, WordSpace space) throws IOException {
    String kind = in.readUTF();
    return switch (kind) {
      case LINEAR -> new LinearScorer(Rows.matrix(in), Rows.floats(in));
      case NETWORK ->
          new MlpScorer(Rows.matrix(in), Rows.floats(in), Rows.matrix(in), Rows.floats(in));
      case KERNEL ->
          new KernelScorer(
              Rows.matrix(in), Rows.floats(in), in.readFloat(), Rows.matrix(in), Rows.floats(in));
      case WORDS -> new WordScorer(space, Rows.matrix(in), Rows.floats(in));
      case WORD_NETWORK ->
          new WordNetworkScorer(
              space, Rows.matrix(in), Rows.floats(in), Rows.matrix(in), Rows.floats(in));
      case MIXED -> mixed(in, space);
      default -> throw new IOException("There is no scorer of the kind " + kind + ".");
    };
  }

  private static MixedScorer mixed(DataInputStream in, WordSpace space) throws IOException {
    List<MixedScorer.Part> parts = new ArrayList<>();
    for (int left = Rows.count(in); left > 0; left--) {
      parts.add(new MixedScorer.Part(in.readFloat(), read(in, space)));
    }
    return new MixedScorer(parts);
  }
}
