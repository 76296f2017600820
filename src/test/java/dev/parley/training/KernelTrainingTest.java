package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.understanding.KernelScorer;
import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.WordCounts;
import dev.parley.understanding.WordSpace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KernelTrainingTest {
  @Test
  void learnsWhatNoStraightLineTellsApart() {
    List<Lesson> lessons = corners();
    KernelScorer machine = KernelTraining.fit(lessons, 2, 4, 100, 1);
    var scores = new float[2];
    for (Lesson lesson : lessons) {
      machine.logProbabilities(lesson.form(0), scores);
      assertThat(scores[lesson.label()]).isGreaterThan(scores[1 - lesson.label()]);
    }
  }

  @Test
  void learnsTheSameFromTheSameSeed() {
    KernelScorer one = KernelTraining.fit(corners(), 2, 4, 20, 3);
    assertThat(one.weights()).isDeepEqualTo(KernelTraining.fit(corners(), 2, 4, 20, 3).weights());
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    KernelScorer machine = KernelTraining.fit(corners(), 2, 4, 20, 1);
    var bytes = new ByteArrayOutputStream();
    ScorerFile.write(new DataOutputStream(bytes), machine);
    var in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    var before = new float[2];
    var after = new float[2];
    machine.logProbabilities(corners().get(0).form(0), before);
    ScorerFile.read(in, WordSpace.EMPTY).logProbabilities(corners().get(0).form(0), after);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void solvesASystem() {
    float[][] matrix = {{4, 0, 0}, {2, 5, 0}, {1, 3, 6}};
    float[][] right = {{11, 4}, {21, 2}, {25, 1}};
    new Cholesky(matrix).solve(right);
    float[] first = {1, 2, 3};
    for (int i = 0; i < first.length; i++) {
      assertThat(right[i][0]).isCloseTo(first[i], within(1e-4f));
    }
    assertThat(right[0][1]).isCloseTo(1, within(1e-4f));
  }

  private static List<Lesson> corners() {
    var random = new Random(5);
    var lessons = new ArrayList<Lesson>();
    for (int i = 0; i < 400; i++) {
      int corner = i % 4;
      float x = corner % 2 == 0 ? -1 : 1;
      float y = corner < 2 ? -1 : 1;
      float[] vector = {
        x + 0.2f * (float) random.nextGaussian(), y + 0.2f * (float) random.nextGaussian(), 0, 0
      };
      var words = new WordCounts(new int[0], new float[0]);
      lessons.add(new Lesson(List.of(new TextFeatures(vector, words)), x * y > 0 ? 1 : 0));
    }
    return lessons;
  }
}
