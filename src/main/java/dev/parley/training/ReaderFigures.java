package dev.parley.training;

/**
 * How the whole reader, its rules included, fared with messages that nothing was learnt from, as
 * parts of one.
 *
 * @param requests how many asked for something
 * @param intent those of which the intent was taken
 * @param values those of which it was, with exactly the values that are marked, wherever their
 *     bounds
 * @param negatives how many asked for nothing
 * @param started those that were taken for a request nevertheless
 */
public record ReaderFigures(
    int requests, double intent, double values, int negatives, double started) {}
