package dev.parley;

import dev.parley.action.ActionRunner;
import dev.parley.action.ActiveRuns;
import dev.parley.action.Planner;
import dev.parley.knowledge.KnowledgeSource;
import dev.parley.permission.Gatekeeper;
import dev.parley.person.People;

/**
 * Everything that decides: what is known, who people are, who may, what would run, what runs now.
 */
public record Mind(
    KnowledgeSource knowledge,
    People people,
    Gatekeeper gatekeeper,
    Planner planner,
    ActionRunner runner,
    ActiveRuns runs) {}
