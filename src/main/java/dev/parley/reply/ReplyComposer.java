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
import java.util.stream.Collectors;

/** Finds the words for what the dialogue decided to say. */
public final class ReplyComposer {
  /** What nobody else has anything of: why not, how to, and that it was not understood. */
  private static final List<Class<? extends SystemAct.Saying>> ASIDES =
      List.of(
          SystemAct.GiveHelp.class,
          SystemAct.NotUnderstood.class,
          SystemAct.TellIdentity.class,
          SystemAct.TellChoices.class,
          SystemAct.SentBefore.class,
          SystemAct.Remark.class,
          SystemAct.NotSettled.class,
          SystemAct.Object.class,
          SystemAct.RefusePermission.class,
          SystemAct.NothingStands.class,
          SystemAct.NothingRuns.class);

  private final PhraseBook phrases = new PhraseBook();
  private final ConfirmationWording confirmations = new ConfirmationWording(phrases);
  private final ApprovalWording approvals = new ApprovalWording(phrases);
  private final ScheduleWording schedule = new ScheduleWording(phrases);
  private final PendingWording pending = new PendingWording(phrases, approvals, schedule);
  private final HelpWording helps = new HelpWording(phrases);
  private final PuzzledWording puzzled = new PuzzledWording(phrases);

  /** What a second person is told who is somewhere else. */
  public Reply request(SystemAct.AwaitApproval waiting, String asker, Audience audience) {
    return approvals.request(waiting, asker, audience);
  }

  /** The reply to say; never empty. */
  public Reply say(SystemAct.Saying act, Audience audience) {
    var reply = words(act, audience);
    return ASIDES.stream().anyMatch(aside -> aside.isInstance(act)) ? reply.toOneAlone() : reply;
  }

  private Reply words(SystemAct.Saying act, Audience audience) {
    if (act instanceof AskSlot ask) {
      return askSlot(ask, audience);
    }
    if (act instanceof AskConfirmation ask) {
      return confirmations.ask(ask, audience);
    }
    if (act instanceof SystemAct.AskCode ask) {
      return confirmations.askCode(ask, audience);
    }
    if (act instanceof SystemAct.AskLesson ask) {
      return withChoices(lesson(ask), List.of("yes", "no"));
    }
    if (act instanceof SystemAct.ShowPreview preview) {
      return confirmations.preview(preview, audience);
    }
    if (act instanceof OfferReadings offer) {
      return puzzled.offer(offer, audience);
    }
    if (act instanceof SystemAct.GiveHelp help) {
      return helps.help(help, audience);
    }
    if (act instanceof SystemAct.NotUnderstood missed) {
      return puzzled.notUnderstood(missed, audience);
    }
    if (act instanceof SystemAct.AskWhichRun which) {
      return pending.which(which.runs());
    }
    if (act instanceof SystemAct.NoSuchRun other) {
      return pending.other(other.running());
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
    if (act instanceof SystemAct.TellChoices told) {
      return Reply.text(choices(told, audience));
    }
    if (act instanceof SystemAct.TellPending told) {
      return pending.pending(told.next(), audience);
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
      return phrases.say("left.out", commands(left.requests()));
    }
    if (act instanceof SystemAct.Forget forgotten) {
      return phrases.say("forgotten", commands(forgotten.requests()));
    }
    if (act instanceof SystemAct.ConfirmationExpired expired) {
      return phrases.say(
          "confirm.expired", Map.of("command", expired.proposal().request().exactForm()));
    }
    if (act instanceof SystemAct.SentBefore) {
      return phrases.say("sent.before", Map.of());
    }
    if (act instanceof SystemAct.OutcomeSettled settled) {
      return phrases.say(
          settled.succeeded() ? "outcome.succeeded" : "outcome.failed",
          Map.of("command", settled.proposal().request().exactForm()));
    }
    if (act instanceof SystemAct.LessonDropped dropped) {
      return phrases.say("lesson.dropped", Map.of("phrase", dropped.phrase()));
    }
    if (act instanceof SystemAct.Remark remark) {
      return remark.text();
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
      var commands = stopping.proposals().stream().map(p -> p.request().exactForm()).toList();
      return phrases.say(
          commands.size() == 1 ? "stopping" : "stopping.several",
          Map.of("command", Wording.and(commands)));
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
    if (act instanceof SystemAct.CannotUndo undone) {
      return phrases.say(
          "undo.none", Map.of("command", exampleCommand(undone.request(), audience)));
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
    if (act instanceof SystemAct.Weigh doubted) {
      return weighed(doubted.proposal(), audience);
    }
    return phrases.say(plainKey(act), Map.of());
  }

  private String lesson(SystemAct.AskLesson ask) {
    return phrases.say(
        "lesson.ask", Map.of("phrase", ask.phrase(), "command", ask.meaning().exactForm()));
  }

  private String weighed(Proposal proposal, Audience audience) {
    var undo = audience.catalog().get(proposal.request().intent()).undo();
    return phrases.say(undo == null ? "weigh" : "weigh.undo", Map.of());
  }

  private static Map<String, String> commands(List<ActionRequest> requests) {
    return Map.of(
        "commands",
        requests.stream().map(ActionRequest::exactForm).collect(Collectors.joining("; ")));
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
    if (act instanceof SystemAct.Pause) {
      return "pause";
    }
    if (act instanceof SystemAct.AcceptThanks) {
      return "thanks";
    }
    if (act instanceof SystemAct.DeclineOnFailure) {
      return "on.failure";
    }
    if (act instanceof SystemAct.OfferDropped) {
      return "offer.dropped";
    }
    if (act instanceof SystemAct.NothingStands) {
      return "nothing";
    }
    if (act instanceof SystemAct.NothingRuns) {
      return "nothing.runs";
    }
    throw new IllegalArgumentException("There are no words for " + act + ".");
  }

  private Reply askSlot(AskSlot ask, Audience audience) {
    var intent = audience.catalog().get(ask.request().intent());
    var slot = intent.slot(ask.slot()).orElseThrow();
    var kind = Wording.kind(slot.type());
    var question =
        Wording.fill(
            slot.ask(),
            intent,
            ask.request().without(slot.name()),
            List.of(),
            audience.inventory());
    var named = ask.choices().stream().map(choice -> Wording.said(slot.type(), choice)).toList();
    var spoken = ask.why() == SystemAct.Why.SEVERAL ? Wording.and(named) : ask.spoken();
    var values =
        Map.of(
            "kind",
            kind,
            "a_kind",
            Wording.withArticle(kind),
            "spoken",
            spoken,
            "near",
            Wording.or(ask.choices()));
    var text =
        switch (ask.why()) {
          case MISSING -> question;
          case UNKNOWN -> unknown(values, ask.choices(), question);
          case AMBIGUOUS -> ambiguous(values, ask, question);
          case SEVERAL -> both("ask.several", values, phrases.say("ask.which", values));
          case EITHER -> both("ask.either", values, phrases.say("ask.which", values));
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

  private String choices(SystemAct.TellChoices told, Audience audience) {
    var request = told.request() == null ? new ActionRequest("", Map.of()) : told.request();
    var known = SlotChoices.of(told.type(), request, audience.inventory());
    var kind = Wording.kind(told.type());
    return phrases.say(
        known.isEmpty() ? "choices.open" : "choices.known",
        Map.of("kind", kind, "values", Wording.or(known)));
  }

  private static Reply withChoices(String text, List<String> choices) {
    var parts = new ArrayList<ReplyPart>();
    parts.add(new ReplyPart.Text(text));
    if (!choices.isEmpty()) {
      parts.add(new ReplyPart.Choices(choices));
    }
    return new Reply(parts);
  }

  private String identity(Audience audience) {
    var roles = audience.roles().stream().sorted().toList();
    var key = roles.size() == 1 ? "identity.roles" : "identity.many";
    var told = roles.isEmpty() ? "" : phrases.say(key, Map.of("roles", Wording.and(roles)));
    return phrases.say("identity", Map.of("name", audience.name(), "roles", told))
        + " "
        + may(audience)
        + known(audience);
  }

  private String known(Audience audience) {
    var accounts = audience.accounts().get();
    return accounts.isEmpty()
        ? ""
        : " " + phrases.say("identity.accounts", Map.of("accounts", Wording.and(accounts)));
  }

  private String may(Audience audience) {
    var askable = audience.askable().get();
    int all = audience.catalog().all().size();
    boolean looks = askable.stream().allMatch(Intent::onlyReads);
    var key =
        askable.isEmpty()
            ? "identity.nothing"
            : askable.size() == all ? "identity.all" : looks ? "identity.looks" : "identity.some";
    var counts = Map.of("count", Integer.toString(askable.size()), "all", Integer.toString(all));
    return phrases.say(key, counts);
  }

  private String object(Objection objection) {
    var key = "object." + objection.kind().name().toLowerCase(Locale.ROOT);
    return phrases.say(key, Map.of("excerpt", objection.excerpt()));
  }

  private static String exampleCommand(ActionRequest request, Audience audience) {
    return HelpWording.exact(audience.catalog().get(request.intent()));
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
