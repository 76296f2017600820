package dev.parley.understanding;

import java.util.Collection;
import java.util.List;

/** The forms of examples, as written and masked, each once, to compare a message with. */
public sealed interface ExampleForms permits VectorForms, WordForms {
  /** The cosine with each form. */
  float[] cosines(TextFeatures reading);

  /** The cosines of each of a message's forms, those that would be alike once. */
  default List<float[]> cosines(Collection<TextFeatures> readings) {
    return readings.stream().map(this::cosines).toList();
  }
}
