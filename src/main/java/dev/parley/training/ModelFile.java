package dev.parley.training;

import dev.parley.understanding.Exemplars;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.WordSpace;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A model of intents as a binary file: the format's name, the encoder's, both thresholds, the
 * labels, the features of wording, the scorer (see {@link ScorerFile}), and for each label its
 * examples (see {@link ExemplarsFile}). Texts are as {@link DataOutputStream#writeUTF} writes them,
 * lists begin with their length.
 */
final class ModelFile {
  /** Changes with whatever would make an older file mean something else. */
  static final String FORMAT = "parley-intents/4";

  private ModelFile() {}

  static void write(IntentModel model, Path file) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeUTF(FORMAT);
      out.writeUTF(model.encoder());
      out.writeFloat(model.leastMargin());
      out.writeFloat(model.leastResemblance());
      out.writeInt(model.labels().size());
      for (String label : model.labels()) {
        out.writeUTF(label);
      }
      WordSpace space = ScorerFile.space(model.scorer());
      Rows.write(out, space.features());
      Rows.write(out, space.rarity());
      ScorerFile.write(out, model.scorer());
      for (Exemplars exemplars : model.exemplars()) {
        ExemplarsFile.write(out, exemplars);
      }
    }
  }

  static IntentModel read(Path file) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      ModelStore.requireFormat(file, in.readUTF());
      String encoder = in.readUTF();
      float leastMargin = in.readFloat();
      float leastResemblance = in.readFloat();
      List<String> labels = new ArrayList<>();
      for (int left = Rows.count(in); left > 0; left--) {
        labels.add(in.readUTF());
      }
      var space = new WordSpace(Rows.integers(in), Rows.floats(in));
      LabelScorer scorer = ScorerFile.read(in, space);
      List<Exemplars> exemplars = new ArrayList<>();
      for (int k = 0; k < labels.size(); k++) {
        exemplars.add(ExemplarsFile.read(in, space));
      }
      return new IntentModel(encoder, labels, scorer, exemplars, leastMargin, leastResemblance);
    }
  }
}
