package dev.parley.understanding;

/** The forms of examples, as written and masked, each once, to compare a message with. */
public sealed interface ExampleForms permits VectorForms, WordForms {
  /** The cosine with each form. */
  float[] cosines(TextFeatures reading);
}
