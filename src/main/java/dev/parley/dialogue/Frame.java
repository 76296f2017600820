package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Proposal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a dialogue is in the middle of. */
public sealed interface Frame {

  /** A value for each kind of frame; a forgotten one does not compile. */
  <R> R on(Cases<R> cases);

  /** One method a kind of frame. */
  interface Cases<R> {
    R judging(Judging frame);

    R collecting(Collecting frame);

    R planning(Planning frame);

    R confirming(Confirming frame);

    R performing(Performing frame);

    R choosing(Choosing frame);

    R approving(Approving frame);

    R waiting(Waiting frame);

    R choosingRun(ChoosingRun frame);

    R proving(Proving frame);

    R frozen(Frozen frame);

    R learning(Learning frame);
  }

  /** Waits for the permission to go on with a request; lasts no longer than a message. */
  record Judging(Draft draft) implements Frame {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.judging(this);
    }
  }

  /**
   * Waits for a person to fill a slot.
   *
   * @param asked the slot that was asked for
   * @param choices what was offered
   * @param tries how many answers in a row were of no use
   */
  record Collecting(Draft draft, String asked, List<String> choices, int tries) implements Frame {
    public Collecting {
      choices = List.copyOf(choices);
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.collecting(this);
    }
  }

  /** Waits for the plan of a complete request; lasts no longer than a message. */
  record Planning(ActionRequest request) implements Frame {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.planning(this);
    }
  }

  /** Waits for a yes to exactly this proposal, until it expires. */
  record Confirming(Proposal proposal, Instant expiresAt) implements Frame {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.confirming(this);
    }
  }

  /** A used confirmation on its way to its execution; lasts no longer than a message. */
  record Performing(Proposal proposal) implements Frame {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.performing(this);
    }
  }

  /**
   * Its person confirmed a critical action, and a second person has to approve it.
   *
   * @param approval the short id of what waits
   * @param approvers the names of who could
   */
  record Approving(Proposal proposal, String approval, Instant expiresAt, List<String> approvers)
      implements Frame {
    public Approving {
      approvers = List.copyOf(approvers);
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.approving(this);
    }
  }

  /**
   * Its person said yes, and a one-time password has to follow.
   *
   * @param expiresAt after which it is too late
   */
  record Proving(Proposal proposal, Instant expiresAt) implements Frame {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.proving(this);
    }
  }

  /**
   * A freeze holds it up, and its person may override that with a reason. Asks nothing.
   *
   * @param expiresAt after which it has to be asked for anew
   */
  record Frozen(Draft draft, Instant expiresAt) implements Frame {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.frozen(this);
    }
  }

  /**
   * Asked whether a phrase is to stand for a request from now on; nothing runs at a yes.
   *
   * @param expiresAt after which it has to be taught anew
   */
  record Learning(String phrase, ActionRequest meaning, Instant expiresAt) implements Frame {
    @Override
    public <R> R on(Cases<R> cases) {
      return cases.learning(this);
    }
  }

  /**
   * A further request of a message; it begins when the one before it has succeeded.
   *
   * @param after the execution of the one before; null until that was started
   * @param due whether the one before has succeeded; it begins as soon as no question stands
   */
  record Waiting(Draft draft, @Nullable String after, boolean due) implements Frame {
    /** One that follows what stands above it. */
    static Waiting next(Draft draft) {
      return new Waiting(draft, null, false);
    }

    Waiting startedBefore(String executionId) {
      return new Waiting(draft, executionId, false);
    }

    Waiting begins() {
      return new Waiting(draft, after, true);
    }

    boolean follows(String executionId) {
      return executionId.equals(after) && !due;
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.waiting(this);
    }
  }

  /** Offered several readings of a message; a plain yes starts none of them. */
  record Choosing(List<Draft> options) implements Frame {
    public Choosing {
      options = List.copyOf(options);
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.choosing(this);
    }
  }

  /** One of several that run. */
  record Run(String executionId, ActionRequest request) {
    private static final int SHORT = 8;

    /** By which it can be named in a conversation. */
    public String shortId() {
      return executionId.substring(0, Math.min(SHORT, executionId.length()));
    }
  }

  /** Asked which of several that run is to stop; a plain yes stops none of them. */
  record ChoosingRun(List<Run> options) implements Frame {
    public ChoosingRun {
      options = List.copyOf(options);
    }

    @Override
    public <R> R on(Cases<R> cases) {
      return cases.choosingRun(this);
    }
  }
}
