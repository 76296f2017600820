package dev.parley.reply;

import dev.parley.dialogue.SystemAct;
import dev.parley.dialogue.SystemAct.AskConfirmation;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.TargetName;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows exactly what will run and where, before a yes. */
final class ConfirmationWording {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss zzz", Locale.ENGLISH);
  private static final int TARGETS_SHOWN = 20;

  private final PhraseBook phrases;
  private final ScheduleWording schedule;

  ConfirmationWording(PhraseBook phrases) {
    this.phrases = phrases;
    this.schedule = new ScheduleWording(phrases);
  }

  Reply ask(AskConfirmation ask, Audience audience) {
    var proposal = ask.proposal();
    var details = new ArrayList<String>();
    boolean critical = proposal.risk() == Risk.CRITICAL;
    if (ask.again()) {
      details.add(phrases.say(critical ? "confirm.critical.unclear" : "confirm.unclear", Map.of()));
    }
    details.addAll(whatAndWhere(proposal, phrases));
    details.addAll(schedule.when(proposal, audience));
    details.add(say("confirm.exact", "command", proposal.request().exactForm()));
    proposal.warnings().forEach(w -> details.add(say("confirm.warning", "warning", w)));
    if (audience.inventory().demo()) {
      details.add(phrases.say("confirm.demo", Map.of()));
    }
    var expiry = TIME.format(ask.expiresAt().atZone(audience.zone()));
    details.add(say("confirm.expires", "time", expiry));
    return critical
        ? reply(
            say("confirm.critical", "name", TargetName.of(proposal).toString()),
            details,
            true,
            List.of("no"))
        : reply(
            phrases.say("confirm.question", Map.of()),
            details,
            risky(proposal),
            List.of("yes", "no"));
  }

  /** Asks for the one-time password that has to follow the yes. */
  Reply askCode(SystemAct.AskCode ask, Audience audience) {
    var expiry = TIME.format(ask.expiresAt().atZone(audience.zone()));
    var values = Map.of("time", expiry, "command", ask.proposal().request().exactForm());
    var question = phrases.say("code.ask", values);
    return new Reply(
        List.of(
            new ReplyPart.Text(ask.problem().isEmpty() ? question : ask.problem() + " " + question),
            new ReplyPart.Choices(List.of("no"))));
  }

  /** Shows what would run, for somebody who wants no more than that. */
  Reply preview(SystemAct.ShowPreview preview, Audience audience) {
    var proposal = preview.proposal();
    var lines = new ArrayList<String>();
    lines.add(phrases.say("preview", Map.of("command", proposal.request().exactForm())));
    lines.addAll(whatAndWhere(proposal, phrases));
    lines.addAll(schedule.when(proposal, audience));
    if (!proposal.terms().rule().isEmpty()) {
      lines.add(say("preview.rule", "rule", proposal.terms().rule()));
    }
    if (proposal.terms().code()) {
      lines.add(phrases.say("preview.code", Map.of()));
    }
    proposal.warnings().forEach(w -> lines.add(say("confirm.warning", "warning", w)));
    return Reply.text(String.join("\n", lines));
  }

  private static Reply reply(
      String question, List<String> details, boolean risky, List<String> choices) {
    return new Reply(
        List.of(
            new ReplyPart.Confirmation(question, details, risky), new ReplyPart.Choices(choices)));
  }

  /** Whether a wrong yes to it would do harm. */
  static boolean risky(Proposal proposal) {
    return proposal.risk().compareTo(Risk.HIGH) >= 0;
  }

  /** What exactly runs, where, and how risky that is. */
  static List<String> whatAndWhere(Proposal proposal, PhraseBook phrases) {
    var lines = new ArrayList<String>();
    proposal.preview().forEach(command -> lines.add("$ " + command));
    var targets =
        proposal.targets().stream()
            .limit(TARGETS_SHOWN)
            .map(t -> t.name().equals(t.address()) ? t.name() : t.name() + " (" + t.address() + ")")
            .toList();
    if (!targets.isEmpty()) {
      int more = proposal.targets().size() - targets.size();
      lines.add("on " + Wording.all(targets, more));
    }
    int count = proposal.targets().size();
    var hosts = count == 1 ? "1 host" : count + " hosts";
    lines.add(
        phrases.say(
            count == 0 ? "confirm.risk.alone" : "confirm.risk",
            Map.of("risk", proposal.risk().label(), "count", hosts)));
    return lines;
  }

  private String say(String key, String name, String value) {
    return phrases.say(key, Map.of(name, value));
  }
}
