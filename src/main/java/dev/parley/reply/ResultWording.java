package dev.parley.reply;

import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Proposal;
import dev.parley.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells how an execution ended. */
public final class ResultWording {
  private final PhraseBook phrases = new PhraseBook();

  /** The message that tells the outcome to whoever asked. */
  public Reply tell(Intent intent, Proposal proposal, Outcome outcome, Inventory inventory) {
    var parts = new ArrayList<ReplyPart>();
    parts.add(new ReplyPart.Text(headline(intent, proposal, outcome, inventory)));
    boolean many = outcome.results().size() > 1;
    for (var result : outcome.results()) {
      parts.addAll(details(result, many));
    }
    return new Reply(parts);
  }

  private String headline(Intent intent, Proposal proposal, Outcome outcome, Inventory inventory) {
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

  private List<ReplyPart> details(TargetResult result, boolean many) {
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
      parts.add(new ReplyPart.Code(caption, result.output().stripTrailing()));
    }
    if (result.truncated()) {
      parts.add(new ReplyPart.Text(phrases.say("result.truncated", Map.of())));
    }
    return parts;
  }

  /** The message that tells what a stopped process left behind. */
  public Reply tellLost(Intent intent, Proposal proposal, boolean begun, Inventory inventory) {
    var started = intent.replies().get("started");
    var what =
        started == null
            ? intent.summary()
            : Wording.fill(started, intent, proposal.request(), proposal.targets(), inventory);
    var targets = proposal.targets().stream().map(Proposal.Target::name).toList();
    return Reply.text(
        phrases.say(
            begun ? "unknown" : "never.started",
            Map.of("what", what, "targets", targets.isEmpty() ? "it" : Wording.and(targets))));
  }
}
