package dev.parley.reply;

import dev.parley.action.Execution;
import dev.parley.dialogue.Frame;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Outcome;
import dev.parley.intent.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what runs and how far it is, what waits, and how the last of it ended. */
final class PendingWording {
  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  private final PhraseBook phrases;
  private final ApprovalWording approvals;
  private final ScheduleWording schedule;
  private final ResultWording results = new ResultWording();

  PendingWording(PhraseBook phrases, ApprovalWording approvals, ScheduleWording schedule) {
    this.phrases = phrases;
    this.schedule = schedule;
    this.approvals = approvals;
  }

  /**
   * @param next what begins after what runs
   */
  Reply pending(List<ActionRequest> next, Audience audience) {
    var pending = audience.pending().get();
    var lines = new ArrayList<String>();
    for (var execution : pending.running()) {
      lines.add(running(execution, pending, audience));
    }
    for (var request : next) {
      lines.add(phrases.say("pending.next", Map.of("command", request.exactForm())));
    }
    for (var approval : pending.waiting()) {
      lines.add(approvals.waiting(approval, audience.zone()));
    }
    for (var later : pending.later()) {
      lines.add(schedule.pending(later, audience));
    }
    if (pending.running().isEmpty()) {
      var key =
          pending.waiting().isEmpty() && pending.later().isEmpty()
              ? "pending.nothing"
              : "pending.only";
      lines.add(phrases.say(key, Map.of()) + ended(pending.last(), pending.at(), audience));
    }
    return Reply.text(String.join("\n", lines));
  }

  private String running(Execution execution, Pending pending, Audience audience) {
    var proposal = execution.proposal();
    var began = execution.startedAt();
    var intent = audience.catalog().find(proposal.request().intent());
    var command = Map.of("command", proposal.request().exactForm());
    if (began == null) {
      return phrases.say("pending.scheduled", command);
    }
    var since = Duration.between(began, pending.at());
    return intent
        .map(
            i ->
                results
                    .tellProgress(
                        i,
                        proposal,
                        since,
                        pending.lastLines().apply(execution.id()),
                        audience.inventory())
                    .plainText())
        .orElseGet(() -> phrases.say("pending.running", command));
  }

  private String ended(@Nullable Execution last, Instant now, Audience audience) {
    if (last == null) {
      return "";
    }
    var outcome = last.outcome();
    var endedAt = last.endedAt();
    return outcome == null || endedAt == null
        ? ""
        : " " + ended(last.proposal(), outcome, Duration.between(endedAt, now), audience);
  }

  private String ended(Proposal proposal, Outcome outcome, Duration since, Audience audience) {
    var request = proposal.request();
    var how =
        audience
            .catalog()
            .find(request.intent())
            .map(i -> results.headline(i, proposal, outcome, audience.inventory()))
            .orElseGet(() -> request.exactForm() + ": " + outcome.status().label());
    var ago =
        since.compareTo(JUST_NOW) < 0
            ? phrases.say("pending.now", Map.of())
            : phrases.say("pending.ago", Map.of("time", ResultWording.shortly(since)));
    return phrases.say("pending.last", Map.of("how", how.replaceFirst("\\.$", ""), "ago", ago));
  }

  /** Asks which of several that run is to stop. */
  Reply which(List<Frame.Run> runs) {
    return new Reply(
        List.of(
            new ReplyPart.Text(phrases.say("stop.which", Map.of()) + numbered(runs)),
            new ReplyPart.Choices(runs.stream().map(PendingWording::command).toList())));
  }

  /** Says that something else runs than what was named. */
  Reply other(List<Frame.Run> runs) {
    var commands = runs.stream().map(PendingWording::command).toList();
    return Reply.text(phrases.say("stop.other", Map.of("commands", Wording.and(commands))));
  }

  private String numbered(List<Frame.Run> runs) {
    var text = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      var run = runs.get(i);
      var values =
          Map.of("number", Integer.toString(i + 1), "command", command(run), "id", run.shortId());
      text.append('\n').append(phrases.say("stop.option", values));
    }
    return text.toString();
  }

  private static String command(Frame.Run run) {
    return run.request().exactForm();
  }
}
