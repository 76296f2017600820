package dev.parley.understanding;

import java.util.List;

/**
 * Examples compared by how they are worded.
 *
 * @param space where the features are
 * @param forms by their places in it
 */
public record WordForms(WordSpace space, List<WordCounts> forms) implements ExampleForms {
  public WordForms {
    forms = List.copyOf(forms);
  }

  @Override
  public float[] cosines(TextFeatures reading) {
    var placed = space.place(reading.words());
    var cosines = new float[forms.size()];
    for (int form = 0; form < cosines.length; form++) {
      // Words and runs of characters have length one each.
      cosines[form] = placed.dot(forms.get(form)) / 2;
    }
    return cosines;
  }
}
