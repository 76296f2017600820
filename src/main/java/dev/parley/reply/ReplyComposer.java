package dev.parley.reply;

import dev.parley.dialogue.SystemAct;
import dev.parley.dialogue.SystemAct.AskConfirmation;
import dev.parley.dialogue.SystemAct.AskSlot;
import dev.parley.dialogue.SystemAct.OfferReadings;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Slot;
import dev.parley.inventory.SlotChoices;
import dev.parley.understanding.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the words for what the dialogue decided to say. */
public final class ReplyComposer {
  private static final int HELP_EXAMPLES = 40;

  private final PhraseBook phrases = new PhraseBook();
  private final ConfirmationWording confirmations = new ConfirmationWording(phrases);
  private final ApprovalWording approvals = new ApprovalWording(phrases);
  private final ScheduleWording schedule = new ScheduleWording(phrases);

  /** What a second person is told who is somewhere else. */
  public Reply request(SystemAct.AwaitApproval waiting, String asker, Audience audience) {
    return approvals.request(waiting, asker, audience);
  }

  /** The reply to say; never empty. */
  public Reply say(SystemAct.Saying act, Audience audience) {
    if (act instanceof AskSlot ask) {
      return askSlot(ask, audience);
    }
    if (act instanceof AskConfirmation ask) {
      return confirmations.ask(ask, audience);
    }
    if (act instanceof OfferReadings offer) {
      return offer(offer, audience);
    }
    if (act instanceof SystemAct.GiveHelp) {
      return help(audience);
    }
    if (act instanceof SystemAct.Start start) {
      return Reply.text(started(start.proposal(), audience));
    }
    if (act instanceof SystemAct.AwaitApproval waiting) {
      return approvals.awaiting(waiting, audience);
    }
    if (act instanceof SystemAct.NotCancelled problem) {
      return withChoices(problem.explanation(), problem.choices());
    }
    if (act instanceof SystemAct.TellPending) {
      return approvals.pending(audience);
    }
    return Reply.text(sentence(act, audience));
  }

  private String sentence(SystemAct.Saying act, Audience audience) {
    if (act instanceof SystemAct.Greet) {
      var key = audience.inventory().demo() ? "greet.demo" : "greet";
      return phrases.say(key, Map.of("name", audience.name()));
    }
    if (act instanceof SystemAct.TellIdentity) {
      return identity(audience);
    }
    if (act instanceof SystemAct.Cancelled cancelled) {
      return phrases.say("cancelled", Map.of("command", cancelled.request().exactForm()));
    }
    if (act instanceof SystemAct.LeaveOut left) {
      var commands = left.requests().stream().map(ActionRequest::exactForm).toList();
      return phrases.say("left.out", Map.of("commands", String.join(", ", commands)));
    }
    if (act instanceof SystemAct.ConfirmationExpired expired) {
      return phrases.say(
          "confirm.expired", Map.of("command", expired.proposal().request().exactForm()));
    }
    if (act instanceof SystemAct.NotSettled problem) {
      return problem.explanation();
    }
    if (act instanceof SystemAct.Settled settled) {
      return settled(settled, audience);
    }
    if (act instanceof SystemAct.ApprovalExpired expired) {
      return about("approval.expired", expired.proposal(), "");
    }
    if (act instanceof SystemAct.ApprovedBy approved) {
      return about("approval.given", approved.proposal(), approved.by());
    }
    if (act instanceof SystemAct.RejectedBy rejected) {
      return about("approval.refused", rejected.proposal(), rejected.by());
    }
    if (act instanceof SystemAct.Stopping stopping) {
      return about("stopping", stopping.proposal(), "");
    }
    if (act instanceof SystemAct.Object objection) {
      return object(objection.objection());
    }
    if (act instanceof SystemAct.RefusePermission refusal) {
      return refusal.explanation();
    }
    if (act instanceof SystemAct.CannotRun problem) {
      return problem.problem();
    }
    if (act instanceof SystemAct.Scheduled stored) {
      return schedule.stored(stored, audience);
    }
    if (act instanceof SystemAct.ScheduleCancelled cancelled) {
      return schedule.cancelled(cancelled, audience);
    }
    if (act instanceof SystemAct.MissedItsTime missed) {
      return schedule.missed(missed, audience);
    }
    if (act instanceof SystemAct.GiveUp gaveUp) {
      return phrases.say("gaveup", Map.of("command", exampleCommand(gaveUp.request(), audience)));
    }
    return phrases.say(plainKey(act), Map.of());
  }

  private String about(String key, Proposal proposal, String by) {
    return phrases.say(key, Map.of("command", proposal.request().exactForm(), "by", by));
  }

  private String settled(SystemAct.Settled settled, Audience audience) {
    if (settled.approved() && settled.proposal().due() != null) {
      return schedule.approved(settled, audience);
    }
    return phrases.say(
        settled.approved() ? "settled.approved" : "settled.rejected",
        Map.of(
            "started", started(settled.proposal(), audience),
            "asker", settled.asker(),
            "command", settled.proposal().request().exactForm()));
  }

  private static String plainKey(SystemAct.Saying act) {
    if (act instanceof SystemAct.AcceptThanks) {
      return "thanks";
    }
    if (act instanceof SystemAct.OfferDropped) {
      return "offer.dropped";
    }
    if (act instanceof SystemAct.NothingStands) {
      return "nothing";
    }
    return act instanceof SystemAct.NothingRuns ? "nothing.runs" : "declined";
  }

  private Reply askSlot(AskSlot ask, Audience audience) {
    var intent = audience.catalog().get(ask.request().intent());
    var slot = intent.slot(ask.slot()).orElseThrow();
    var kind = Wording.words(slot.type().label());
    var question =
        Wording.fill(
            slot.ask(),
            intent,
            ask.request().without(slot.name()),
            List.of(),
            audience.inventory());
    var values = Map.of("kind", kind, "spoken", ask.spoken(), "near", Wording.or(ask.choices()));
    var text =
        switch (ask.why()) {
          case MISSING -> question;
          case UNKNOWN -> unknown(values, ask.choices(), question);
          case AMBIGUOUS -> ambiguous(values, ask, question);
          case SEVERAL -> both("ask.several", values, phrases.say("ask.which", values));
          case UNUSABLE -> both("ask.unusable", values, question);
          case STILL -> both("ask.still", values, question);
        };
    return withChoices(
        text, ask.choices().isEmpty() ? choices(slot, ask, audience) : ask.choices());
  }

  /** A vague time could be any; where it was not said at all, the question is enough. */
  private String ambiguous(Map<String, String> values, AskSlot ask, String question) {
    if (!ask.choices().isEmpty()) {
      return both("ask.ambiguous", values, phrases.say("ask.which", values));
    }
    return ask.spoken().isEmpty() ? question : both("ask.vague", values, question);
  }

  private String unknown(Map<String, String> values, List<String> near, String question) {
    return both("ask.unknown", values, near.isEmpty() ? question : phrases.say("ask.near", values));
  }

  private String both(String key, Map<String, String> values, String then) {
    return phrases.say(key, values) + " " + then;
  }

  /** The few values that a closed slot can take; none when there are too many to pick from. */
  private static List<String> choices(Slot slot, AskSlot ask, Audience audience) {
    return SlotChoices.of(slot.type(), ask.request(), audience.inventory());
  }

  private static Reply withChoices(String text, List<String> choices) {
    var parts = new ArrayList<ReplyPart>();
    parts.add(new ReplyPart.Text(text));
    if (!choices.isEmpty()) {
      parts.add(new ReplyPart.Choices(choices));
    }
    return new Reply(parts);
  }

  private Reply offer(OfferReadings offer, Audience audience) {
    var text = new StringBuilder(phrases.say("offer", Map.of()));
    var names = new ArrayList<String>();
    for (var option : offer.options()) {
      names.add(option.intent());
      text.append('\n')
          .append(
              phrases.say(
                  "offer.option",
                  Map.of(
                      "number",
                      Integer.toString(names.size()),
                      "summary",
                      audience.catalog().get(option.intent()).summary(),
                      "name",
                      option.intent())));
    }
    return withChoices(text.toString(), names);
  }

  private Reply help(Audience audience) {
    var intents = audience.askable().get();
    if (intents.isEmpty()) {
      return Reply.text(phrases.say("help.nothing", Map.of()));
    }
    var rows =
        intents.stream()
            .limit(HELP_EXAMPLES)
            .map(intent -> List.of(intent.name(), intent.summary()))
            .toList();
    var sample = intents.get(intents.size() / 2);
    return new Reply(
        List.of(
            new ReplyPart.Text(
                phrases.say("help", Map.of("example", Wording.words(sample.name())))),
            new ReplyPart.Table(List.of("name", "what it does"), rows),
            new ReplyPart.Text(
                phrases.say("help.exact", Map.of("command", exampleCommand(sample))))));
  }

  private String identity(Audience audience) {
    var roles = audience.roles().stream().sorted().toList();
    var key = roles.size() == 1 ? "identity.roles" : "identity.many";
    var told = roles.isEmpty() ? "" : phrases.say(key, Map.of("roles", Wording.and(roles)));
    return phrases.say("identity", Map.of("name", audience.name(), "roles", told));
  }

  private String object(Objection objection) {
    var key = "object." + objection.kind().name().toLowerCase(Locale.ROOT);
    return phrases.say(key, Map.of("excerpt", objection.excerpt()));
  }

  private static String exampleCommand(ActionRequest request, Audience audience) {
    return exampleCommand(audience.catalog().get(request.intent()));
  }

  private static String exampleCommand(Intent intent) {
    var command = new StringBuilder(intent.name());
    intent.slots().stream()
        .filter(Slot::required)
        .forEach(slot -> command.append(' ').append(slot.name()).append("=…"));
    return command.toString();
  }

  private String started(Proposal proposal, Audience audience) {
    var intent = audience.catalog().get(proposal.request().intent());
    var template = intent.replies().get("started");
    return template == null
        ? phrases.say("start", Map.of("summary", intent.summary()))
        : Wording.fill(
            template, intent, proposal.request(), proposal.targets(), audience.inventory());
  }
}
