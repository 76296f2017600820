package dev.parley;

import dev.parley.action.Execution;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of several executions a message names: "abort the restart of nginx", "stop it". */
final class NamedRuns {
  /** What stands in a wish to stop something and names nothing. */
  private static final Set<String> AROUND =
      Set.of(
          "a",
          "an",
          "the",
          "it",
          "its",
          "that",
          "this",
          "them",
          "my",
          "our",
          "your",
          "please",
          "pls",
          "ok",
          "okay",
          "no",
          "hey",
          "hi",
          "oh",
          "so",
          "now",
          "right",
          "away",
          "at",
          "once",
          "immediately",
          "thanks",
          "can",
          "could",
          "would",
          "will",
          "you",
          "i",
          "me",
          "of",
          "on",
          "for",
          "to",
          "from",
          "in",
          "and",
          "make",
          "what",
          "whats",
          "whatever",
          "is",
          "are",
          "which",
          "doing",
          "running",
          "current",
          "ongoing",
          "job",
          "run",
          "action",
          "task",
          "command",
          "operation",
          "execution",
          "request",
          "thing",
          "change",
          "all",
          "everything",
          "both",
          "s",
          "abort",
          "cancel",
          "interrupt",
          "terminate",
          "halt",
          "end",
          "kill",
          "never",
          "mind",
          "nevermind",
          "forget",
          "about",
          "call",
          "off",
          "stop",
          "drop",
          "leave",
          "scratch");

  private static final Pattern ALL = Pattern.compile("(?i)\\b(?:all|everything|both)\\b");

  private static final int SHORTEST_ID = 4;

  private final Set<String> said;
  private final boolean all;

  NamedRuns(String text) {
    all = ALL.matcher(text).find();
    said = words(text);
    said.removeAll(AROUND);
    said.removeIf(word -> word.length() <= 2);
  }

  /** All of them where the message names none; else those of which it names nothing wrongly. */
  List<Execution> among(List<Execution> running) {
    return running.stream()
        .filter(execution -> said.stream().allMatch(word -> names(word, execution)))
        .toList();
  }

  /** Whether it wants all of them. */
  boolean all() {
    return all;
  }

  private static boolean names(String word, Execution execution) {
    return labels(execution).stream().anyMatch(label -> same(label, word))
        || (word.length() >= SHORTEST_ID && execution.id().startsWith(word));
  }

  /** "deployment" is what "deploy" runs. */
  private static boolean same(String label, String word) {
    boolean plain = word.length() >= 5 && label.length() >= 5;
    boolean letters = (word + label).chars().allMatch(Character::isLetter);
    return label.equals(word)
        || (plain && letters && (label.startsWith(word) || word.startsWith(label)));
  }

  private static Set<String> labels(Execution execution) {
    var request = execution.proposal().request();
    return Stream.concat(
            Stream.of(request.intent().replace('_', ' ')),
            request.slots().values().stream()
                .flatMap(Collection::stream)
                .flatMap(value -> Stream.of(value.canonical(), value.spoken())))
        .flatMap(label -> words(label).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.:/-]+", -1))
        .map(word -> word.replaceFirst("[.:]+$", ""))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
