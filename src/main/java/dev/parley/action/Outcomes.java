package dev.parley.action;

import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** The assistant itself failed before anything was run. */
  public static Outcome failedBefore() {
    return refused(
        "Nothing was run: the assistant failed before it began, and its log says why; ask again.");
  }

  /** The assistant itself failed while something ran. */
  public static Outcome failedWithin(Throwable problem) {
    return new Outcome(
        ExecutionStatus.UNKNOWN,
        "The assistant failed while it ran this (%s); look at the targets before asking again."
            .formatted(problem),
        List.of(),
        Duration.ZERO);
  }

  /** Somebody stopped it before anything was run. */
  public static Outcome stoppedBefore(String by) {
    return new Outcome(
        ExecutionStatus.CANCELLED,
        by + " stopped this before it began, so nothing was run.",
        List.of(),
        Duration.ZERO);
  }

  /** The whole is as uncertain as its least certain target. */
  public static Outcome of(List<TargetResult> results, Duration took) {
    var status =
        Stream.of(
                ExecutionStatus.UNKNOWN,
                ExecutionStatus.TIMED_OUT,
                ExecutionStatus.FAILED,
                ExecutionStatus.CANCELLED)
            .filter(s -> results.stream().anyMatch(r -> r.status() == s))
            .findFirst()
            .orElse(ExecutionStatus.SUCCEEDED);
    return new Outcome(status, explanation(results), results, took);
  }

  /** The same, but what somebody stopped is cancelled: who did, and how far each target was. */
  public static Outcome of(List<TargetResult> results, Duration took, ActiveRun run) {
    var by = run.stoppedBy();
    boolean stopped =
        results.stream().anyMatch(result -> result.status() == ExecutionStatus.CANCELLED);
    return by.isPresent() && stopped
        ? new Outcome(ExecutionStatus.CANCELLED, progress(by.get(), results), results, took)
        : of(results, took);
  }

  private static String progress(String by, List<TargetResult> results) {
    var reached = new LinkedHashMap<String, List<String>>();
    for (var result : results) {
      reached.computeIfAbsent(reached(result), key -> new ArrayList<>()).add(result.target());
    }
    return reached.entrySet().stream()
        .map(each -> each.getKey() + " on " + String.join(", ", each.getValue()))
        .collect(Collectors.joining("; ", by + " stopped it: ", "."));
  }

  private static String reached(TargetResult result) {
    return switch (result.status()) {
      case SUCCEEDED -> "done";
      case CANCELLED -> begun(result) ? "stopped in the middle" : "not begun";
      case FAILED -> "failed";
      case TIMED_OUT -> "out of time";
      default -> "unknown how it ended";
    };
  }

  /** Whether something ran on a target. */
  public static boolean begun(TargetResult result) {
    return result.status() != ExecutionStatus.CANCELLED || !result.took().isZero();
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
