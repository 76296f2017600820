package dev.parley.dialogue;

import dev.parley.understanding.Choices;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the pick of one of several numbered options: its number or place ("i'd take the second
 * one"), its whole label, or words that only one of them has ("the reload").
 */
final class Choice {
  private static final Set<String> AROUND =
      Set.of(
          "a", "an", "the", "one", "ones", "please", "pls", "thanks", "i", "id", "ill", "im", "me",
          "would", "will", "like", "want", "take", "pick", "choose", "mean", "meant", "think", "go",
          "with", "for", "of", "on", "at", "in", "to", "it", "its", "is", "that", "this", "was",
          "ok", "okay", "yes", "yeah", "then", "just", "lets", "which", "stop", "cancel", "abort",
          "kill", "my");

  private Choice() {}

  /**
   * The index of the option that a text picks.
   *
   * @param labels for each option the names by which it can be picked
   */
  static Optional<Integer> pick(String text, List<List<String>> labels) {
    var picked = picks(text, labels);
    return picked.size() == 1 ? Optional.of(picked.get(0)) : Optional.empty();
  }

  /** The indexes of all options that a text picks ("both", "1 and 3"); empty when it picks none. */
  static List<Integer> picks(String text, List<List<String>> labels) {
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).stream().anyMatch(label -> plain(label).equals(plain(text)))) {
        return List.of(i);
      }
    }
    var numbers = Stream.iterate(1, n -> n + 1).limit(labels.size()).map(String::valueOf).toList();
    var placed = Choices.meant(text, numbers).stream().map(numbers::indexOf).toList();
    return placed.isEmpty() ? byWords(text, labels) : placed;
  }

  private static List<Integer> byWords(String text, List<List<String>> labels) {
    if (text.strip().endsWith("?")) {
      return List.of();
    }
    var said = words(text);
    said.removeAll(AROUND);
    var picked = new ArrayList<Integer>();
    for (int i = 0; i < labels.size() && !said.isEmpty(); i++) {
      var own = new HashSet<String>();
      labels.get(i).forEach(label -> own.addAll(words(label)));
      if (own.containsAll(said)) {
        picked.add(i);
      }
    }
    return picked.size() == 1 ? picked : List.of();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(
        List.of(plain(text).replaceAll("[^\\p{L}\\p{N}.:/ -]", "").split("\\s+", -1)));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[.!]+$|,", "").replace('_', ' ').strip();
  }
}
