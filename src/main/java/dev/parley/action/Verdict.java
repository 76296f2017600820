package dev.parley.action;

import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome.TargetResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    boolean good = ok.contains(exitStatus);
    return result(
        good ? ExecutionStatus.SUCCEEDED : ExecutionStatus.FAILED,
        exitStatus,
        good ? "" : problem(exitStatus, output.text(Integer.MAX_VALUE)),
        output,
        took);
  }

  /**
   * The command was still running when its time was up.
   *
   * @param gone whether it is known to have ended since
   */
  public TargetResult timedOut(Duration limit, boolean gone, OutputBuffer output, Duration took) {
    return told(
        ExecutionStatus.TIMED_OUT,
        "%s did not end on %s within %s; %s.".formatted(name(), target, words(limit), told(gone)),
        output,
        took);
  }

  /**
   * Somebody had the command stopped.
   *
   * @param gone whether it is known to have ended since
   */
  public TargetResult stopped(String by, boolean gone, OutputBuffer output, Duration took) {
    return told(
        ExecutionStatus.CANCELLED,
        "%s had run for %s on %s when %s stopped it; %s."
            .formatted(name(), words(took), target, by, told(gone)),
        output,
        // Nothing that had begun took no time at all.
        took.isZero() ? Duration.ofNanos(1) : took);
  }

  /** The command was not begun at all. */
  public TargetResult notBegun(String why) {
    return told(ExecutionStatus.CANCELLED, why, new OutputBuffer(), Duration.ZERO);
  }

  /** Somebody stopped the whole before this target was begun. */
  public TargetResult stoppedBefore(String by) {
    return notBegun("%s stopped it before it began on %s.".formatted(by, target));
  }

  /** What is said of it elsewhere. */
  public TargetResult told(
      ExecutionStatus status, String problem, OutputBuffer output, Duration took) {
    return result(status, null, problem, output, took);
  }

  private static String told(boolean gone) {
    return gone ? "it was ended there" : "it was told to stop, but it may still be running there";
  }

  /** A signal ended the command on the host. */
  public TargetResult killed(String signal, OutputBuffer output, Duration took) {
    return told(
        ExecutionStatus.FAILED,
        "%s was ended by the signal %s on %s; look there for who sent it."
            .formatted(name(), signal, target),
        output,
        took);
  }

  /** The command ran, and how it ended was lost. */
  public TargetResult lost(String why, OutputBuffer output, Duration took) {
    return told(
        ExecutionStatus.UNKNOWN,
        "%s while %s was running; how it ended is unknown, and it may still be running there."
            .formatted(why, name()),
        output,
        took);
  }

  /** The command did not run at all. */
  public TargetResult refused(String problem, Duration took) {
    return told(ExecutionStatus.FAILED, problem, new OutputBuffer(), took);
  }

  private TargetResult result(
      ExecutionStatus status,
      @Nullable Integer exitStatus,
      String problem,
      OutputBuffer output,
      Duration took) {
    var kept = output.kept(lines);
    return new TargetResult(
        target, status, exitStatus, kept.text(), kept.truncated(), problem, took, kept.lines());
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

  /** An amount of time in words, e.g. "60 seconds" or "5 minutes". */
  public static String words(Duration time) {
    if (time.toSeconds() == 0) {
      return time.toMillis() + " milliseconds";
    }
    boolean minutes = time.toSeconds() >= 120 && time.toSecondsPart() == 0;
    long number = minutes ? time.toMinutes() : time.toSeconds();
    return number + (minutes ? " minute" : " second") + (number == 1 ? "" : "s");
  }
}
