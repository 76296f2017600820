package dev.parley.action;

import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.inventory.Inventory;
import dev.parley.permission.Permit;

/** Runs what was confirmed and permitted. */
@FunctionalInterface
public interface ActionRunner {
  /**
   * Runs to the end; whatever goes wrong is in the outcome, never an exception.
   *
   * @param run passes on what it says, and tells it to stop
   */
  Outcome run(Permit permit, Intent intent, Inventory inventory, ActiveRun run);
}
