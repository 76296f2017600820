package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.training.Shares.Tried;
import dev.parley.understanding.LabelScorer;
import dev.parley.understanding.LinearScorer;
import dev.parley.understanding.MixedScorer;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.WordCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void giveMostToTheScorerThatIsRightMostOften() {
    var shares = Shares.choose(tried(0.95, 0.6), 2);
    assertThat(shares.of(0)).isGreaterThan(0.7f);
    assertThat(shares.of(1)).isPositive();
    assertThat(shares.of(0) + shares.of(1)).isCloseTo(1, within(1e-5f));
  }

  @Test
  void giveNearlyNothingToOneThatMisleads() {
    assertThat(Shares.choose(tried(0.9, 0.1), 2).of(1)).isLessThan(0.05f);
  }

  @Test
  void giveTheSameToScorersThatErrAsOften() {
    assertThat(Shares.choose(tried(0.8, 0.8), 2).of(0)).isCloseTo(0.5f, within(0.1f));
  }

  @Test
  void areEqualWhereNothingWasTried() {
    assertThat(Shares.choose(List.of(), 4).of(3)).isEqualTo(0.25f);
  }

  @Test
  void leaveAScorerThatIsAloneAsItIs() {
    var alone = constant(1);
    assertThat(Shares.choose(tried(0.9), 1).mix(List.of(List.of(alone)))).isSameAs(alone);
  }

  @Test
  void mixOutcomesAsTheScorerDoesThatIsMade() {
    var shares = Shares.choose(tried(0.9, 0.7), 2);
    List<LabelScorer> scorers = List.of(constant(2), constant(-1));
    var outcomes = new float[2][3];
    var text = new TextFeatures(new float[4], new WordCounts(new int[0], new float[0]));
    for (int p = 0; p < outcomes.length; p++) {
      scorers.get(p).logProbabilities(text, outcomes[p]);
    }
    var together = new float[3];
    LabelScorer mixed = shares.mix(List.of(scorers));
    mixed.logProbabilities(text, together);
    assertThat(mixed).isInstanceOf(MixedScorer.class);
    assertThat(shares.mix(outcomes)).isEqualTo(together);
  }

  @Test
  void dividesAShareAmongScorersOfAKind() {
    var once = new float[3];
    var twice = new float[3];
    var text = new TextFeatures(new float[4], new WordCounts(new int[0], new float[0]));
    Shares.equal(2).mix(List.of(List.of(constant(2), constant(-1)))).logProbabilities(text, once);
    Shares.equal(1)
        .mix(List.of(List.of(constant(2)), List.of(constant(-1))))
        .logProbabilities(text, twice);
    assertThat(twice).containsExactly(once, within(1e-6f));
  }

  /** Three labels, of which each scorer prefers the right one as often as it says. */
  private static List<Tried> tried(double... right) {
    var random = new Random(3);
    var tried = new ArrayList<Tried>();
    for (int i = 0; i < 600; i++) {
      int label = i % 3;
      var outcomes = new float[right.length][];
      for (int p = 0; p < right.length; p++) {
        boolean hit = random.nextDouble() < right[p];
        outcomes[p] = preferring(hit ? label : (label + 1 + random.nextInt(2)) % 3);
      }
      tried.add(new Tried(outcomes, label));
    }
    return tried;
  }

  private static float[] preferring(int label) {
    var outcome = new float[3];
    for (int k = 0; k < outcome.length; k++) {
      outcome[k] = (float) Math.log(k == label ? 0.8 : 0.1);
    }
    return outcome;
  }

  private static LabelScorer constant(float first) {
    return new LinearScorer(new float[4][3], new float[] {first, 0, 0});
  }
}
