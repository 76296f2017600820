package dev.parley.training;

import dev.parley.understanding.NearExamples;
import dev.parley.understanding.Normaliser;
import dev.parley.understanding.WordCounts;
import dev.parley.understanding.WordFeatures;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds the examples that share most words, and parts of words, with a message. */
public final class WordedLike implements NearExamples {
  private final TrainingSet examples;

  public WordedLike(TrainingSet examples) {
    this.examples = examples;
  }

  @Override
  public List<Near> to(String text, Collection<String> intents, int most) {
    var wanted = Set.copyOf(intents);
    var words = WordFeatures.of(Normaliser.normalise(text));
    return examples.examples().stream()
        .filter(example -> wanted.contains(example.intent()))
        .map(example -> near(example, words))
        .sorted(Comparator.comparingDouble(Near::likeness).reversed())
        .limit(most)
        .toList();
  }

  private static Near near(Example example, WordCounts words) {
    var other = WordFeatures.of(example.text());
    double lengths = Math.sqrt((double) words.dot(words) * other.dot(other));
    double likeness = lengths > 0 ? words.dot(other) / lengths : 0;
    return new Near(example.text(), example.intent(), likeness);
  }
}
