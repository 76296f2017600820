package dev.parley.training;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Problem;
import dev.parley.intent.Slot;
import dev.parley.understanding.IntentModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Holds examples against the catalogue that they are meant to teach. */
public final class TrainingCheck {
  private static final int LEAST = 5;
  private static final int NEAR = 3;

  private final IntentCatalog catalog;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<List<String>> unknown = new HashSet<>();

  private TrainingCheck(IntentCatalog catalog) {
    this.catalog = catalog;
  }

  /** What was wrong with the files, and what in the examples does not fit the catalogue. */
  public static List<Problem> problems(TrainingSet set, IntentCatalog catalog) {
    var check = new TrainingCheck(catalog);
    check.problems.addAll(set.problems());
    set.examples().forEach(check::known);
    check.contradictions(set.examples());
    check.tooFew(set.examples());
    return check.problems;
  }

  private void known(Example example) {
    if (example.intent().equals(IntentModel.NEGATIVE)) {
      return;
    }
    Optional<Intent> intent = catalog.find(example.intent());
    if (intent.isEmpty()) {
      // a file that teaches one intent says so once, not in every line
      if (!unknown.add(List.of(example.file(), example.intent()))) {
        return;
      }
      problem(
          example,
          "There is no intent " + example.intent() + ".",
          hint(example.intent(), catalog.all().stream().map(Intent::name).toList()));
      return;
    }
    for (Annotation annotation : example.annotations()) {
      if (intent.get().slot(annotation.slot()).isEmpty()) {
        problem(
            example,
            "The intent " + example.intent() + " has no slot " + annotation.slot() + ".",
            hint(annotation.slot(), intent.get().slots().stream().map(Slot::name).toList()));
      }
    }
  }

  private void contradictions(List<Example> examples) {
    Map<String, Example> first = new HashMap<>();
    for (Example example : examples) {
      Example other = first.putIfAbsent(example.text().toLowerCase(Locale.ROOT), example);
      if (other != null && !other.intent().equals(example.intent())) {
        problem(
            example,
            "\"" + example.text() + "\" also teaches " + other.intent() + ".",
            "Keep one of them; the other is at " + other.file() + ":" + other.line() + ".");
      }
    }
  }

  private void tooFew(List<Example> examples) {
    for (Intent intent : catalog.all()) {
      long count = examples.stream().filter(e -> e.intent().equals(intent.name())).count();
      if (count < LEAST) {
        problems.add(
            new Problem(
                "training-data",
                0,
                "The intent " + intent.name() + " has " + count + " examples.",
                "Write at least " + LEAST + ", fifteen or more are better."));
      }
    }
  }

  private void problem(Example where, String what, String todo) {
    problems.add(new Problem(where.file(), where.line(), what, todo));
  }

  private static String hint(String name, Collection<String> known) {
    var distance = new LevenshteinDistance();
    return known.stream()
        .min(Comparator.comparingInt(other -> distance.apply(name, other)))
        .filter(other -> distance.apply(name, other) <= NEAR)
        .map(other -> "Did you mean " + other + "?")
        .orElse("Known are " + String.join(", ", known) + ".");
  }
}
