package dev.parley.understanding;

/**
 * What one pass of the encoder gives.
 *
 * @param vector of the whole text, as {@link Encoder#vector} gives it
 * @param states of its pieces
 */
public record Encoded(float[] vector, TokenStates states) {}
