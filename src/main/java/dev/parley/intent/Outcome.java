package dev.parley.intent;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ended, with a result a target.
 *
 * @param explanation one sentence for people when it did not simply succeed; empty otherwise
 */
public record Outcome(
    ExecutionStatus status, String explanation, List<TargetResult> results, Duration took) {
  public Outcome {
    results = List.copyOf(results);
  }

  /**
   * What one target answered.
   *
   * @param exitStatus null when the command did not end
   * @param output standard output and error; of much, the beginning and the end
   * @param truncated whether something of the output is left out
   * @param problem one sentence when it did not succeed; empty otherwise
   * @param lines how many lines there were; 0 for as many as {@code output} has
   */
  public record TargetResult(
      String target,
      ExecutionStatus status,
      @Nullable Integer exitStatus,
      String output,
      boolean truncated,
      String problem,
      Duration took,
      int lines) {

    /** With all that there was. */
    public TargetResult(
        String target,
        ExecutionStatus status,
        @Nullable Integer exitStatus,
        String output,
        boolean truncated,
        String problem,
        Duration took) {
      this(target, status, exitStatus, output, truncated, problem, took, 0);
    }
  }
}
