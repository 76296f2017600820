package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.understanding.MlpScorer;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.WordCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MlpTrainingTest {
  private static final MlpTraining.Settings SETTINGS =
      new MlpTraining.Settings(16, 4, true, 200, 32, 5e-3, 0, 0.1, 0.05);

  @Test
  void learnsWhatNoStraightLineTellsApart() {
    List<Lesson> lessons = corners();
    MlpScorer network = MlpTraining.fit(lessons, 2, SETTINGS, 1);
    var scores = new float[2];
    for (Lesson lesson : lessons) {
      network.logProbabilities(lesson.form(0), scores);
      assertThat(scores[lesson.label()]).isGreaterThan(scores[1 - lesson.label()]);
    }
  }

  @Test
  void learnsTheSameFromTheSameSeed() {
    MlpScorer one = MlpTraining.fit(corners(), 2, SETTINGS, 3);
    MlpScorer same = MlpTraining.fit(corners(), 2, SETTINGS, 3);
    MlpScorer other = MlpTraining.fit(corners(), 2, SETTINGS, 4);
    assertThat(one.input()).isDeepEqualTo(same.input());
    assertThat(one.outputBias()).isEqualTo(same.outputBias());
    assertThat(one.outputBias()).isNotEqualTo(other.outputBias());
  }

  @Test
  void givesProbabilitiesThatAddUpToOne() {
    MlpScorer network = MlpTraining.fit(corners(), 2, SETTINGS, 1);
    var scores = new float[2];
    network.logProbabilities(text(5, 5, 5, 5), scores);
    assertThat(Math.exp(scores[0]) + Math.exp(scores[1])).isBetween(0.999, 1.001);
  }

  /** Opposite corners of a square belong together; the other two numbers say nothing. */
  private static List<Lesson> corners() {
    var random = new Random(5);
    var lessons = new ArrayList<Lesson>();
    for (int i = 0; i < 200; i++) {
      int x = i & 1;
      int y = i >> 1 & 1;
      var text = text(x, y, (float) random.nextGaussian() * 0.1f, 1);
      lessons.add(new Lesson(List.of(text), x ^ y));
    }
    return lessons;
  }

  private static TextFeatures text(float... vector) {
    return new TextFeatures(vector, new WordCounts(new int[0], new float[0]));
  }
}
