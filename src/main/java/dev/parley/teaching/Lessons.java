package dev.parley.teaching;

import java.util.List;

/** Where accepted examples go, for the next model to learn from. */
public interface Lessons {
  /**
   * A sentence, and what it asks for.
   *
   * @param marks its values, in the order in which they stand
   */
  record Lesson(String text, String intent, List<Mark> marks) {
    public Lesson {
      marks = List.copyOf(marks);
    }
  }

  /**
   * A value in a sentence.
   *
   * @param end exclusive
   * @param value what it means, where that is not what is written there
   */
  record Mark(int start, int end, String slot, String value) {}

  /**
   * Adds a sentence.
   *
   * @return why it could not be added; empty when it is among the examples now
   */
  String add(Lesson lesson);

  /** Takes everything and keeps nothing. */
  static Lessons unkept() {
    return lesson -> "";
  }
}
