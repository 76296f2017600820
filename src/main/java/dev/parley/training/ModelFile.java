package dev.parley.training;

import dev.parley.understanding.Exemplars;
import dev.parley.understanding.IntentModel;
import dev.parley.understanding.LinearScorer;
import dev.parley.understanding.MixedScorer;
import dev.parley.understanding.WordScorer;
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
 * labels; the weights for vectors, a row a number, and their bias; how much each bucket of words
 * counts, their weights, a row a bucket, and their bias; and for each label its examples, each with
 * its forms. Texts are as {@link DataOutputStream#writeUTF} writes them, lists begin with their
 * length.
 */
final class ModelFile {
  /** Changes with whatever would make an older file mean something else. */
  static final String FORMAT = "parley-intents/2";

  private static final int MOST = 1_000_000;

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
      LinearScorer meaning = model.scorer().meaning();
      writeRows(out, meaning.weights());
      Floats.write(out, meaning.bias());
      WordScorer wording = model.scorer().wording();
      Floats.write(out, wording.rarity());
      writeRows(out, wording.weights());
      Floats.write(out, wording.bias());
      for (Exemplars exemplars : model.exemplars()) {
        out.writeInt(exemplars.examples().size());
        for (float[][] forms : exemplars.examples()) {
          writeRows(out, forms);
        }
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
      for (int left = count(in); left > 0; left--) {
        labels.add(in.readUTF());
      }
      var meaning = new LinearScorer(readRows(in), Floats.read(in));
      var wording = new WordScorer(Floats.read(in), readRows(in), Floats.read(in));
      var scorer = new MixedScorer(meaning, wording);
      List<Exemplars> exemplars = new ArrayList<>();
      for (int k = 0; k < labels.size(); k++) {
        exemplars.add(readExemplars(in));
      }
      return new IntentModel(encoder, labels, scorer, exemplars, leastMargin, leastResemblance);
    }
  }

  private static Exemplars readExemplars(DataInputStream in) throws IOException {
    List<float[][]> examples = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      examples.add(readRows(in));
    }
    return new Exemplars(examples);
  }

  private static void writeRows(DataOutputStream out, float[][] rows) throws IOException {
    out.writeInt(rows.length);
    for (float[] row : rows) {
      Floats.write(out, row);
    }
  }

  private static float[][] readRows(DataInputStream in) throws IOException {
    var rows = new float[count(in)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Floats.read(in);
    }
    return rows;
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("A list of " + count + " cannot be.");
    }
    return count;
  }
}
