package dev.parley.training;

import java.util.Locale;

/** What an intent's name says in words, for it is one more example of what is meant. */
final class IntentNames {
  private IntentNames() {}

  /** {@code restart_service}, {@code faq/restartService} and the like, as words. */
  static String inWords(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]+", " ")
        .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
