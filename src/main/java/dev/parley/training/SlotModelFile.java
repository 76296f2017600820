package dev.parley.training;

import dev.parley.understanding.CrfWeights;
import dev.parley.understanding.FeatureRows;
import dev.parley.understanding.NameFinderModel;
import dev.parley.understanding.SlotModel;
import dev.parley.understanding.SlotTags;
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
 * A model of slots as a binary file: the format's name, the kind of model, and what it holds. Texts
 * are as {@link DataOutputStream#writeUTF} writes them, lists begin with their length.
 */
final class SlotModelFile {
  /** Changes with whatever would make an older file mean something else. */
  static final String FORMAT = "parley-slots/1";

  private static final String CRF = "crf";
  private static final String NAMES = "names";
  private static final int MOST = 1 << 21;

  private SlotModelFile() {}

  static void write(SlotModel model, Path file) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeUTF(FORMAT);
      if (model instanceof CrfWeights) {
        out.writeUTF(CRF);
        writeCrf((CrfWeights) model, out);
      } else if (model instanceof NameFinderModel) {
        out.writeUTF(NAMES);
        ((NameFinderModel) model).write(out);
      } else {
        throw new IllegalArgumentException("Unknown kind of model: " + model.getClass());
      }
    }
  }

  static SlotModel read(Path file) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      ModelStore.requireFormat(file, in.readUTF(), FORMAT);
      String kind = in.readUTF();
      return switch (kind) {
        case CRF -> readCrf(in);
        case NAMES -> NameFinderModel.read(in);
        default -> throw new IOException("There is no kind of model called " + kind + ".");
      };
    }
  }

  private static void writeCrf(CrfWeights model, DataOutputStream out) throws IOException {
    out.writeUTF(model.encoder());
    out.writeInt(model.tags().slots().size());
    for (String slot : model.tags().slots()) {
      out.writeUTF(slot);
    }
    out.writeInt(model.layers());
    Floats.write(out, model.mean());
    Floats.write(out, model.scale());
    writeRows(out, model.hidden());
    writeRows(out, model.whole());
    Floats.write(out, model.hiddenBias());
    writeRows(out, model.before());
    writeRows(out, model.here());
    writeRows(out, model.after());
    Floats.write(out, model.bias());
    writeRows(out, model.transitions());
    int[] buckets = model.rows().learnt();
    out.writeInt(buckets.length);
    for (int row = 0; row < buckets.length; row++) {
      out.writeInt(buckets[row]);
      Floats.write(out, model.rows().weights()[row]);
    }
  }

  private static CrfWeights readCrf(DataInputStream in) throws IOException {
    String encoder = in.readUTF();
    List<String> slots = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      slots.add(in.readUTF());
    }
    int layers = in.readInt();
    float[] mean = Floats.read(in);
    float[] scale = Floats.read(in);
    float[][] hidden = readRows(in);
    float[][] whole = readRows(in);
    float[] hiddenBias = Floats.read(in);
    float[][] before = readRows(in);
    float[][] here = readRows(in);
    float[][] after = readRows(in);
    float[] bias = Floats.read(in);
    float[][] transitions = readRows(in);
    return new CrfWeights(
        encoder,
        new SlotTags(slots),
        layers,
        mean,
        scale,
        hidden,
        whole,
        hiddenBias,
        before,
        here,
        after,
        bias,
        readFeatures(in),
        transitions);
  }

  private static FeatureRows readFeatures(DataInputStream in) throws IOException {
    var buckets = new int[count(in)];
    var weights = new float[buckets.length][];
    for (int row = 0; row < buckets.length; row++) {
      buckets[row] = in.readInt();
      if (buckets[row] < 0 || buckets[row] >= FeatureRows.buckets()) {
        throw new IOException("There is no bucket " + buckets[row] + ".");
      }
      weights[row] = Floats.read(in);
    }
    return new FeatureRows(buckets, weights);
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
