package dev.parley.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names with ranges, as Ansible writes them: {@code web-[01:03]}, {@code db-[a:f].example.com}. */
final class HostRange {
  private static final int AT_MOST = 200_000;
  private static final Pattern RANGE =
      Pattern.compile(
          "\\[(?:(\\d{1,9}):(\\d{1,9})|([a-z]):([a-z])|([A-Z]):([A-Z]))(?::(\\d{1,4}))?]");

  private HostRange() {}

  /** All names that a pattern stands for, or empty when its brackets make no sense. */
  static Optional<List<String>> expand(String pattern) {
    var names = List.of(pattern);
    while (names.get(0).indexOf('[') >= 0) {
      var expanded = new ArrayList<String>();
      for (var name : names) {
        var match = RANGE.matcher(name);
        if (!match.find() || !addAll(name, match, expanded)) {
          return Optional.empty();
        }
      }
      names = expanded;
    }
    return names.get(0).indexOf(']') < 0 ? Optional.of(names) : Optional.empty();
  }

  private static boolean addAll(String name, Matcher match, List<String> into) {
    var head = name.substring(0, match.start());
    var tail = name.substring(match.end());
    int step = match.group(7) == null ? 1 : Integer.parseInt(match.group(7));
    if (step == 0) {
      return false;
    }
    int before = into.size();
    if (match.group(1) != null) {
      addNumbers(head, match.group(1), match.group(2), step, tail, into);
    } else {
      var first = match.group(3) == null ? match.group(5) : match.group(3);
      var last = match.group(4) == null ? match.group(6) : match.group(4);
      for (int c = first.charAt(0); c <= last.charAt(0); c += step) {
        into.add(head + (char) c + tail);
      }
    }
    return into.size() > before && into.size() <= AT_MOST;
  }

  private static void addNumbers(
      String head, String first, String last, int step, String tail, List<String> into) {
    int width = first.startsWith("0") ? first.length() : 1;
    for (int n = Integer.parseInt(first);
        n <= Integer.parseInt(last) && into.size() <= AT_MOST;
        n += step) {
      var digits = Integer.toString(n);
      into.add(head + "0".repeat(Math.max(0, width - digits.length())) + digits + tail);
    }
  }
}
