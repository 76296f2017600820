package dev.parley.understanding;

/**
 * An intent and how well a message fits it.
 *
 * @param confidence 0 to 1
 */
public record ScoredIntent(String intent, double confidence) {}
