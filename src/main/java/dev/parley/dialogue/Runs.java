package dev.parley.dialogue;

import dev.parley.dialogue.Frame.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads which of several that run are meant: by number, place, name, target or id. */
final class Runs {
  private static final Pattern ENDING =
      Pattern.compile("(?i)^(?:(?:please|stop|cancel|abort|kill|end|halt)\\b\\s*)+");

  private Runs() {}

  /** The ids of the executions that an answer picks, empty when it picks none. */
  static List<String> meant(String text, List<Run> options) {
    String which = ENDING.matcher(text.strip()).replaceFirst("");
    return Choice.picks(which, options.stream().map(Runs::labels).toList()).stream()
        .map(options::get)
        .map(Run::executionId)
        .toList();
  }

  private static List<String> labels(Run run) {
    var request = run.request();
    var names = new ArrayList<String>();
    names.add(request.exactForm());
    names.add(run.executionId());
    names.add(run.shortId());
    names.add(request.intent());
    request.slots().values().stream()
        .flatMap(Collection::stream)
        .flatMap(value -> Stream.of(value.canonical(), value.spoken()))
        .forEach(names::add);
    return names;
  }
}
