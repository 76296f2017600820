package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Proposal;
import dev.parley.understanding.Objection;
import java.time.Instant;
import java.util.List;

/** What the assistant does next: asks something of the world, or says something. */
public sealed interface SystemAct {

  /** Needs the world, which answers with a {@link DialogueInput}. */
  sealed interface Deed extends SystemAct {}

  /** Is told to the person. */
  sealed interface Saying extends SystemAct {}

  /** May its person ask for this? Answered by Judged. */
  record AskPermission(ActionRequest request) implements Deed {}

  /** What exactly would run? Answered by Planned or Unplannable. */
  record Prepare(ActionRequest request) implements Deed {}

  /** Run exactly this, once. Answered by Begun or Withheld. */
  record Perform(Proposal proposal) implements Deed {}

  /** Why a slot is asked for. */
  enum Why {
    MISSING,
    /** Nothing of that name exists. */
    UNKNOWN,
    /** It could be one of several. */
    AMBIGUOUS,
    /** The intent takes one. */
    SEVERAL,
    /** The answer to the last question was of no use. */
    UNUSABLE,
    /** Something else was said in between. */
    STILL
  }

  /**
   * Asks for a slot.
   *
   * @param spoken what was said in its place; empty when nothing was
   */
  record AskSlot(ActionRequest request, String slot, Why why, String spoken, List<String> choices)
      implements Saying {
    public AskSlot {
      choices = List.copyOf(choices);
    }
  }

  /**
   * Shows exactly what would run and asks for a yes.
   *
   * @param again whether it was shown before and the answer was unclear or beside the question
   */
  record AskConfirmation(Proposal proposal, Instant expiresAt, boolean again) implements Saying {}

  /** Offers several readings. */
  record OfferReadings(List<ActionRequest> options) implements Saying {
    public OfferReadings {
      options = List.copyOf(options);
    }
  }

  record Greet() implements Saying {}

  record AcceptThanks() implements Saying {}

  record GiveHelp() implements Saying {}

  record TellIdentity() implements Saying {}

  /** What was going on has been dropped at its person's wish. */
  record Cancelled(ActionRequest request) implements Saying {}

  /** An offer of readings was turned down. */
  record OfferDropped() implements Saying {}

  /** A yes, no or cancel, and nothing to which it could belong. */
  record NothingStands() implements Saying {}

  /** The confirmation came too late. */
  record ConfirmationExpired(Proposal proposal) implements Saying {}

  record NotUnderstood() implements Saying {}

  /** The message can start nothing. */
  record Object(Objection objection) implements Saying {}

  /** Refused for want of permission. */
  record RefusePermission(ActionRequest request, String explanation) implements Saying {}

  /** Refused because nothing critical can be confirmed by one person. */
  record RefuseCritical(Proposal proposal) implements Saying {}

  /** It cannot run; the problem is a sentence. */
  record CannotRun(ActionRequest request, String problem) implements Saying {}

  /** Too many answers were of no use. */
  record GiveUp(ActionRequest request) implements Saying {}

  /** The action has been handed to a worker. */
  record Start(Proposal proposal, String executionId) implements Saying {}
}
