package dev.parley.action;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.inventory.Inventory;
import java.util.Optional;

/** One way of running things: over SSH, as a process, by looking at the inventory. */
public interface Action {
  /**
   * Resolves what would run, without running it.
   *
   * @param request every required slot has its values, all of them known
   * @throws UnplannableException when it cannot be run as declared, with a sentence for people
   */
  Plan plan(Intent intent, ActionRequest request, Inventory inventory);

  /**
   * Runs a plan to its end; never throws for what goes wrong on a target.
   *
   * @param run passes on what it says, and tells it to stop
   */
  Outcome run(Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run);

  /**
   * Why nothing of this intent can be run whatever its slots say, as a sentence for people; empty
   * when it can. Asked before any slot is asked for.
   */
  default Optional<String> unavailable(Intent intent) {
    return Optional.empty();
  }

  /** Nothing that was said can be run as declared; the message is for people. */
  final class UnplannableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;

    public UnplannableException(String problem) {
      super(problem);
      this.problem = problem;
    }

    /** The sentence for people. */
    public String problem() {
      return problem;
    }
  }
}
