package dev.parley.understanding;

/** How well one tag follows another; what must not follow never does. */
public final class Transitions {
  private final float[][] scores;
  private final float[][] onwards;
  private final float[][] back;

  /**
   * @param weights a row for the tag before, a column for the tag; of pairs that are not allowed
   *     they do not matter
   */
  public Transitions(float[][] weights) {
    int tags = weights.length;
    scores = new float[tags][tags];
    onwards = new float[tags][tags];
    back = new float[tags][tags];
    for (int before = 0; before < tags; before++) {
      for (int tag = 0; tag < tags; tag++) {
        boolean allowed = SlotTags.follows(before, tag);
        scores[before][tag] = allowed ? weights[before][tag] : Float.NEGATIVE_INFINITY;
        onwards[before][tag] = allowed ? (float) Math.exp(weights[before][tag]) : 0;
        back[tag][before] = onwards[before][tag];
      }
    }
  }

  int tags() {
    return scores.length;
  }

  float score(int before, int tag) {
    return scores[before][tag];
  }

  /** The exponentials of the scores. */
  float[][] onwards() {
    return onwards;
  }

  /** The same, a row for the tag and a column for the tag before. */
  float[][] back() {
    return back;
  }
}
