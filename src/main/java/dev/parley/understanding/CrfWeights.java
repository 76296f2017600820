package dev.parley.understanding;

import java.util.function.Function;

/**
 * What a {@link CrfTagger} has learnt. A word's encoder states, standardised, go through one layer
 * together with the mean of the text's; the outcomes for the word and its two neighbours and the
 * word's own features score its tags.
 *
 * @param encoder the {@link Encoder#id()} whose states it reads
 * @param layers how many of {@link TokenStates#LAYERS} it reads
 * @param mean of each number of a state; {@code scale} is one over its deviation
 * @param hidden the layer, a row a number of a state
 * @param whole the same for the mean of the states of all words
 * @param before a row for each of the layer's outcomes for the word before; then the word itself
 *     and the word after it
 * @param rows how well each feature goes with each tag
 * @param transitions a row for the tag before
 */
public record CrfWeights(
    String encoder,
    SlotTags tags,
    int layers,
    float[] mean,
    float[] scale,
    float[][] hidden,
    float[][] whole,
    float[] hiddenBias,
    float[][] before,
    float[][] here,
    float[][] after,
    float[] bias,
    FeatureRows rows,
    float[][] transitions)
    implements SlotModel {
  private static final float FARTHEST = 6;

  @Override
  public SlotTagger tagger(Function<String, TokenStates> states) {
    return new CrfTagger(this, states);
  }

  /** States as the layer takes them: around zero, and none far from it. */
  public static void standardise(float[] states, float[] mean, float[] scale) {
    for (int k = 0; k < states.length; k++) {
      float value = (states[k] - mean[k]) * scale[k];
      states[k] = Math.max(-FARTHEST, Math.min(FARTHEST, value));
    }
  }

  /**
   * How well each tag fits each word by itself.
   *
   * @param states of each word, in which the outcome is worked out
   */
  float[][] scores(TaggedWords words, float[][] states) {
    int count = words.size();
    var outcomes = new float[count][];
    for (int i = 0; i < count; i++) {
      standardise(states[i], mean, scale);
    }
    float[] base = hiddenBias.clone();
    VectorMath.addProduct(middle(states, mean.length), mean.length, whole, base);
    for (int i = 0; i < count; i++) {
      outcomes[i] = outcome(states[i], base);
    }
    var scores = new float[count][];
    for (int i = 0; i < count; i++) {
      scores[i] = bias.clone();
      rows.add(1, words.features(i), scores[i]);
      if (i > 0) {
        VectorMath.addProduct(outcomes[i - 1], before.length, before, scores[i]);
      }
      VectorMath.addProduct(outcomes[i], here.length, here, scores[i]);
      if (i + 1 < count) {
        VectorMath.addProduct(outcomes[i + 1], after.length, after, scores[i]);
      }
    }
    return scores;
  }

  /** The mean of standardised states, spread about as wide as they are. */
  public static float[] middle(float[][] states, int width) {
    var middle = new float[width];
    float part = 3f / Math.max(1, states.length);
    for (float[] state : states) {
      for (int k = 0; k < width; k++) {
        middle[k] = Math.fma(part, state[k], middle[k]);
      }
    }
    return middle;
  }

  private float[] outcome(float[] state, float[] base) {
    float[] outcome = base.clone();
    VectorMath.addProduct(state, state.length, hidden, outcome);
    for (int k = 0; k < outcome.length; k++) {
      outcome[k] = Math.max(0, outcome[k]);
    }
    return outcome;
  }
}
