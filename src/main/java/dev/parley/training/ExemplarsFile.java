package dev.parley.training;

import dev.parley.understanding.ExampleForms;
import dev.parley.understanding.Exemplars;
import dev.parley.understanding.VectorForms;
import dev.parley.understanding.WordCounts;
import dev.parley.understanding.WordForms;
import dev.parley.understanding.WordSpace;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The examples of an intent in a model's file: whether they are compared by their wording, their
 * forms, and for each example which forms it has.
 */
final class ExemplarsFile {
  private ExemplarsFile() {}

  static void write(DataOutputStream out, Exemplars exemplars) throws IOException {
    if (exemplars.forms() instanceof WordForms words) {
      out.writeBoolean(true);
      out.writeInt(words.forms().size());
      for (WordCounts form : words.forms()) {
        Rows.write(out, form.at());
        Rows.write(out, form.value());
      }
    } else if (exemplars.forms() instanceof VectorForms vectors) {
      out.writeBoolean(false);
      Rows.write(out, vectors.columns());
    }
    out.writeInt(exemplars.examples().size());
    for (int[] forms : exemplars.examples()) {
      Rows.write(out, forms);
    }
  }

  static Exemplars read(DataInputStream in, WordSpace space) throws IOException {
    ExampleForms forms = in.readBoolean() ? words(in, space) : new VectorForms(Rows.matrix(in));
    List<int[]> examples = new ArrayList<>();
    for (int left = Rows.count(in); left > 0; left--) {
      examples.add(Rows.integers(in));
    }
    return new Exemplars(forms, examples);
  }

  private static WordForms words(DataInputStream in, WordSpace space) throws IOException {
    List<WordCounts> forms = new ArrayList<>();
    for (int left = Rows.count(in); left > 0; left--) {
      forms.add(new WordCounts(Rows.integers(in), Rows.floats(in)));
    }
    return new WordForms(space, forms);
  }
}
