package dev.parley.interchange;

import java.util.Locale;

/** Makes names that an intent file takes. */
final class Names {
  private Names() {}

  /** {@code faq/askHours} becomes {@code faq_ask_hours}. */
  static String intent(String name) {
    return shortened(plain(name).replaceFirst("^[0-9_]+", ""), 64, "intent");
  }

  /** The same without digits, which no slot has. */
  static String slot(String name) {
    return shortened(
        plain(name).replaceAll("[0-9]+", "").replaceAll("__+", "_").replaceAll("^_|_$", ""),
        32,
        "value");
  }

  /** A name of a connection. */
  static String connection(String name) {
    return shortened(plain(name).replaceFirst("^[0-9_]+", "").replace('_', '-'), 32, "rasa");
  }

  /** A name as a sentence would say it. */
  static String words(String name) {
    var words = plain(name).replace('_', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String plain(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
  }

  private static String shortened(String name, int most, String otherwise) {
    var cut = name.length() > most ? name.substring(0, most).replaceAll("[_-]$", "") : name;
    return cut.isEmpty() ? otherwise : cut;
  }
}
