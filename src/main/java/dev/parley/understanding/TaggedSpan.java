package dev.parley.understanding;

/**
 * A stretch of a text that was tagged as the value of a slot.
 *
 * @param slot its name
 * @param start first character; {@code end} is exclusive
 * @param confidence the probability of the least certain word's tag
 */
public record TaggedSpan(String slot, int start, int end, double confidence) {}
