package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrfEnsembleTest {
  private static final SlotTags TAGS = new SlotTags(List.of("title"));
  private static final TaggedWords WORDS = TaggedWords.of("fix printer");

  private final CrfWeights mild = weights(TAGS, 1, 0.5f);
  private final CrfWeights bold = weights(TAGS, 3, 1.5f);

  private static CrfWeights weights(SlotTags tags, float here, float transition) {
    return new CrfWeights(
        "encoder",
        tags,
        1,
        new float[] {0.5f, 0},
        new float[] {2, 1},
        new float[][] {{here}, {1}},
        new float[] {0.25f},
        new float[][] {{0, 1, here}},
        new float[][] {{0, here, 1}},
        new float[][] {{here, 0, 0}},
        new float[] {1, 0, 0},
        new FeatureRows(new int[0], new float[0][]),
        new float[][] {{0, transition, 0}, {0, 0, transition}, {transition, 0, 0}});
  }

  /** Made anew, since scoring may overwrite them. */
  private static float[][] states() {
    return new float[][] {{0.1f, 0.2f}, {0.9f, 0.8f}};
  }

  private static SlotTagger tagger(CrfEnsemble ensemble) {
    return new CrfTagger(ensemble, (text, words) -> states());
  }

  @Test
  void oneMemberScoresAsItDoesAlone() {
    assertThat(new CrfEnsemble(List.of(bold)).scores(WORDS, states()))
        .isDeepEqualTo(bold.scores(WORDS, states()));
  }

  @Test
  void twoMembersScoreTheirMean() {
    float[][] scores = new CrfEnsemble(List.of(mild, bold)).scores(WORDS, states());
    float[][] one = mild.scores(WORDS, states());
    float[][] other = bold.scores(WORDS, states());
    for (int word = 0; word < scores.length; word++) {
      assertThat(one[word]).isNotEqualTo(other[word]);
      for (int tag = 0; tag < TAGS.count(); tag++) {
        assertThat(scores[word][tag])
            .isCloseTo((one[word][tag] + other[word][tag]) / 2, within(1e-5f));
      }
    }
  }

  @Test
  void whatFollowsWhatIsTheMeanToo() {
    var transitions = new CrfEnsemble(List.of(mild, bold)).transitions();
    assertThat(transitions.score(SlotTags.begin(0), SlotTags.inside(0))).isEqualTo(1);
    assertThat(transitions.score(SlotTags.OUTSIDE, SlotTags.inside(0)))
        .isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void twoOfAKindTagAsOneDoes() {
    String text = "fix printer";
    assertThat(tagger(new CrfEnsemble(List.of(bold, bold))).tag(text))
        .isNotEmpty()
        .isEqualTo(tagger(new CrfEnsemble(List.of(bold))).tag(text));
  }

  @Test
  void refusesMembersThatKnowOtherSlots() {
    var other = weights(new SlotTags(List.of("person")), 1, 0.5f);
    assertThatThrownBy(() -> new CrfEnsemble(List.of(mild, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of one kind");
  }

  @Test
  void refusesToBeNobody() {
    assertThatThrownBy(() -> new CrfEnsemble(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
