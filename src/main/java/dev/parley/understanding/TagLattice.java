package dev.parley.understanding;

import java.util.Arrays;

/**
 * All ways to tag one text, weighed: how probable each tag of each word is, and which way is best.
 * Before the first word stands {@link SlotTags#OUTSIDE}.
 */
public final class TagLattice {
  /**
   * A tag that is less likely than this by itself counts as this likely: another one may be best
   * only where it is not allowed, and then something has to be left.
   */
  private static final float LEAST = -30;

  private final Transitions transitions;
  private final float[][] factors;
  private final float[][] forward;
  private final float[][] backward;
  private final float[] sums;

  /**
   * @param scores a row a word, a column a tag
   */
  public TagLattice(float[][] scores, Transitions transitions) {
    this.transitions = transitions;
    int words = scores.length;
    int tags = transitions.tags();
    factors = new float[words][tags];
    forward = new float[words][tags];
    backward = new float[words][tags];
    sums = new float[words];
    for (int i = 0; i < words; i++) {
      exponentiate(scores[i], factors[i]);
      advance(i);
    }
    for (int i = words - 1; i >= 0; i--) {
      retreat(i);
    }
  }

  private static void exponentiate(float[] scores, float[] factors) {
    float max = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      max = Math.max(max, score);
    }
    for (int t = 0; t < scores.length; t++) {
      factors[t] = (float) Math.exp(Math.max(LEAST, scores[t] - max));
    }
  }

  private void advance(int i) {
    float[] here = forward[i];
    if (i == 0) {
      System.arraycopy(transitions.onwards()[SlotTags.OUTSIDE], 0, here, 0, here.length);
    } else {
      VectorMath.addProduct(forward[i - 1], here.length, transitions.onwards(), here);
    }
    double sum = 0;
    for (int t = 0; t < here.length; t++) {
      here[t] *= factors[i][t];
      sum += here[t];
    }
    // Each row sums to one, so that long texts stay within what numbers can hold.
    sums[i] = (float) sum;
    float scale = (float) (1 / sum);
    for (int t = 0; t < here.length; t++) {
      here[t] *= scale;
    }
  }

  /** Completes the row of a word, and leaves in its factors what the word before it takes on. */
  private void retreat(int i) {
    float[] here = backward[i];
    if (i == backward.length - 1) {
      Arrays.fill(here, 1);
    } else {
      VectorMath.addProduct(factors[i + 1], here.length, transitions.back(), here);
    }
    float scale = 1 / sums[i];
    for (int t = 0; t < here.length; t++) {
      factors[i][t] *= here[t] * scale;
    }
  }

  /** How probable a tag of a word is. */
  public float probability(int word, int tag) {
    return forward[word][tag] * backward[word][tag];
  }

  /** Adds, times a weight, how probable it is that one tag follows another. */
  public void addPairs(float weight, float[][] sum) {
    for (int i = 0; i < factors.length; i++) {
      for (int before = 0; before < sum.length; before++) {
        float reached = i > 0 ? forward[i - 1][before] : before == SlotTags.OUTSIDE ? 1 : 0;
        if (reached > 1e-6f) {
          addRow(weight * reached, transitions.onwards()[before], factors[i], sum[before]);
        }
      }
    }
  }

  private static void addRow(float weight, float[] onwards, float[] factors, float[] sum) {
    for (int t = 0; t < sum.length; t++) {
      sum[t] = Math.fma(weight * onwards[t], factors[t], sum[t]);
    }
  }

  /** The most probable tags of a text. */
  public static int[] best(float[][] scores, Transitions transitions) {
    int tags = transitions.tags();
    var from = new int[scores.length][tags];
    float[] before = new float[tags];
    for (int i = 0; i < scores.length; i++) {
      var here = new float[tags];
      for (int t = 0; t < tags; t++) {
        here[t] = scores[i][t] + bestBefore(i, t, before, transitions, from[i]);
      }
      before = here;
    }
    var best = new int[scores.length];
    int tag = highest(before);
    for (int i = scores.length - 1; i >= 0; i--) {
      best[i] = tag;
      tag = from[i][tag];
    }
    return best;
  }

  private static float bestBefore(
      int i, int tag, float[] before, Transitions transitions, int[] from) {
    if (i == 0) {
      return transitions.score(SlotTags.OUTSIDE, tag);
    }
    float best = Float.NEGATIVE_INFINITY;
    for (int s = 0; s < before.length; s++) {
      float score = before[s] + transitions.score(s, tag);
      if (score > best) {
        best = score;
        from[tag] = s;
      }
    }
    return best;
  }

  private static int highest(float[] scores) {
    int best = 0;
    for (int t = 1; t < scores.length; t++) {
      if (scores[t] > scores[best]) {
        best = t;
      }
    }
    return best;
  }
}
