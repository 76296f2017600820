package dev.parley.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The log files of one demo host, with {@code tail} and {@code grep} over them. */
final class LogFiles {
  private static final String TEXT = "--regexp=";
  private static final int NOT_FOUND = 1;
  private static final int TROUBLE = 2;

  private final String host;
  private final Map<String, DemoLog> logs = new TreeMap<>();

  LogFiles(String host) {
    this.host = host;
  }

  /** The log with this path, made when it is first asked for. */
  synchronized DemoLog log(String path) {
    return logs.computeIfAbsent(path, p -> new DemoLog(p, host));
  }

  private synchronized List<DemoLog> all() {
    return List.copyOf(logs.values());
  }

  private Optional<DemoLog> find(String path) {
    return all().stream().filter(log -> log.path().equals(path)).findFirst();
  }

  /** {@code tail -n LINES -- FILE}. */
  Answer tail(List<String> arguments) {
    if (arguments.size() != 4
        || !arguments.get(0).equals("-n")
        || !arguments.get(1).matches("\\d{1,6}")
        || !arguments.get(2).equals("--")) {
      return Answer.unknown("tail " + String.join(" ", arguments));
    }
    var log = find(arguments.get(3));
    if (log.isEmpty()) {
      return Answer.failed(
          1,
          "tail: cannot open '%s' for reading: No such file or directory"
              .formatted(arguments.get(3)));
    }
    var lines = log.get().lines();
    int from = Math.max(0, lines.size() - Integer.parseInt(arguments.get(1)));
    return Answer.ok(text(lines.subList(from, lines.size())));
  }

  /** {@code grep -r -I -F -i --regexp=TEXT -- FILE_OR_FOLDER}. */
  Answer grep(List<String> arguments) {
    int end = arguments.indexOf("--");
    var options = end < 0 ? arguments : arguments.subList(0, end);
    var text = options.stream().filter(option -> option.startsWith(TEXT)).findFirst();
    boolean known =
        options.stream()
            .allMatch(o -> o.startsWith(TEXT) || o.matches("-[rIFi]|--exclude-dir=[\\w.-]+"));
    boolean complete = text.isPresent() && end >= 0 && arguments.size() == end + 2;
    return known && complete && options.contains("-F")
        ? grep(text.get().substring(TEXT.length()), options.contains("-i"), arguments.get(end + 1))
        : Answer.unknown("grep " + String.join(" ", arguments));
  }

  private Answer grep(String wanted, boolean anyCase, String place) {
    var file = find(place);
    var found = new ArrayList<String>();
    if (file.isPresent()) {
      matching(file.get(), wanted, anyCase).forEach(found::add);
    } else {
      var inside = all().stream().filter(log -> log.path().startsWith(place + "/")).toList();
      if (inside.isEmpty()) {
        return Answer.failed(TROUBLE, "grep: %s: No such file or directory".formatted(place));
      }
      inside.forEach(
          log ->
              matching(log, wanted, anyCase).forEach(line -> found.add(log.path() + ":" + line)));
    }
    return found.isEmpty() ? new Answer(NOT_FOUND, "", "") : Answer.ok(text(found));
  }

  private static List<String> matching(DemoLog log, String wanted, boolean anyCase) {
    var text = anyCase ? wanted.toLowerCase(Locale.ROOT) : wanted;
    Predicate<String> holds =
        line -> (anyCase ? line.toLowerCase(Locale.ROOT) : line).contains(text);
    return log.lines().stream().filter(holds).toList();
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
