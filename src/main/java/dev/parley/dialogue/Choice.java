package dev.parley.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the pick of one of several numbered options: its number, or its whole label. */
final class Choice {
  private static final List<String> ORDINALS = List.of("first", "second", "third");

  private Choice() {}

  /**
   * The index of the option that a text picks.
   *
   * @param labels for each option the names by which it can be picked
   */
  static Optional<Integer> pick(String text, List<List<String>> labels) {
    var said = plain(text);
    for (int i = 0; i < labels.size(); i++) {
      if (said.equals(Integer.toString(i + 1))
          || said.equals(ORDINALS.get(Math.min(i, ORDINALS.size() - 1)))
          || labels.get(i).stream().anyMatch(label -> plain(label).equals(said))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[.!,]", "")
        .replace('_', ' ')
        .strip()
        .replaceFirst("^(the|number|option) ", "")
        .replaceFirst(" (one|please)$", "");
  }
}
