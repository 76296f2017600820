package dev.parley.training;

import dev.parley.understanding.TextFeatures;
import java.util.List;

/**
 * One example to learn from.
 *
 * @param forms as written and, where that differs, masked
 * @param label an index
 */
record Lesson(List<TextFeatures> forms, int label) {
  Lesson {
    forms = List.copyOf(forms);
  }

  /** Takes turns, so that each form of each example is learnt from without taking longer. */
  TextFeatures form(int turn) {
    return forms.get(turn % forms.size());
  }
}
