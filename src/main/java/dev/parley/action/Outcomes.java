package dev.parley.action;

import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the answers of the targets together. */
public final class Outcomes {
  private Outcomes() {}

  /** Nothing was run, for a reason that is one sentence for people. */
  public static Outcome refused(String explanation) {
    return new Outcome(ExecutionStatus.FAILED, explanation, List.of(), Duration.ZERO);
  }

  /** The whole is as uncertain as its least certain target. */
  public static Outcome of(List<TargetResult> results, Duration took) {
    var status =
        Stream.of(ExecutionStatus.UNKNOWN, ExecutionStatus.TIMED_OUT, ExecutionStatus.FAILED)
            .filter(s -> results.stream().anyMatch(r -> r.status() == s))
            .findFirst()
            .orElse(ExecutionStatus.SUCCEEDED);
    return new Outcome(status, explanation(results), results, took);
  }

  private static String explanation(List<TargetResult> results) {
    var bad = results.stream().filter(r -> r.status() != ExecutionStatus.SUCCEEDED).toList();
    var problems = bad.stream().map(TargetResult::problem).collect(Collectors.joining(" "));
    if (bad.isEmpty() || results.size() == 1) {
      return problems;
    }
    int good = results.size() - bad.size();
    return "It worked on %d of %d targets. %s".formatted(good, results.size(), problems);
  }
}
