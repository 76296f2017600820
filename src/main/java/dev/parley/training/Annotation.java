package dev.parley.training;

/**
 * A marked part of an example.
 *
 * @param start first character in the example's text; {@code end} is exclusive
 * @param slot the name of the slot that it fills
 * @param value what it means where that differs from what is written; else the marked text
 */
public record Annotation(int start, int end, String slot, String value) {}
