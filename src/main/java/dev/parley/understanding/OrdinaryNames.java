package dev.parley.understanding;

import java.util.Set;

/**
 * Ordinary English words that estates like to use as names: "search", "live", "orders". Such a word
 * names something only where the words around it say so.
 */
final class OrdinaryNames {
  private static final Set<String> WORDS = Words.of("ORDINARY_NAMES");

  private OrdinaryNames() {}

  static boolean contains(String phrase) {
    return WORDS.contains(phrase);
  }
}
