package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Proposal;
import dev.parley.intent.SlotType;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.Objection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Have a second person approve this. Answered by Awaiting or Withheld. */
  record RequestApproval(Proposal proposal) implements Deed {}

  /** The second person's approval is no longer wanted. Not answered. */
  record WithdrawApproval(String approval) implements Deed {}

  /**
   * Settle what waits for a second person. Answered by Answered.
   *
   * @param said the message, which may name a short id
   */
  record SettleApproval(boolean approve, String said) implements Deed {}

  /**
   * End what runs. Answered by Answered.
   *
   * @param said the message, which may tell which of several
   * @param runs the executions that were picked; empty when only the message tells
   */
  record StopRun(String said, List<String> runs) implements Deed {
    public StopRun {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Nothing was understood: keep what its person may ask for of what comes near. Answered by
   * Answered.
   *
   * @param again whether the message before was not understood either
   */
  record Suggest(List<Draft> near, boolean again) implements Deed {
    public Suggest {
      near = List.copyOf(near);
    }
  }

  /** Several readings: keep those that its person may ask for. Answered by Offerable. */
  record Offer(List<Draft> options) implements Deed {
    public Offer {
      options = List.copyOf(options);
    }
  }

  /**
   * Call off what waits for its time. Answered by Answered.
   *
   * @param meant the message, which tells which one is meant
   */
  record CancelScheduled(Interpretation meant) implements Deed {}

  /** Is the one-time password right that was typed just now? Answered by CodeChecked. */
  record CheckCode() implements Deed {}

  /** Keep a phrase that stands for this. Answered by Answered. */
  record Learn(String phrase, ActionRequest meaning) implements Deed {}

  /** Why a slot is asked for. */
  enum Why {
    MISSING,
    /** Nothing of that name exists. */
    UNKNOWN,
    /** It could be one of several. */
    AMBIGUOUS,
    /** The intent takes one. */
    SEVERAL,
    /** It was left open which of several is meant. */
    EITHER,
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

  /**
   * Asks for a one-time password, after the yes.
   *
   * @param problem what was wrong with the last one; empty when none was given
   */
  record AskCode(Proposal proposal, Instant expiresAt, String problem) implements Saying {}

  /** Shows exactly what a phrase would stand for, and asks whether to keep it. */
  record AskLesson(String phrase, ActionRequest meaning, Instant expiresAt) implements Saying {}

  /** A phrase is not kept, at its person's wish or because their yes came too late. */
  record LessonDropped(String phrase) implements Saying {}

  /** Shows what would run, and runs nothing. */
  record ShowPreview(Proposal proposal) implements Saying {}

  /** Something to know; a sentence. */
  record Remark(String text) implements Saying {}

  /** Offers several readings. */
  record OfferReadings(List<ActionRequest> options) implements Saying {
    public OfferReadings {
      options = List.copyOf(options);
    }
  }

  record Greet() implements Saying {}

  record AcceptThanks() implements Saying {}

  /** Its person wants time; what is asked stands. */
  record Pause() implements Saying {}

  /**
   * Explains.
   *
   * @param about the intents that were asked about, the likeliest first; empty for help at large
   * @param one whether it is the first that was asked about, and the others only stand near
   */
  record GiveHelp(List<String> about, boolean one) implements Saying {
    public GiveHelp {
      about = List.copyOf(about);
    }

    /** Help at large. */
    public GiveHelp() {
      this(List.of(), false);
    }
  }

  record TellIdentity() implements Saying {}

  /**
   * Tells what a slot may be.
   *
   * @param request what is pending, which may leave less to choose from; or null
   */
  record TellChoices(SlotType type, @Nullable ActionRequest request) implements Saying {}

  /** What was going on has been dropped at its person's wish. */
  record Cancelled(ActionRequest request) implements Saying {}

  /** Further requests of a message are dropped, because the one before did not succeed. */
  record LeaveOut(List<ActionRequest> requests) implements Saying {
    public LeaveOut {
      requests = List.copyOf(requests);
    }
  }

  /** What was to be done in case of a failure is not taken up. */
  record DeclineOnFailure() implements Saying {}

  /** More was begun than is kept in mind; these, the oldest, are dropped. */
  record Forget(List<ActionRequest> requests) implements Saying {
    public Forget {
      requests = List.copyOf(requests);
    }
  }

  /** An offer of readings was turned down. */
  record OfferDropped() implements Saying {}

  /** A yes, no or cancel, and nothing to which it could belong. */
  record NothingStands() implements Saying {}

  /** What is known of what waits for a yes, to somebody who doubts it. */
  record Weigh(Proposal proposal) implements Saying {}

  /** The confirmation came too late. */
  record ConfirmationExpired(Proposal proposal) implements Saying {}

  /**
   * Nothing was understood.
   *
   * @param near what comes nearest, and its person may ask for
   * @param again whether the message before was not understood either
   */
  record NotUnderstood(List<Draft> near, boolean again) implements Saying {
    public NotUnderstood {
      near = List.copyOf(near);
    }

    /** Once, and nothing comes near. */
    public NotUnderstood() {
      this(List.of(), false);
    }
  }

  /** The message can start nothing. */
  record Object(Objection objection) implements Saying {}

  /** Refused for want of permission. */
  record RefusePermission(ActionRequest request, String explanation) implements Saying {}

  /**
   * Waits for a second person.
   *
   * @param again whether that was said before
   */
  record AwaitApproval(
      Proposal proposal, String approval, Instant expiresAt, List<String> approvers, boolean again)
      implements Saying {
    public AwaitApproval {
      approvers = List.copyOf(approvers);
    }
  }

  /** No second person came in time. */
  record ApprovalExpired(Proposal proposal) implements Saying {}

  /** The second person said yes; told to who asked. */
  record ApprovedBy(Proposal proposal, String by) implements Saying {}

  /** The second person said no; told to who asked. */
  record RejectedBy(Proposal proposal, String by) implements Saying {}

  /** What somebody else asked for has been settled; told to the second person. */
  record Settled(boolean approved, Proposal proposal, String asker) implements Saying {}

  /** Nothing was settled; the explanation is a sentence. */
  record NotSettled(String explanation) implements Saying {}

  /** What runs has been told to stop. */
  record Stopping(List<Proposal> proposals) implements Saying {
    public Stopping {
      proposals = List.copyOf(proposals);
    }
  }

  /** Several run: which of them is to stop? */
  record AskWhichRun(List<Frame.Run> runs) implements Saying {
    public AskWhichRun {
      runs = List.copyOf(runs);
    }
  }

  /** What was named does not run, but this does. */
  record NoSuchRun(List<Frame.Run> running) implements Saying {
    public NoSuchRun {
      running = List.copyOf(running);
    }
  }

  /** There is nothing to stop, and nothing that waits for an answer. */
  record NothingRuns() implements Saying {}

  /**
   * Tells what runs and what waits.
   *
   * @param next what begins when what runs has succeeded
   */
  record TellPending(List<ActionRequest> next) implements Saying {
    public TellPending {
      next = List.copyOf(next);
    }
  }

  /** Nothing is declared that takes back what was done. */
  record CannotUndo(ActionRequest request) implements Saying {}

  /** It cannot run; the problem is a sentence. */
  record CannotRun(ActionRequest request, String problem) implements Saying {}

  /** Too many answers were of no use. */
  record GiveUp(ActionRequest request) implements Saying {}

  /** The action has been handed to a worker. */
  record Start(Proposal proposal, String executionId) implements Saying {}

  /**
   * The action waits for its time.
   *
   * @param shortId what it can be called off by
   */
  record Scheduled(Proposal proposal, String shortId) implements Saying {}

  /**
   * What was scheduled has been called off.
   *
   * @param asker whose it was; empty for one's own
   */
  record ScheduleCancelled(Proposal proposal, String asker) implements Saying {}

  /**
   * Nothing was called off; the explanation is a sentence.
   *
   * @param choices what to say to call off one of them
   * @param these what an answer may pick from, in the order in which it was shown
   */
  record NotCancelled(String explanation, List<String> choices, List<Frame.Run> these)
      implements Saying {
    public NotCancelled {
      choices = List.copyOf(choices);
      these = List.copyOf(these);
    }

    /** With nothing to pick from. */
    public NotCancelled(String explanation, List<String> choices) {
      this(explanation, choices, List.of());
    }
  }

  /**
   * The time of what was scheduled went by, and it was not run.
   *
   * @param asks whether the question follows whether to run it now
   * @param restored whether what is known of it came out of a backup
   */
  record MissedItsTime(Proposal proposal, boolean asks, boolean restored) implements Saying {}

  /** The message was sent before what stands was shown, so it cannot have been about it. */
  record SentBefore() implements Saying {}

  /** How something ended of which nobody knew has been recorded. */
  record OutcomeSettled(Proposal proposal, boolean succeeded) implements Saying {}
}
