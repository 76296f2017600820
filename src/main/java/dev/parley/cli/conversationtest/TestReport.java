package dev.parley.cli.conversationtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the conversations went. */
public record TestReport(List<Result> results) {
  public TestReport {
    results = List.copyOf(results);
  }

  /** How one conversation went; it passed when nothing failed. */
  public record Result(ConversationTest test, List<Failure> failures) {
    public Result {
      failures = List.copyOf(failures);
    }
  }

  /**
   * A turn that did not lead to what it must.
   *
   * @param turn from 1
   * @param expected by key, only what does not hold
   */
  public record Failure(
      ConversationTest test,
      int turn,
      Map<String, @Nullable Object> expected,
      Map<String, @Nullable Object> actual) {

    ConversationTest.Turn of() {
      return test.turns().get(turn - 1);
    }
  }

  public long passed() {
    return results.stream().filter(result -> result.failures().isEmpty()).count();
  }

  public boolean allPassed() {
    return passed() == results.size();
  }

  public long turns() {
    return results.stream().mapToLong(result -> result.test().turns().size()).sum();
  }

  public long turnsPassed() {
    return turns() - failures().size();
  }

  public List<Failure> failures() {
    return results.stream().flatMap(result -> result.failures().stream()).toList();
  }

  /** As {@code test --json} writes it. */
  public Map<String, Object> toJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("conversations", results.size());
    json.put("passed", passed());
    json.put("turns", turns());
    json.put("turnsPassed", turnsPassed());
    json.put("failures", failures().stream().map(TestReport::json).toList());
    return json;
  }

  private static Map<String, Object> json(Failure failure) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", failure.test().name());
    json.put("turn", failure.turn());
    json.put("expected", failure.expected());
    json.put("actual", failure.actual());
    return json;
  }

  /** For people: each failure with its place, then the sum. */
  public String text() {
    var text = new StringBuilder();
    failures().forEach(failure -> text.append(text(failure)));
    return text.append(
            "%d of %d conversations passed, %d of %d turns.%n"
                .formatted(passed(), results.size(), turnsPassed(), turns()))
        .toString();
  }

  private static String text(Failure failure) {
    var turn = failure.of();
    var text =
        new StringBuilder(
            "%s:%d: %s%n  turn %d, %s> %s%n"
                .formatted(
                    failure.test().file(),
                    turn.line(),
                    failure.test().name(),
                    failure.turn(),
                    turn.by(),
                    turn.text()));
    failure
        .expected()
        .forEach((key, wish) -> text.append(text(key, wish, failure.actual().get(key))));
    return text.toString();
  }

  private static String text(String key, @Nullable Object wish, @Nullable Object fact) {
    return key.equals(Expect.Key.REPLIES.label())
        ? "    expected:%n%s    was:%n%s".formatted(said(wish), said(fact))
        : "    %-11s expected %s, was %s%n".formatted(key + ":", wish, fact);
  }

  /** Replies in the form of a transcript, to be copied. */
  private static String said(@Nullable Object replies) {
    return replies instanceof List<?> list && !list.isEmpty()
        ? list.stream()
            .map(reply -> "bot> " + reply + System.lineSeparator())
            .collect(Collectors.joining())
        : "(no reply)" + System.lineSeparator();
  }
}
