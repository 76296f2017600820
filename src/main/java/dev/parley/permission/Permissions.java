package dev.parley.permission;

import java.util.List;

/** What {@code permissions.yml} says about who may. Without rules nothing is allowed. */
public record Permissions(List<Rule> rules, List<Freeze> freezes) {
  public Permissions {
    rules = List.copyOf(rules);
    freezes = List.copyOf(freezes);
  }
}
