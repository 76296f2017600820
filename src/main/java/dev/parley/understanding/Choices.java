package dev.parley.understanding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads which of several offered choices an answer means. */
public final class Choices {
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");
  private static final Pattern AROUND =
      Pattern.compile(
          "\\b(?:i['’]?(?:d|ll|m)|prefer|rather|give|me|a|let|have|let['’]?s|the|one|ones|option|number|no|choice|please|pls|thanks|thank you|cheers|i|think|mean|meant|would|like|take|pick|use|go|with|for|on|it's|it is|that|them|of|host|server|service|hosts|servers|services|and|ok|yes|just|want|let's|choose|select)\\b|[#.,!;:()\"']",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RUN = Pattern.compile("(first|last) (two|three|four|five|[2-9])");

  private Choices() {}

  /** The choices that are meant, empty when the text does not say. */
  public static List<String> meant(String text, List<String> choices) {
    if (choices.isEmpty() || text.strip().endsWith("?")) {
      return List.of();
    }
    for (var choice : choices) {
      if (same(choice, text)
          || same(choice, text.replaceAll("(?i)\\b(?:please|pls|thanks|the)\\b|[.,!]", " "))) {
        return List.of(choice);
      }
    }
    String left =
        AROUND
            .matcher(text)
            .replaceAll(" ")
            .strip()
            .replaceAll("\\s+", " ")
            .toLowerCase(Locale.ROOT);
    boolean saidNumberOne =
        left.isEmpty()
            && text.toLowerCase(Locale.ROOT).matches(".*(?:number|option|no\\.?) one\\b.*");
    return saidNumberOne ? List.of(choices.get(0)) : places(left, choices);
  }

  private static List<String> places(String left, List<String> choices) {
    if (left.matches("all|every|each|everything")) {
      return choices;
    }
    if (left.startsWith("all ")) {
      return place(left.substring(4), choices.size()) == choices.size() - 1 ? choices : List.of();
    }
    if (left.equals("both")) {
      return choices.size() == 2 ? choices : List.of();
    }
    var run = RUN.matcher(left);
    if (run.matches()) {
      return run(run.group(1).equals("first"), place(run.group(2), choices.size()), choices);
    }
    var words = List.of(left.split(" "));
    var places = words.stream().map(word -> place(word, choices.size())).toList();
    return places.contains(-1) ? List.of() : places.stream().distinct().map(choices::get).toList();
  }

  /** "the first two", "the last three". */
  private static List<String> run(boolean first, int last, List<String> choices) {
    int count = last + 1;
    return first
        ? choices.subList(0, count)
        : choices.subList(choices.size() - count, choices.size());
  }

  /** The index that a word means, or -1. */
  private static int place(String word, int size) {
    int place = ORDINALS.indexOf(word);
    if (word.matches("\\d{1,2}(?:st|nd|rd|th)?")) {
      place = Integer.parseInt(word.replaceAll("\\D", "")) - 1;
    } else if (word.matches("last|latter")) {
      place = size - 1;
    } else if (word.equals("former")) {
      place = 0;
    } else if (place < 0) {
      place =
          List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
              .indexOf(word);
    }
    return place < size ? place : -1;
  }

  private static boolean same(String choice, String text) {
    return folded(choice).equals(folded(text));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .strip()
        .replaceAll("[.!]+$", "")
        .replaceAll("\\s+", " ");
  }
}
