package dev.parley.understanding;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Puts right the slips in the words that tell requests apart: "restrat", "relaod", "tikcet". Two
 * letters swapped, one missing, one too many; another letter only in long words. Inflections and
 * ordinary words that are as near stay what they are.
 */
final class Misspellings {
  private static final Set<String> KEYWORDS = new TreeSet<>(Words.of("KEYWORDS"));
  private static final Set<String> NO_SLIPS = Words.of("NO_SLIPS");

  /** Words of requests that others are often as near to, of which English has enough. */
  private static final Set<String> UNLESS_ENGLISH = new TreeSet<>(Words.of("KEYWORDS_IN_ENGLISH"));

  private static final Pattern WORD = Pattern.compile("(?<![\\w./@-])[A-Za-z]{4,12}(?![\\w/@'-])");
  private static final int SHORTEST = 4;
  private static final int LONG = 6;

  private Misspellings() {}

  /** The text with such slips put right. */
  static String corrected(String text) {
    return WORD.matcher(text).replaceAll(found -> word(found.group()));
  }

  private static String word(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (KEYWORDS.contains(lower) || NO_SLIPS.contains(lower)) {
      return word;
    }
    for (String keyword : KEYWORDS) {
      if (slip(lower, keyword)) {
        return keyword;
      }
    }
    boolean slips =
        lower.length() >= SHORTEST
            && !UNLESS_ENGLISH.contains(lower)
            && UNLESS_ENGLISH.stream().anyMatch(keyword -> slip(lower, keyword))
            && !EnglishWords.contain(lower);
    if (slips) {
      return UNLESS_ENGLISH.stream()
          .filter(keyword -> slip(lower, keyword))
          .findFirst()
          .orElse(word);
    }
    return word;
  }

  private static boolean slip(String word, String keyword) {
    if (word.length() < SHORTEST
        || Math.abs(word.length() - keyword.length()) > 1
        || word.charAt(0) != keyword.charAt(0)
        || word.equals(keyword + "s")) {
      return false;
    }
    int same = 0;
    int least = Math.min(word.length(), keyword.length());
    while (same < least && word.charAt(same) == keyword.charAt(same)) {
      same++;
    }
    String left = word.substring(same);
    String wanted = keyword.substring(same);
    if (left.length() != wanted.length()) {
      return left.length() > wanted.length()
          ? left.substring(1).equals(wanted)
          : wanted.substring(1).equals(left);
    }
    boolean swapped =
        left.length() > 1
            && left.charAt(0) == wanted.charAt(1)
            && left.charAt(1) == wanted.charAt(0)
            && left.substring(2).equals(wanted.substring(2));
    return swapped || keyword.length() >= LONG && left.substring(1).equals(wanted.substring(1));
  }
}
