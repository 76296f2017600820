package dev.parley.action;

import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome.TargetResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Turns how one command ended into what its target answered.
 *
 * @param ok the exit statuses that count as success
 * @param lines how many lines of output are kept
 */
public record Verdict(String target, List<String> argv, Set<Integer> ok, int lines) {
  private static final int LONGEST_REASON = 200;

  /** The command ended by itself. */
  public TargetResult ended(int exitStatus, OutputBuffer output, Duration took) {
    var text = output.text(lines);
    boolean good = ok.contains(exitStatus);
    return new TargetResult(
        target,
        good ? ExecutionStatus.SUCCEEDED : ExecutionStatus.FAILED,
        exitStatus,
        text,
        output.truncated(),
        good ? "" : problem(exitStatus, output.text(Integer.MAX_VALUE)),
        took);
  }

  /** The command was still running when its time was up, and was told to stop. */
  public TargetResult timedOut(Duration limit, OutputBuffer output, Duration took) {
    return without(
        ExecutionStatus.TIMED_OUT,
        "%s did not end on %s within %s; it was told to stop, but it may still be running there."
            .formatted(name(), target, words(limit)),
        output,
        took);
  }

  /** A signal ended the command on the host. */
  public TargetResult killed(String signal, OutputBuffer output, Duration took) {
    return without(
        ExecutionStatus.FAILED,
        "%s was ended by the signal %s on %s; look there for who sent it."
            .formatted(name(), signal, target),
        output,
        took);
  }

  /** The command ran, and how it ended was lost. */
  public TargetResult lost(String why, OutputBuffer output, Duration took) {
    return without(
        ExecutionStatus.UNKNOWN,
        "%s while %s was running; how it ended is unknown, and it may still be running there."
            .formatted(why, name()),
        output,
        took);
  }

  /** The command did not run at all. */
  public TargetResult refused(String problem, Duration took) {
    return without(ExecutionStatus.FAILED, problem, new OutputBuffer(), took);
  }

  private TargetResult without(
      ExecutionStatus status, String problem, OutputBuffer output, Duration took) {
    return new TargetResult(
        target, status, null, output.text(lines), output.truncated(), problem, took);
  }

  private String problem(int exitStatus, String text) {
    if (text.contains("sudo: ") && text.contains("password is required")) {
      return ("sudo on %s asks for a password; allow this command without one in its sudoers"
              + " file, or log in as a user who may run it.")
          .formatted(target);
    }
    if (text.contains("Interactive authentication required")) {
      return "%s needs root on %s; set ansible_become=true for it in the inventory."
          .formatted(name(), target);
    }
    var reason = reason(text);
    return reason.isEmpty()
        ? "%s ended with exit status %d on %s and said nothing."
            .formatted(name(), exitStatus, target)
        : "%s ended with exit status %d on %s: %s".formatted(name(), exitStatus, target, reason);
  }

  /** The first line that was said, as later ones are usually hints; sudo's grumbling apart. */
  private static String reason(String text) {
    var first =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("sudo: unable to resolve host"))
            .findFirst()
            .orElse("");
    return first.length() > LONGEST_REASON ? first.substring(0, LONGEST_REASON) + "…" : first;
  }

  private String name() {
    var words = argv.size() > 3 && argv.get(0).equals("sudo") ? argv.subList(3, argv.size()) : argv;
    return ShellWords.line(words);
  }

  /** A time limit in words, e.g. "60 seconds". */
  public static String words(Duration limit) {
    return limit.toSeconds() == 1
        ? "1 second"
        : limit.toSeconds() > 0
            ? limit.toSeconds() + " seconds"
            : limit.toMillis() + " milliseconds";
  }
}
