package dev.parley.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ranges as people say them: {@code web-[01:03]}, {@code web-0{1,2}}, {@code web-01..03}, "web-01
 * to web-03", "web 1 through 3".
 *
 * @param first the name with which it begins
 * @param last the name with which it ends
 * @param pattern all of them as Ansible writes them, null where they were listed
 */
record SpokenRange(String first, String last, List<String> listed, String pattern) {
  private static final Pattern BRACKETS =
      Pattern.compile("(\\S*)[\\[{](\\w+)(?::|-|\\.\\.)(\\w+)[]}](\\S*)");
  private static final Pattern LISTED = Pattern.compile("(\\S*)[\\[{](\\w+(?:,\\w+)+)[]}](\\S*)");
  private static final Pattern SPANNED =
      Pattern.compile(
          "(\\S*?(?<!\\d)[ ]?)(\\d{1,9})(?:\\.\\.|-|\\s+(?:to|through|thru|until|-)\\s+)(\\S*?(?<!\\d)[ ]?)(\\d{1,9})");

  /** The range that a phrase is, empty when it is none. */
  static Optional<SpokenRange> of(String phrase) {
    var text = phrase.strip();
    boolean brackets = text.indexOf('[') >= 0 || text.indexOf('{') >= 0;
    return brackets ? bracketed(text) : spanned(text);
  }

  private static Optional<SpokenRange> bracketed(String text) {
    var span = BRACKETS.matcher(text);
    if (span.matches()) {
      return Optional.of(between(span.group(1), span.group(2), span.group(3), span.group(4)));
    }
    var list = LISTED.matcher(text);
    if (!list.matches()) {
      return Optional.empty();
    }
    var names =
        Arrays.stream(list.group(2).split(",", -1))
            .map(each -> list.group(1) + each + list.group(3))
            .toList();
    return Optional.of(new SpokenRange(names.get(0), names.get(names.size() - 1), names, ""));
  }

  private static Optional<SpokenRange> spanned(String text) {
    var span = SPANNED.matcher(text);
    if (!span.matches() || span.group(1).isBlank()) {
      return Optional.empty();
    }
    var head = span.group(1);
    var again = span.group(3).strip();
    boolean repeated = again.isEmpty() || again.equalsIgnoreCase(head.strip());
    return repeated
        ? Optional.of(between(head, span.group(2), span.group(4), ""))
        : Optional.empty();
  }

  private static SpokenRange between(String head, String first, String last, String tail) {
    return new SpokenRange(
        head + first + tail,
        head + last + tail,
        List.of(),
        head + "[" + first + ":" + last + "]" + tail);
  }

  /** All names of the range, empty when it makes no sense. */
  List<String> names() {
    return listed.isEmpty() ? HostRange.expand(pattern).orElse(List.of()) : listed;
  }
}
