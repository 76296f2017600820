package dev.parley.inventory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ranges as people say them: {@code web-[01:03]}, {@code web-01..03}, "web-01 to web-03". */
final class SpokenRange {
  private static final String WORD = "\\s+(?:to|through|thru|until)\\s+";
  private static final Pattern BRACKETS =
      Pattern.compile("(\\S*)[\\[{](\\w+)(?::|-|\\.\\.)(\\w+)[]}](\\S*)");
  private static final Pattern DOTS =
      Pattern.compile("(\\S*?)(\\d{1,9})(?:\\.\\.|" + WORD + ")(\\S*?)(\\d{1,9})");

  private SpokenRange() {}

  /** The names that a range stands for, or empty when the phrase is none. */
  static Optional<List<String>> names(String phrase) {
    var text = phrase.strip();
    var brackets = BRACKETS.matcher(text);
    if (brackets.matches()) {
      return HostRange.expand(
          brackets.group(1)
              + "["
              + brackets.group(2)
              + ":"
              + brackets.group(3)
              + "]"
              + brackets.group(4));
    }
    var dots = DOTS.matcher(text);
    if (!dots.matches()) {
      return Optional.empty();
    }
    var head = dots.group(1);
    boolean repeated = dots.group(3).isEmpty() || dots.group(3).equalsIgnoreCase(head);
    return repeated && !head.isEmpty()
        ? HostRange.expand(head + "[" + dots.group(2) + ":" + dots.group(4) + "]")
        : Optional.empty();
  }
}
