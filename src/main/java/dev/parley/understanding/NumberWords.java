package dev.parley.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whole numbers in digits or words: 20, ten, twenty-five, a dozen, two hundred. */
final class NumberWords {
  private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");
  private static final Map<String, Integer> SMALL = new HashMap<>();

  static {
    var ones =
        List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    for (int i = 0; i < ones.size(); i++) {
      SMALL.put(ones.get(i), i);
    }
    var tens =
        List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    for (int i = 0; i < tens.size(); i++) {
      SMALL.put(tens.get(i), 20 + 10 * i);
      for (int j = 1; j < 10; j++) {
        SMALL.put(tens.get(i) + "-" + ones.get(j), 20 + 10 * i + j);
        SMALL.put(tens.get(i) + " " + ones.get(j), 20 + 10 * i + j);
      }
    }
    SMALL.put("a dozen", 12);
    SMALL.put("dozen", 12);
    SMALL.put("hundred", 100);
    SMALL.put("a hundred", 100);
    SMALL.put("a thousand", 1000);
  }

  /** A number and of how many words it is. */
  record Number(String digits, int words) {}

  private NumberWords() {}

  /** "the https one", "the other one". */
  private static boolean pronoun(Line line, int at) {
    boolean last = at + 1 == line.size() || !line.tokens().get(at + 1).isWord();
    return last
        && line.word(at).equals("one")
        && (line.word(at - 1).matches("the|that|this|which|other")
            || line.word(at - 2).matches("the|that|this"));
  }

  /** The number that begins at a word. */
  static Optional<Number> at(Line line, int start) {
    String word = line.word(start);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (Character.isDigit(word.charAt(0))) {
      return DIGITS.matcher(word).matches() ? Optional.of(new Number(word, 1)) : Optional.empty();
    }
    var single = pronoun(line, start) ? null : SMALL.get(word);
    boolean more = single != null || word.equals("a");
    var pair = more ? SMALL.get(word + " " + line.word(start + 1)) : null;
    if (pair != null) {
      return Optional.of(new Number(pair.toString(), 2));
    }
    if (single == null) {
      return Optional.empty();
    }
    return switch (line.word(start + 1)) {
      case "hundred" -> Optional.of(new Number(String.valueOf(single * 100), 2));
      case "thousand" -> Optional.of(new Number(String.valueOf(single * 1000), 2));
      case "dozen" -> Optional.of(new Number(String.valueOf(single * 12), 2));
      default -> Optional.of(new Number(single.toString(), 1));
    };
  }
}
