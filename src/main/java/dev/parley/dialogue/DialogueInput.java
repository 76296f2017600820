package dev.parley.dialogue;

import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Proposal;
import dev.parley.understanding.Interpretation;
import java.time.Instant;
import java.util.List;

/** What can happen to a dialogue: something was said, or the world answered one of its acts. */
public sealed interface DialogueInput {

  /** A value for each kind of input; a forgotten one does not compile. */
  <R> R on(Cases<R> cases);

  /** One method a kind of input. */
  interface Cases<R> {
    R heard(Heard input);

    R judged(Judged input);

    R planned(Planned input);

    R unplannable(Unplannable input);

    R begun(Begun input);

    R withheld(Withheld input);

    R awaiting(Awaiting input);

    R approved(Approved input);

    R rejected(Rejected input);

    R answered(Answered input);

    R ended(Ended input);

    R missed(Missed input);

    R offerable(Offerable input);

    R overridden(Overridden input);

    R whatIf(WhatIf input);

    R codeGiven(CodeGiven input);

    R codeChecked(CodeChecked input);

    R takenUp(TakenUp input);

    R carriedOff(CarriedOff input);
  }

  /**
   * The dialogue's own person said something.
   *
   * @param dry whether they only want to be shown what it would do
   */
  record Heard(Interpretation reading, boolean dry) implements DialogueInput {
    /** Something that is meant as it is said. */
    public Heard(Interpretation reading) {
      this(reading, false);
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.heard(this);
    }
  }

  /**
   * The answer to {@link SystemAct.AskPermission}.
   *
   * @param explanation the refusal in one sentence; empty when allowed
   * @param overridable whether a reason would let its person go ahead
   */
  record Judged(boolean allowed, String explanation, boolean overridable) implements DialogueInput {
    /** One that no reason changes. */
    public Judged(boolean allowed, String explanation) {
      this(allowed, explanation, false);
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.judged(this);
    }
  }

  /** The answer to {@link SystemAct.Prepare}: exactly what would run. */
  record Planned(Proposal proposal) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.planned(this);
    }
  }

  /** The other answer to {@link SystemAct.Prepare}: it cannot be run as declared. */
  record Unplannable(String problem) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.unplannable(this);
    }
  }

  /**
   * The answer to {@link SystemAct.Perform}: the execution is stored.
   *
   * @param shortId what it can be called off by until its time comes
   */
  record Begun(String executionId, String shortId) implements DialogueInput {
    /** One that has no short id, because it begins at once. */
    public Begun(String executionId) {
      this(executionId, "");
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.begun(this);
    }
  }

  /** The other answer to {@link SystemAct.Perform}: it may not run, or is not what was shown. */
  record Withheld(String reason) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.withheld(this);
    }
  }

  /**
   * The answer to {@link SystemAct.RequestApproval}: a second person is waited for.
   *
   * @param approval the short id of what waits
   * @param approvers the names of who could
   */
  record Awaiting(String approval, Instant expiresAt, List<String> approvers)
      implements DialogueInput {
    public Awaiting {
      approvers = List.copyOf(approvers);
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.awaiting(this);
    }
  }

  /** A second person, who may, approved what this dialogue waits with. */
  record Approved(String approval, String by) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.approved(this);
    }
  }

  /** A second person, who may, turned down what this dialogue waits with. */
  record Rejected(String approval, String by) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.rejected(this);
    }
  }

  /** The answer to a deed that changes nothing here: only something to say. */
  record Answered(SystemAct.Saying saying) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.answered(this);
    }
  }

  /** An action that this dialogue's person had started has ended. */
  record Ended(String executionId, ExecutionStatus status) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.ended(this);
    }
  }

  /**
   * The time of something that was scheduled went by, and it was not run.
   *
   * @param ask whether its person is asked whether to run it now; else they are only told
   * @param restored whether what is known of it came out of a backup, so that it may have run since
   */
  record Missed(Proposal proposal, boolean ask, boolean restored) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.missed(this);
    }
  }

  /** The answer to {@link SystemAct.Offer}: what of it may be offered. */
  record Offerable(List<Draft> options) implements DialogueInput {
    public Offerable {
      options = List.copyOf(options);
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.offerable(this);
    }
  }

  /** Its person gave a reason why a freeze is not to hold up what they asked for. */
  record Overridden(String reason) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.overridden(this);
    }
  }

  /** Its person asks what that would do. */
  record WhatIf() implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.whatIf(this);
    }
  }

  /** Its person typed what looks like a one-time password. It never comes in here itself. */
  record CodeGiven() implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.codeGiven(this);
    }
  }

  /**
   * Its person goes on here with what they had asked for elsewhere; it is judged and shown anew.
   */
  record TakenUp(Draft draft) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.takenUp(this);
    }
  }

  /**
   * Its person goes on elsewhere with what is talked about here.
   *
   * @param to what the other place is called
   */
  record CarriedOff(String to) implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.carriedOff(this);
    }
  }

  /**
   * The answer to {@link SystemAct.CheckCode}.
   *
   * @param locked whether no further one is taken for now
   * @param explanation a sentence for its person; may be empty when accepted
   */
  record CodeChecked(boolean accepted, boolean locked, String explanation)
      implements DialogueInput {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.codeChecked(this);
    }
  }
}
