package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.understanding.TextFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

  @Test
  void findsTheMinimumOfAParabola() {
    float[] x = {5, -7};
    new Lbfgs(
            (at, gradient) -> {
              gradient[0] = 2 * (at[0] - 1);
              gradient[1] = 20 * (at[1] - 3);
              return (at[0] - 1) * (at[0] - 1) + 10 * (at[1] - 3) * (at[1] - 3);
            },
            100,
            1e-9)
        .minimise(x);
    assertThat(x[0]).isCloseTo(1, within(1e-2f));
    assertThat(x[1]).isCloseTo(3, within(1e-2f));
  }

  @Test
  void tellsSeparableClassesApart() {
    var random = new Random(1);
    List<float[]> rows = new ArrayList<>();
    var labels = new int[600];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 3;
      var row = new float[8];
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.nextGaussian() * 0.2f;
      }
      row[labels[i]] += 2;
      rows.add(row);
    }
    var scorer = SoftmaxRegression.fit(rows, labels, 3, 8);
    var scores = new float[3];
    for (int i = 0; i < labels.length; i++) {
      scorer.logProbabilities(text(rows.get(i)), scores);
      assertThat(Math.exp(scores[labels[i]])).as("row %d", i).isGreaterThan(0.9);
    }
  }

  @Test
  void givesProbabilitiesThatAddUpToOne() {
    var scorer =
        SoftmaxRegression.fit(
            List.of(new float[] {1, 0, 0, 0}, new float[] {0, 1, 0, 0}), new int[] {0, 1}, 2, 4);
    var scores = new float[2];
    scorer.logProbabilities(text(new float[] {0.3f, 0.1f, 0, 0}), scores);
    assertThat(Math.exp(scores[0]) + Math.exp(scores[1])).isCloseTo(1, within(1e-5));
    assertThat(scores[0]).isGreaterThan(scores[1]);
  }

  private static TextFeatures text(float[] vector) {
    return TextFeatures.of("", text -> vector);
  }
}
