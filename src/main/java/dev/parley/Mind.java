package dev.parley;

import dev.parley.action.ActionRunner;
import dev.parley.action.ActiveRuns;
import dev.parley.action.Planner;
import dev.parley.knowledge.KnowledgeSource;
import dev.parley.permission.Gatekeeper;
import dev.parley.person.People;
import java.util.function.Supplier;

/**
 * Everything that decides: what is known, who people are, who may, what would run, what runs now.
 *
 * @param outlook what the home's files say now
 */
public record Mind(
    Supplier<Outlook> outlook, Planner planner, ActionRunner runner, ActiveRuns runs) {

  /** The same with what the files say at this moment, whatever they say later. */
  Mind pinned() {
    var now = outlook.get();
    return new Mind(() -> now, planner, runner, runs);
  }

  public KnowledgeSource knowledge() {
    return () -> outlook.get().knowledge();
  }

  public People people() {
    return outlook.get().people();
  }

  public Gatekeeper gatekeeper() {
    return outlook.get().gatekeeper();
  }
}
