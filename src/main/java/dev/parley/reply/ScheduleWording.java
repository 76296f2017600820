package dev.parley.reply;

import dev.parley.dialogue.SystemAct;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.Inventory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Tells of what runs later. */
public final class ScheduleWording {
  /** "in 20 minutes", "2026-11-21T02:00Z": nothing was left to be taken for granted. */
  private static final Pattern EXACT = Pattern.compile("(?i)in\\s.*|P.*|\\d{4}-\\d\\d-\\d\\dT.*");

  private final PhraseBook phrases;

  public ScheduleWording() {
    this(new PhraseBook());
  }

  ScheduleWording(PhraseBook phrases) {
    this.phrases = phrases;
  }

  /** When it would run and what that was taken from, for a confirmation; none for at once. */
  List<String> when(Proposal proposal, Audience audience) {
    if (proposal.due() == null) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(phrases.say("schedule.when", Map.of("time", time(proposal, audience))));
    proposal.request().values(Slot.WHEN).stream()
        .map(SlotValue::spoken)
        .filter(spoken -> !EXACT.matcher(spoken).matches())
        .forEach(spoken -> lines.add(phrases.say("schedule.assumed", Map.of("spoken", spoken))));
    return lines;
  }

  /** It is stored. */
  String stored(SystemAct.Scheduled stored, Audience audience) {
    return phrases.say(
        "schedule.stored",
        Map.of(
            "command", command(stored.proposal()),
            "time", time(stored.proposal(), audience),
            "id", stored.shortId()));
  }

  String cancelled(SystemAct.ScheduleCancelled cancelled, Audience audience) {
    return phrases.say(
        cancelled.asker().isEmpty() ? "schedule.cancelled" : "schedule.cancelled.other",
        Map.of(
            "command", command(cancelled.proposal()),
            "asker", cancelled.asker(),
            "time", absolute(cancelled.proposal(), audience.zone())));
  }

  String missed(SystemAct.MissedItsTime missed, Audience audience) {
    return phrases.say(
        (missed.restored() ? "schedule.restored" : "schedule.missed")
            + (missed.asks() ? ".ask" : ""),
        Map.of(
            "command", command(missed.proposal()),
            "time", absolute(missed.proposal(), audience.zone())));
  }

  /** The second person has let it wait for its time. */
  String approved(SystemAct.Settled settled, Audience audience) {
    return phrases.say(
        "schedule.approved",
        Map.of(
            "asker", settled.asker(),
            "command", command(settled.proposal()),
            "time", time(settled.proposal(), audience)));
  }

  /** One line of what is pending. */
  String pending(Pending.Later later, Audience audience) {
    return phrases.say(
        later.asker().isEmpty() ? "pending.later" : "pending.later.other",
        Map.of(
            "command", command(later.proposal()),
            "time", time(later.proposal(), audience),
            "asker", later.asker(),
            "id", later.shortId()));
  }

  /** Its time has come, and it runs. */
  public Reply begins(Intent intent, Proposal proposal, Inventory inventory) {
    var started = intent.replies().get("started");
    var what =
        started == null
            ? intent.summary()
            : Wording.fill(started, intent, proposal.request(), proposal.targets(), inventory);
    return Reply.text(phrases.say("schedule.begins", Map.of("what", what)));
  }

  /** Its time has come, and it does not run. */
  public Reply withdrawn(Proposal proposal, String reason, ZoneId zone) {
    return Reply.text(
        phrases.say(
            "schedule.withdrawn",
            Map.of(
                "command", command(proposal),
                "time", absolute(proposal, zone),
                "reason", reason)));
  }

  private static String command(Proposal proposal) {
    return proposal.request().without(Slot.WHEN).exactForm();
  }

  private static String time(Proposal proposal, Audience audience) {
    return TimeWording.absoluteAndFar(due(proposal), audience.zone(), audience.now());
  }

  private static String absolute(Proposal proposal, ZoneId zone) {
    return TimeWording.absolute(due(proposal), zone);
  }

  private static Instant due(Proposal proposal) {
    return Objects.requireNonNull(proposal.due());
  }
}
