package dev.parley.training;

import java.util.List;

/**
 * How the whole reader, its rules included, fared with messages that nothing was learnt from, as
 * parts of one.
 *
 * @param requests how many asked for something
 * @param intent those of which the intent was taken
 * @param values those of which it was, with exactly the values that are marked, wherever their
 *     bounds
 * @param valued how many requests name values
 * @param told those of them of which each slot was read to have exactly these, told the intent
 * @param misread the others, with what was marked and what was read
 * @param negatives how many asked for nothing
 * @param started those that were taken for a request nevertheless
 */
public record ReaderFigures(
    int requests,
    double intent,
    double values,
    int valued,
    double told,
    List<Misread> misread,
    int negatives,
    double started) {
  public ReaderFigures {
    misread = List.copyOf(misread);
  }

  /** A request of which values were read wrongly. */
  public record Misread(String intent, String text, String marked, String read) {}
}
