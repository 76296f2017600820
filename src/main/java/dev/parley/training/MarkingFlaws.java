package dev.parley.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds words that examples of one intent mark in different ways, or that some do not mark. */
public final class MarkingFlaws {
  /** How often words have to be marked before one that is not looks like a slip. */
  private static final int OFTEN = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*");

  private MarkingFlaws() {}

  /**
   * Something that does not agree.
   *
   * @param words as they are written
   * @param what does not agree about them
   * @param example the one to look at
   */
  public record Flaw(String intent, String words, String what, Example example) {}

  /** The flaws of a set, by intent. */
  public static List<Flaw> of(TrainingSet set) {
    Map<String, List<Example>> byIntent = new TreeMap<>();
    set.examples()
        .forEach(e -> byIntent.computeIfAbsent(e.intent(), k -> new ArrayList<>()).add(e));
    var flaws = new ArrayList<Flaw>();
    byIntent.forEach((intent, examples) -> flaws.addAll(ofIntent(intent, examples)));
    return flaws;
  }

  private static List<Flaw> ofIntent(String intent, List<Example> examples) {
    Map<String, Map<String, Integer>> marked = new HashMap<>();
    for (Example example : examples) {
      example
          .annotations()
          .forEach(
              mark ->
                  marked
                      .computeIfAbsent(words(example, mark), k -> new TreeMap<>())
                      .merge(mark.slot(), 1, Integer::sum));
    }
    var flaws = new ArrayList<Flaw>();
    for (Example example : examples) {
      for (Annotation mark : example.annotations()) {
        var words = words(example, mark);
        var slots = marked.getOrDefault(words, Map.of());
        int most = slots.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (slots.getOrDefault(mark.slot(), 0) == 1 && most >= OFTEN) {
          flaws.add(
              new Flaw(
                  intent, words, "Marked as " + mark.slot() + ", elsewhere " + slots, example));
        }
      }
      unmarked(intent, example, marked, flaws);
    }
    return flaws;
  }

  private static void unmarked(
      String intent, Example example, Map<String, Map<String, Integer>> marked, List<Flaw> flaws) {
    var word = WORD.matcher(example.text());
    while (word.find()) {
      var words = word.group().toLowerCase(Locale.ROOT);
      int at = word.start();
      boolean inside =
          example.annotations().stream().anyMatch(m -> m.start() <= at && at < m.end());
      var slots = marked.getOrDefault(words, Map.of());
      int often = slots.values().stream().mapToInt(Integer::intValue).sum();
      if (!inside && often >= OFTEN) {
        flaws.add(new Flaw(intent, words, "Not marked here, elsewhere " + slots, example));
      }
    }
  }

  private static String words(Example example, Annotation mark) {
    return example.text().substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT);
  }
}
