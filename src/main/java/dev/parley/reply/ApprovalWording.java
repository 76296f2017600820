package dev.parley.reply;

import dev.parley.dialogue.SystemAct.AwaitApproval;
import dev.parley.permission.Approval;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells of what waits for a second person, and of what runs. */
final class ApprovalWording {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

  private final PhraseBook phrases;
  private final ScheduleWording schedule;

  ApprovalWording(PhraseBook phrases) {
    this.phrases = phrases;
    this.schedule = new ScheduleWording(phrases);
  }

  /** To who asked: who could approve, how, and until when. */
  Reply awaiting(AwaitApproval waiting, Audience audience) {
    var values =
        Map.of(
            "command", waiting.proposal().request().exactForm(),
            "id", waiting.approval(),
            "names", Wording.or(waiting.approvers()),
            "time", time(waiting.expiresAt(), audience.zone()));
    return Reply.text(phrases.say(waiting.again() ? "approval.still" : "approval.wait", values));
  }

  /** To a second person who is somewhere else. */
  Reply request(AwaitApproval waiting, String asker, Audience audience) {
    var proposal = waiting.proposal();
    var values =
        Map.of(
            "asker", asker,
            "command", proposal.request().exactForm(),
            "id", waiting.approval(),
            "time", time(waiting.expiresAt(), audience.zone()));
    var details = new ArrayList<String>();
    details.add(phrases.say("approval.request", values));
    details.addAll(ConfirmationWording.whatAndWhere(proposal, phrases));
    details.addAll(schedule.when(proposal, audience));
    return new Reply(
        List.of(
            new ReplyPart.Confirmation(
                phrases.say("approval.how", values), details, ConfirmationWording.risky(proposal)),
            new ReplyPart.Choices(
                List.of("approve " + waiting.approval(), "reject " + waiting.approval()))));
  }

  /** A line of what waits. */
  String waiting(Approval approval, ZoneId zone) {
    return phrases.say(
        "pending.approval",
        Map.of(
            "id", approval.id(),
            "asker", approval.name(),
            "command", approval.proposal().request().exactForm(),
            "time", time(approval.expiresAt(), zone)));
  }

  private static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }
}
