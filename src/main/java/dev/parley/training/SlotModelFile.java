package dev.parley.training;

import dev.parley.understanding.CrfEnsemble;
import dev.parley.understanding.CrfWeights;
import dev.parley.understanding.FeatureRows;
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
  static final String FORMAT = "parley-slots/2";

  private static final String CRF = "crf";
  private static final String ENSEMBLE = "ensemble";

  private SlotModelFile() {}

  static void write(SlotModel model, Path file) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeUTF(FORMAT);
      if (model instanceof CrfWeights) {
        out.writeUTF(CRF);
        writeCrf((CrfWeights) model, out);
      } else if (model instanceof CrfEnsemble) {
        out.writeUTF(ENSEMBLE);
        writeEnsemble((CrfEnsemble) model, out);
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
      switch (kind) {
        case CRF:
          return readCrf(in);
        case ENSEMBLE:
          return readEnsemble(in);
        default:
          throw new IOException("There is no kind of model called " + kind + ".");
      }
    }
  }

  private static void writeEnsemble(CrfEnsemble model, DataOutputStream out) throws IOException {
    out.writeInt(model.members().size());
    for (CrfWeights member : model.members()) {
      writeCrf(member, out);
    }
  }

  private static CrfEnsemble readEnsemble(DataInputStream in) throws IOException {
    List<CrfWeights> members = new ArrayList<>();
    for (int left = Rows.count(in); left > 0; left--) {
      members.add(readCrf(in));
    }
    try {
      return new CrfEnsemble(members);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void writeCrf(CrfWeights model, DataOutputStream out) throws IOException {
    out.writeUTF(model.encoder());
    out.writeInt(model.tags().slots().size());
    for (String slot : model.tags().slots()) {
      out.writeUTF(slot);
    }
    out.writeInt(model.layers());
    Rows.write(out, model.mean());
    Rows.write(out, model.scale());
    Rows.write(out, model.hidden());
    Rows.write(out, model.hiddenBias());
    Rows.write(out, model.before());
    Rows.write(out, model.here());
    Rows.write(out, model.after());
    Rows.write(out, model.bias());
    Rows.write(out, model.transitions());
    int[] buckets = model.rows().learnt();
    out.writeInt(buckets.length);
    for (int row = 0; row < buckets.length; row++) {
      out.writeInt(buckets[row]);
      Rows.write(out, model.rows().weights()[row]);
    }
  }

  private static CrfWeights readCrf(DataInputStream in) throws IOException {
    String encoder = in.readUTF();
    List<String> slots = new ArrayList<>();
    for (int left = Rows.count(in); left > 0; left--) {
      slots.add(in.readUTF());
    }
    int layers = in.readInt();
    float[] mean = Rows.floats(in);
    float[] scale = Rows.floats(in);
    float[][] hidden = Rows.matrix(in);
    float[] hiddenBias = Rows.floats(in);
    float[][] before = Rows.matrix(in);
    float[][] here = Rows.matrix(in);
    float[][] after = Rows.matrix(in);
    float[] bias = Rows.floats(in);
    float[][] transitions = Rows.matrix(in);
    return new CrfWeights(
        encoder,
        new SlotTags(slots),
        layers,
        mean,
        scale,
        hidden,
        hiddenBias,
        before,
        here,
        after,
        bias,
        readFeatures(in),
        transitions);
  }

  private static FeatureRows readFeatures(DataInputStream in) throws IOException {
    var buckets = new int[Rows.count(in)];
    var weights = new float[buckets.length][];
    for (int row = 0; row < buckets.length; row++) {
      buckets[row] = in.readInt();
      if (buckets[row] < 0 || buckets[row] >= FeatureRows.buckets()) {
        throw new IOException("There is no bucket " + buckets[row] + ".");
      }
      weights[row] = Rows.floats(in);
    }
    return new FeatureRows(buckets, weights);
  }
}
