package dev.parley.training;

import java.util.List;

/**
 * One way to say something.
 *
 * @param text without the marks
 * @param annotations in the order in which they stand
 * @param file where it was read
 * @param line from 1
 */
public record Example(
    String text, String intent, List<Annotation> annotations, String file, int line) {
  public Example {
    annotations = List.copyOf(annotations);
  }
}
