package dev.parley.understanding;

import java.util.List;
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
    return new CrfEnsemble(List.of(this)).tagger(states);
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
      outcomes[i] = outcome(states[i]);
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

  private float[] outcome(float[] state) {
    float[] outcome = hiddenBias.clone();
    VectorMath.addProduct(state, state.length, hidden, outcome);
    for (int k = 0; k < outcome.length; k++) {
      outcome[k] = Math.max(0, outcome[k]);
    }
    return outcome;
  }
}
