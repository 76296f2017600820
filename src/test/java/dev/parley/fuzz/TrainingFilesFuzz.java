package dev.parley.fuzz;

import static dev.parley.fuzz.Fuzzed.bounded;
import static dev.parley.fuzz.Fuzzed.holds;

import dev.parley.training.Example;
import dev.parley.training.TrainingSet;

/** Any file under {@code training-data/}, as YAML and as CSV: examples, or problems. */
final class TrainingFilesFuzz {
  private TrainingFilesFuzz() {}

  static void read(byte[] input) {
    as("training-yaml", "fuzzed.yml", input);
    as("training-csv", "fuzzed.csv", input);
  }

  private static void as(String target, String file, byte[] input) {
    var folder = Fuzzed.folder(target, file, input);
    var read = bounded(() -> TrainingSet.read(folder));
    Fuzzed.told(read.problems(), input);
    read.examples().forEach(TrainingFilesFuzz::sound);
  }

  /** What is marked stands in the sentence. */
  private static void sound(Example example) {
    int length = example.text().length();
    for (var marked : example.annotations()) {
      holds(
          marked.start() >= 0 && marked.start() < marked.end() && marked.end() <= length,
          "%s lies outside of %s",
          marked,
          example);
    }
  }
}
