package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TagLatticeTest {
  private static final int WORDS = 4;
  private static final int TAGS = 5;

  private final Random random = new Random(3);
  private final float[][] scores = numbers(WORDS, TAGS);
  private final float[][] weights = numbers(TAGS, TAGS);
  private final Transitions transitions = new Transitions(weights);

  private float[][] numbers(int rows, int columns) {
    var numbers = new float[rows][columns];
    for (float[] row : numbers) {
      for (int k = 0; k < columns; k++) {
        row[k] = (float) random.nextGaussian();
      }
    }
    return numbers;
  }

  @Test
  void findsTheBestOfAllWays() {
    int[] best = null;
    for (int[] way : ways()) {
      best = best == null || weight(way) > weight(best) ? way : best;
    }
    assertThat(TagLattice.best(scores, transitions)).isEqualTo(best);
  }

  @Test
  void weighsEachTagByAllWaysThatHaveIt() {
    var lattice = new TagLattice(scores, transitions);
    double all = ways().stream().mapToDouble(way -> Math.exp(weight(way))).sum();
    for (int word = 0; word < WORDS; word++) {
      for (int tag = 0; tag < TAGS; tag++) {
        int w = word;
        int t = tag;
        double some =
            ways().stream()
                .filter(way -> way[w] == t)
                .mapToDouble(way -> Math.exp(weight(way)))
                .sum();
        assertThat(lattice.probability(word, tag)).isCloseTo((float) (some / all), within(1e-5f));
      }
    }
  }

  @Test
  void weighsEachPairByAllWaysThatHaveIt() {
    var pairs = new float[TAGS][TAGS];
    new TagLattice(scores, transitions).addPairs(1, pairs);
    double all = ways().stream().mapToDouble(way -> Math.exp(weight(way))).sum();
    double some = 0;
    for (int[] way : ways()) {
      for (int i = 1; i < WORDS; i++) {
        some += way[i - 1] == 1 && way[i] == 2 ? Math.exp(weight(way)) : 0;
      }
    }
    assertThat(pairs[1][2]).isCloseTo((float) (some / all), within(1e-5f));
  }

  @Test
  void goesOnOnlyWithWhatBegan() {
    var tempting = new float[WORDS][TAGS];
    for (float[] row : tempting) {
      row[SlotTags.inside(0)] = 5;
      row[SlotTags.inside(1)] = 5.5f;
    }
    int[] best = TagLattice.best(tempting, transitions);
    int before = SlotTags.OUTSIDE;
    for (int tag : best) {
      assertThat(SlotTags.follows(before, tag)).isTrue();
      before = tag;
    }
  }

  private double weight(int[] way) {
    double weight = 0;
    int before = SlotTags.OUTSIDE;
    for (int i = 0; i < way.length; i++) {
      weight += scores[i][way[i]] + weights[before][way[i]];
      before = way[i];
    }
    return weight;
  }

  /** All that are allowed. */
  private static List<int[]> ways() {
    var ways = new ArrayList<int[]>();
    extend(new int[WORDS], 0, ways);
    return ways;
  }

  private static void extend(int[] way, int at, List<int[]> ways) {
    if (at == WORDS) {
      ways.add(way.clone());
      return;
    }
    for (int tag = 0; tag < TAGS; tag++) {
      if (SlotTags.follows(at == 0 ? SlotTags.OUTSIDE : way[at - 1], tag)) {
        way[at] = tag;
        extend(way, at + 1, ways);
      }
    }
  }
}
