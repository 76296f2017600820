package dev.parley.reply;

import dev.parley.action.Outcomes;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Proposal;
import dev.parley.inventory.Inventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells how an execution ended. */
public final class ResultWording {
  private static final int SHORT_ID = 8;

  private final PhraseBook phrases = new PhraseBook();

  /**
   * The message that tells the outcome to whoever asked.
   *
   * @param executionId under which the whole of a long output can be had
   */
  public Reply tell(
      Intent intent, Proposal proposal, Outcome outcome, String executionId, Inventory inventory) {
    var parts = new ArrayList<ReplyPart>();
    parts.add(new ReplyPart.Text(headline(intent, proposal, outcome, inventory)));
    boolean many = outcome.results().size() > 1;
    for (var result : outcome.results()) {
      if (Outcomes.begun(result)) {
        parts.addAll(details(result, many, executionId));
      }
    }
    return new Reply(parts);
  }

  /**
   * What is said while it runs on, e.g. "Still restarting apache service on host web-01 (20 s)".
   */
  public Reply tellProgress(
      Intent intent, Proposal proposal, Duration since, String lastLine, Inventory inventory) {
    var what = started(intent, proposal, inventory);
    boolean doing = what.matches("\\p{Lu}\\p{L}*ing\\b.*");
    var values =
        Map.of(
            "what",
            doing ? what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1) : what,
            "time",
            shortly(since),
            "line",
            lastLine);
    var key = doing ? "progress" : "progress.of";
    return Reply.text(phrases.say(lastLine.isEmpty() ? key : key + ".line", values));
  }

  /** An amount of time as one says it in passing. */
  static String shortly(Duration time) {
    if (time.toMinutes() < 2) {
      return time.toSeconds() + " s";
    }
    return time.toHours() < 2 ? time.toMinutes() + " min" : time.toHours() + " h";
  }

  /** How it ended, in a sentence without its output. */
  String headline(Intent intent, Proposal proposal, Outcome outcome, Inventory inventory) {
    if (outcome.status() == ExecutionStatus.CANCELLED) {
      var what = Map.of("what", started(intent, proposal, inventory));
      return phrases.say("stopped", what) + " " + outcome.explanation();
    }
    var template = intent.replies().get(moment(intent, outcome));
    boolean fine = outcome.status() == ExecutionStatus.SUCCEEDED;
    var line =
        template == null
            ? phrases.say(fine ? "done" : "failed", Map.of("summary", intent.summary()))
            : Wording.fill(template, intent, proposal.request(), proposal.targets(), inventory);
    return outcome.explanation().isEmpty() ? line : line + ". " + outcome.explanation();
  }

  private static String moment(Intent intent, Outcome outcome) {
    if (outcome.status() != ExecutionStatus.SUCCEEDED) {
      return "failed";
    }
    boolean silent = outcome.results().stream().allMatch(result -> result.output().isBlank());
    return silent && intent.replies().containsKey("nothing") ? "nothing" : "succeeded";
  }

  private List<ReplyPart> details(TargetResult result, boolean many, String executionId) {
    var parts = new ArrayList<ReplyPart>();
    var caption = many ? result.target() : "";
    if (!result.problem().isEmpty()) {
      parts.add(
          new ReplyPart.Text(
              phrases.say(
                  "result.problem",
                  Map.of("target", result.target(), "problem", result.problem()))));
    } else if (many && result.output().isBlank()) {
      parts.add(
          new ReplyPart.Text(phrases.say("result.succeeded", Map.of("target", result.target()))));
    }
    if (!result.output().isBlank()) {
      var part = FittingPart.of(result);
      parts.add(new ReplyPart.Code(caption, part.text()));
      if (part.leftOut()) {
        parts.add(
            new ReplyPart.Text(
                phrases.say(
                    part.lines() > 0 ? "result.lines" : "result.truncated",
                    Map.of(
                        "lines",
                        String.format(Locale.ROOT, "%,d", part.lines()),
                        "all",
                        String.format(Locale.ROOT, "%,d", part.allLines()),
                        "where",
                        "/api/v1/executions/" + executionId + "/output"))));
      }
    }
    return parts;
  }

  /** The message that tells what a stopped process left behind. */
  public Reply tellLost(
      Intent intent, Proposal proposal, String executionId, boolean begun, Inventory inventory) {
    var what = started(intent, proposal, inventory);
    var targets = proposal.targets().stream().map(Proposal.Target::name).toList();
    return Reply.text(
        phrases.say(
            begun ? "unknown" : "never.started",
            Map.of(
                "what",
                what,
                "targets",
                targets.isEmpty() ? "it" : Wording.and(targets),
                "id",
                executionId.substring(0, Math.min(SHORT_ID, executionId.length())))));
  }

  static String started(Intent intent, Proposal proposal, Inventory inventory) {
    var started = intent.replies().get("started");
    return started == null
        ? intent.summary()
        : Wording.fill(started, intent, proposal.request(), proposal.targets(), inventory);
  }
}
