package dev.parley.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tags by a linear-chain conditional random field over words' features and encoder states. */
public final class CrfTagger implements SlotTagger {
  private final CrfEnsemble weights;
  private final Transitions transitions;
  private final BiFunction<String, TaggedWords, float[][]> states;

  /**
   * @param states gives what the encoder makes of a text that it was learnt with
   */
  public CrfTagger(CrfEnsemble weights, Function<String, TokenStates> states) {
    this(
        weights,
        (text, words) ->
            weights.layers() == 0
                ? new float[words.size()][0]
                : states.apply(text).of(words, weights.layers()));
  }

  /**
   * @param states gives the states of a text's words, which the tagger may overwrite
   */
  public CrfTagger(CrfEnsemble weights, BiFunction<String, TaggedWords, float[][]> states) {
    this.weights = weights;
    this.transitions = weights.transitions();
    this.states = states;
  }

  @Override
  public boolean knows(String slot) {
    return weights.tags().slots().contains(slot);
  }

  @Override
  public List<TaggedSpan> tag(String text, Predicate<String> slots) {
    var words = TaggedWords.of(text);
    if (words.size() == 0) {
      return List.of();
    }
    float[][] scores = weights.scores(words, states.apply(text, words));
    forbid(scores, slots);
    int[] tags = TagLattice.best(scores, transitions);
    for (int tag : tags) {
      if (tag != SlotTags.OUTSIDE) {
        return spans(words, tags, new TagLattice(scores, transitions));
      }
    }
    return List.of();
  }

  private void forbid(float[][] scores, Predicate<String> slots) {
    List<String> names = weights.tags().slots();
    for (int slot = 0; slot < names.size(); slot++) {
      if (!slots.test(names.get(slot))) {
        for (float[] row : scores) {
          row[SlotTags.begin(slot)] = Float.NEGATIVE_INFINITY;
          row[SlotTags.inside(slot)] = Float.NEGATIVE_INFINITY;
        }
      }
    }
  }

  private List<TaggedSpan> spans(TaggedWords words, int[] tags, TagLattice lattice) {
    var spans = new ArrayList<TaggedSpan>();
    for (int from = 0; from < tags.length; from++) {
      if (tags[from] == SlotTags.OUTSIDE) {
        continue;
      }
      int slot = SlotTags.slot(tags[from]);
      double confidence = lattice.probability(from, tags[from]);
      int to = from + 1;
      for (; to < tags.length && tags[to] == SlotTags.inside(slot); to++) {
        confidence = Math.min(confidence, lattice.probability(to, tags[to]));
      }
      spans.add(
          new TaggedSpan(
              weights.tags().slots().get(slot), words.start(from), words.end(to - 1), confidence));
      from = to - 1;
    }
    return spans;
  }
}
