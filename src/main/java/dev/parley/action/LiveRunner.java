package dev.parley.action;

import dev.parley.action.Action.UnplannableException;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.inventory.Inventory;
import dev.parley.permission.Permit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/**
 * Runs for real: what would run is worked out again, and only if it is exactly what was confirmed,
 * and nobody else is changing the same thing, does it run.
 */
public final class LiveRunner implements ActionRunner {
  private static final Logger LOG = System.getLogger(LiveRunner.class.getName());

  /** What only looks holds nobody up. */
  private static final ResourceLock.Held FREE = () -> {};

  private final Actions actions;
  private final ResourceLock lock;
  private final Clock clock;
  private final SecretBox box;

  public LiveRunner(Actions actions, ResourceLock lock, Clock clock) {
    this(actions, lock, clock, SecretBox.fresh());
  }

  /**
   * @param box opens secret values
   */
  public LiveRunner(Actions actions, ResourceLock lock, Clock clock, SecretBox box) {
    this.box = box;
    this.actions = actions;
    this.lock = lock;
    this.clock = clock;
  }

  @Override
  public Outcome run(Permit permit, Intent intent, Inventory inventory, ActiveRun run) {
    var confirmed = permit.proposal();
    Plan plan;
    ResourceLock.Attempt attempt;
    try {
      var request = intent.atAnyTime(confirmed.request());
      plan = box.plan(actions.of(intent.action()), intent, request, inventory);
      if (!confirmed.fingerprint().equals(fingerprint(permit, intent, plan))) {
        return Outcomes.refused(
            "Nothing was run: what would run has changed since it was confirmed; ask again.");
      }
      attempt = intent.onlyReads() ? FREE : attempt(permit, intent, plan, inventory);
    } catch (UnplannableException e) {
      return Outcomes.refused("Nothing was run. " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "The execution %s could not begin.".formatted(permit.executionId()), e);
      return Outcomes.failedBefore();
    }
    if (attempt instanceof ResourceLock.Taken taken) {
      return Outcomes.refused(
          "Nothing was run: %s; ask again when that has ended."
              .formatted(taken.holder().sentence(permit.person().zone(), clock.instant())));
    }
    try (var held = (ResourceLock.Held) attempt) {
      return perform(permit, intent, plan, inventory, run);
    }
  }

  private static String fingerprint(Permit permit, Intent intent, Plan plan) {
    return Fingerprint.of(
        intent, permit.proposal().request(), plan, permit.person(), permit.conversation());
  }

  private ResourceLock.Attempt attempt(
      Permit permit, Intent intent, Plan plan, Inventory inventory) {
    var request = permit.proposal().request();
    var holder = Holder.of(permit.person(), intent, request, inventory, clock.instant());
    return lock.acquire(Claim.of(intent, request, plan), holder);
  }

  private Outcome perform(
      Permit permit, Intent intent, Plan plan, Inventory inventory, ActiveRun run) {
    try {
      var request = intent.atAnyTime(permit.proposal().request());
      return box.run(actions.of(intent.action()), intent, request, plan, inventory, run);
    } catch (UnplannableException e) {
      return Outcomes.refused("Nothing was run. " + e.getMessage());
    } catch (RuntimeException e) {
      return Outcomes.failedWithin(e);
    }
  }
}
