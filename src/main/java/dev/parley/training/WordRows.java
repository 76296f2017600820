package dev.parley.training;

import dev.parley.understanding.TextFeatures;
import dev.parley.understanding.WordCounts;
import dev.parley.understanding.WordSpace;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The wording of lessons, a part of which is left out each time, so that none is relied on alone.
 */
final class WordRows {
  private static final double DROPOUT = 0.2;

  private final List<List<WordCounts>> rows;
  private final Dropout dropout;

  WordRows(List<Lesson> lessons, WordSpace space, SplittableRandom random) {
    dropout = new Dropout(DROPOUT, random);
    rows = lessons.stream().map(lesson -> placed(lesson, space)).toList();
  }

  private static List<WordCounts> placed(Lesson lesson, WordSpace space) {
    return lesson.forms().stream().map(TextFeatures::words).map(space::place).toList();
  }

  /** A lesson's wording, its forms in turn. */
  WordCounts thinned(int lesson, int turn) {
    List<WordCounts> forms = rows.get(lesson);
    WordCounts row = forms.get(turn % forms.size());
    var at = new int[row.at().length];
    var value = new float[at.length];
    int from = dropout.somewhere(at.length);
    int count = 0;
    for (int i = 0; i < at.length; i++) {
      float factor = dropout.factor(from + i);
      if (factor > 0) {
        at[count] = row.at()[i];
        value[count++] = row.value()[i] * factor;
      }
    }
    return new WordCounts(Arrays.copyOf(at, count), Arrays.copyOf(value, count));
  }
}
