package dev.parley.understanding;

import java.util.Collection;
import java.util.List;

/** Finds the examples of a model that a message is worded most like. */
@FunctionalInterface
public interface NearExamples {
  /**
   * One example.
   *
   * @param likeness of its wording, from 0 to 1
   */
  record Near(String text, String intent, double likeness) {}

  /** The nearest of some intents, nearest first. */
  List<Near> to(String text, Collection<String> intents, int most);

  /** There are none. */
  static NearExamples none() {
    return (text, intents, most) -> List.of();
  }
}
