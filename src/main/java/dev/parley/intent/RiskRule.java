package dev.parley.intent;

import java.util.Map;

/**
 * One line of an intent's risk: the first whose conditions all hold decides.
 *
 * @param conditions slot name to canonical value, compared without case; empty always holds
 */
public record RiskRule(Map<String, String> conditions, Risk risk) {
  public RiskRule {
    conditions = Map.copyOf(conditions);
  }

  /** Whether every condition holds for at least one value of its slot. */
  public boolean holdsFor(ActionRequest request) {
    return conditions.entrySet().stream()
        .allMatch(
            c ->
                request.values(c.getKey()).stream()
                    .anyMatch(v -> v.canonical().equalsIgnoreCase(c.getValue())));
  }
}
