package dev.parley.understanding;

import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts right the slips in the words that tell requests apart: "restrat", "relaod", "tikcet". Two
 * letters swapped, one missing, one too many; another letter only in long words. Inflections and
 * ordinary words that are as near stay what they are.
 */
final class Misspellings {
  private static final NavigableSet<String> KEYWORDS = new TreeSet<>(Words.of("KEYWORDS"));
  private static final Set<String> NO_SLIPS = Words.of("NO_SLIPS");

  /** Words of requests that others are often as near to, of which English has enough. */
  private static final NavigableSet<String> UNLESS_ENGLISH =
      new TreeSet<>(Words.of("KEYWORDS_IN_ENGLISH"));

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
    String meant = meant(lower, KEYWORDS);
    if (meant == null && !UNLESS_ENGLISH.contains(lower)) {
      String near = meant(lower, UNLESS_ENGLISH);
      meant = near == null || EnglishWords.contain(lower) ? null : near;
    }
    return meant == null ? word : meant;
  }

  /** The first keyword of which a word is a slip; a slip begins as the word does. */
  private static @Nullable String meant(String word, NavigableSet<String> keywords) {
    char first = word.charAt(0);
    for (String keyword :
        keywords.subSet(String.valueOf(first), String.valueOf((char) (first + 1)))) {
      if (slip(word, keyword)) {
        return keyword;
      }
    }
    return null;
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
