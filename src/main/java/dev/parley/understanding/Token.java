package dev.parley.understanding;

import java.util.Locale;

/** A word or a mark of a message, and where it stands. */
record Token(String text, int start, int end) {
  String lower() {
    return text.toLowerCase(Locale.ROOT);
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
