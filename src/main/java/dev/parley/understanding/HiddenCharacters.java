package dev.parley.understanding;

import dev.parley.understanding.Objection.Kind;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds characters that make a message read differently from what it holds. */
final class HiddenCharacters {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]*\\p{L}[\\p{L}\\p{M}\\p{N}_.-]*");
  private static final Set<UnicodeScript> JAPANESE =
      EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
  private static final Set<UnicodeScript> KOREAN =
      EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL);

  private HiddenCharacters() {}

  /** Looks at the message as it came, but for the spaces and line breaks around it. */
  static Optional<Objection> in(String raw) {
    String text = withoutFinalLineBreak(raw);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (hidden(c) && !lineBreak(text, i) && !joinsPictures(text, i)) {
        return Optional.of(new Objection(Kind.HIDDEN_CHARACTERS, String.format("U+%04X", c)));
      }
    }
    return mixedScripts(text);
  }

  private static Optional<Objection> mixedScripts(String text) {
    if (text.chars().allMatch(c -> c < 0x250)) {
      return Optional.empty();
    }
    return WORD.matcher(text)
        .results()
        .map(word -> word.group())
        .filter(HiddenCharacters::mixed)
        .findFirst()
        .map(word -> new Objection(Kind.MIXED_SCRIPTS, word));
  }

  private static boolean mixed(String word) {
    var scripts = EnumSet.noneOf(UnicodeScript.class);
    word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.remove(UnicodeScript.COMMON);
    scripts.remove(UnicodeScript.INHERITED);
    return scripts.size() > 1 && !JAPANESE.containsAll(scripts) && !KOREAN.containsAll(scripts);
  }

  private static String withoutFinalLineBreak(String raw) {
    return raw.replaceFirst("[ \\r\\n]+$", "");
  }

  private static boolean lineBreak(String text, int i) {
    return text.charAt(i) == '\n' || text.startsWith("\r\n", i);
  }

  /** Line breaks are judged as lines; a tab is a control character like any other. */
  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.UNASSIGNED -> !newerPicture(c);
      default -> invisible(c);
    };
  }

  private static boolean invisible(int c) {
    return c == 0x034F // combining grapheme joiner
        || c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0 // Hangul fillers
        || c == 0x2800 // blank Braille
        || c == 0x17B4
        || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0xFE00 && c <= 0xFE0F) // variation selectors
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /** Emoji are put together with a joiner and a selector, which stand after a picture. */
  private static boolean joinsPictures(String text, int i) {
    char c = text.charAt(i);
    if ((c != 0x200D && c != 0xFE0F) || i == 0) {
      return false;
    }
    int before = text.codePointBefore(i);
    return picture(before) || (c == 0x200D && before == 0xFE0F);
  }

  /** The blocks of emoji, which grow with each version of Unicode. */
  private static boolean newerPicture(int c) {
    return c >= 0x1F000 && c <= 0x1FAFF;
  }

  private static boolean picture(int c) {
    int type = Character.getType(c);
    return newerPicture(c) || type == Character.OTHER_SYMBOL || (c >= 0x1F3FB && c <= 0x1F3FF);
  }
}
