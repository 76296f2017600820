package dev.parley.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ways of writing the same name. Punctuation, spaces and leading zeros of a number do not matter
 * ({@code web-01}, {@code web01}, {@code Web 1}); its digits do.
 */
final class Spelling {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private Spelling() {}

  /** A phrase as the exact lookup compares it: without case, one space between words. */
  static String key(String phrase) {
    var lower = phrase.strip().toLowerCase(Locale.ROOT);
    return spacedOnce(lower) ? lower : SPACE.matcher(lower).replaceAll(" ");
  }

  private static boolean spacedOnce(String text) {
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) && (c != ' ' || space)) {
        return false;
      }
      space = c == ' ';
    }
    return true;
  }

  /** The same for every way of writing a name; two numbers side by side stay two. */
  static String folded(String name) {
    return spaced(name).replace(" ", "");
  }

  /** Like {@link #folded}, but words stay apart. */
  static String spaced(String name) {
    var folded = new StringBuilder();
    var key = key(name);
    boolean apart = false;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isDigit(c)) {
        apart = appendDigit(folded, key, i, apart);
      } else if (Character.isLetter(c) || c == ' ') {
        folded.append(c);
        apart = false;
      } else {
        apart = true;
      }
    }
    return folded.toString();
  }

  private static boolean appendDigit(StringBuilder folded, String key, int i, boolean apart) {
    boolean first = i == 0 || !Character.isDigit(key.charAt(i - 1));
    boolean last = i + 1 == key.length() || !Character.isDigit(key.charAt(i + 1));
    int length = folded.length();
    if (first && apart && length > 0 && Character.isDigit(folded.charAt(length - 1))) {
      folded.append('.');
    }
    boolean leading = length == 0 || !Character.isDigit(folded.charAt(length - 1)) || first;
    if (key.charAt(i) == '0' && leading && !last) {
      return apart;
    }
    folded.append(key.charAt(i));
    return false;
  }

  /** A folded name with each number replaced by {@code #}. */
  static String skeleton(String folded) {
    var skeleton = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c < '0' || c > '9') {
        skeleton.append(c);
      } else if (i == 0 || folded.charAt(i - 1) < '0' || folded.charAt(i - 1) > '9') {
        skeleton.append('#');
      }
    }
    return skeleton.toString();
  }

  /** The numbers of a folded name in order. */
  static List<String> numbers(String folded) {
    var numbers = new ArrayList<String>();
    NUMBER.matcher(folded).results().forEach(match -> numbers.add(match.group()));
    return numbers;
  }

  /** The reverse of {@link #skeleton}: as many numbers as there are {@code #}. */
  static String filled(String skeleton, List<String> numbers) {
    var filled = new StringBuilder();
    int next = 0;
    for (int i = 0; i < skeleton.length(); i++) {
      char c = skeleton.charAt(i);
      if (c == '#') {
        filled.append(numbers.get(next++));
      } else {
        filled.append(c);
      }
    }
    return filled.toString();
  }

  static long letters(String text) {
    return text.chars().filter(Character::isLetter).count();
  }
}
