package dev.parley.understanding;

import java.util.Locale;

/**
 * A word or a mark of a message, and where it stands.
 *
 * @param lower its text in lower case
 */
record Token(String text, int start, int end, String lower) {
  Token(String text, int start, int end) {
    this(text, start, end, text.toLowerCase(Locale.ROOT));
  }

  /** Whether it holds nothing but small letters, as ordinary words do. */
  boolean plain() {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  boolean isWord() {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Character.isLetterOrDigit(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
