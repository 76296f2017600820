package dev.parley;

import dev.parley.action.ActionRunner;
import dev.parley.action.Planner;
import dev.parley.knowledge.KnowledgeSource;
import dev.parley.permission.Gatekeeper;
import dev.parley.person.People;

/** Everything that decides: what is known, who people are, who may, what would run. */
public record Mind(
    KnowledgeSource knowledge,
    People people,
    Gatekeeper gatekeeper,
    Planner planner,
    ActionRunner runner) {}
