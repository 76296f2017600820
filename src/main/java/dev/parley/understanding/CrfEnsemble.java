package dev.parley.understanding;

import java.util.List;
import java.util.function.Function;

/**
 * Several {@link CrfWeights} that were learnt from the same texts, each from another start. What
 * each says of a tag is averaged before the best tags are sought, since they rarely err alike.
 *
 * @param members at least one; all have the same tags and read the same states
 */
public record CrfEnsemble(List<CrfWeights> members) implements SlotModel {
  public CrfEnsemble {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("An ensemble needs a member.");
    }
    var first = members.get(0);
    for (CrfWeights member : members) {
      if (!member.tags().equals(first.tags())
          || !member.encoder().equals(first.encoder())
          || member.layers() != first.layers()) {
        throw new IllegalArgumentException("The members of an ensemble have to be of one kind.");
      }
    }
  }

  @Override
  public SlotTagger tagger(Function<String, TokenStates> states) {
    return new CrfTagger(this, states);
  }

  SlotTags tags() {
    return members.get(0).tags();
  }

  int layers() {
    return members.get(0).layers();
  }

  /**
   * How well each tag fits each word by itself.
   *
   * @param states of each word, which the outcome may overwrite
   */
  float[][] scores(TaggedWords words, float[][] states) {
    int last = members.size() - 1;
    var sum = new float[words.size()][tags().count()];
    for (CrfWeights member : members.subList(0, last)) {
      add(member.scores(words, copy(states)), sum);
    }
    add(members.get(last).scores(words, states), sum);
    return divided(sum);
  }

  /** How well each tag follows each other one. */
  Transitions transitions() {
    var sum = new float[tags().count()][tags().count()];
    members.forEach(member -> add(member.transitions(), sum));
    return new Transitions(divided(sum));
  }

  private static float[][] copy(float[][] rows) {
    var copy = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  private static void add(float[][] rows, float[][] sum) {
    for (int i = 0; i < sum.length; i++) {
      for (int k = 0; k < sum[i].length; k++) {
        sum[i][k] += rows[i][k];
      }
    }
  }

  private float[][] divided(float[][] sum) {
    for (float[] row : sum) {
      for (int k = 0; k < row.length; k++) {
        row[k] /= members.size();
      }
    }
    return sum;
  }
}
