package dev.parley.interchange;

import dev.parley.training.Annotation;
import dev.parley.training.Example;
import dev.parley.understanding.IntentModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The training data that an import writes: each sentence once, its values under their slots. */
final class ImportedExamples {
  private static final int LEAST_EXAMPLES = 5;

  private final Path home;
  private final LeftBehind left;
  private final Map<String, String> taught = new HashMap<>();
  private final Map<Path, String> files = new LinkedHashMap<>();

  ImportedExamples(Path home, LeftBehind left) {
    this.home = home;
    this.left = left;
  }

  /** What is to be written. */
  Map<Path, String> files() {
    return files;
  }

  /** Sentences that ask for nothing. */
  void negatives(String intent, List<Example> examples) {
    add(IntentModel.NEGATIVE, "rasa-" + Names.connection(intent), examples, m -> Optional.empty());
  }

  /**
   * Sentences that ask for an intent.
   *
   * @param slots under which slot a mark goes, if any
   */
  void of(String name, List<Example> examples, Function<Annotation, Optional<String>> slots) {
    add(name, name, examples, slots);
    int count =
        (int) examples.stream().map(e -> e.text().toLowerCase(Locale.ROOT)).distinct().count();
    if (count < LEAST_EXAMPLES) {
      left.note(
          examples,
          name + " has " + count + " examples, and check asks for " + LEAST_EXAMPLES + ".",
          "Write more in training-data/" + name + ".yml.");
    }
  }

  private void add(
      String label,
      String file,
      List<Example> examples,
      Function<Annotation, Optional<String>> slots) {
    var lines = new ArrayList<String>();
    for (Example example : examples) {
      var other = taught.putIfAbsent(example.text().toLowerCase(Locale.ROOT), label);
      if (other == null) {
        lines.add(Yaml.marked(example, slots));
      } else if (!other.equals(label)) {
        left.note(
            List.of(example),
            "\"" + example.text() + "\" also teaches " + other + ", and is brought once.",
            "Keep one.");
      }
      example.annotations().stream()
          .filter(mark -> mark.group() != null)
          .findFirst()
          .ifPresent(
              mark ->
                  left.note(
                      List.of(example),
                      "The group " + mark.group() + " is not brought.",
                      "Values of several requests are told apart by their clauses."));
    }
    files.put(
        home.resolve("training-data").resolve(file + ".yml"),
        "version: \"3.1\"\nnlu:\n" + Yaml.section("intent", label, lines));
  }
}
