package dev.parley.action;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an action changes.
 *
 * @param target where, e.g. {@code web-01}
 * @param service what there, e.g. {@code apache}; null for the target as a whole
 */
public record Claim(String target, @Nullable String service) {

  /** Everything that a plan changes. */
  static List<Claim> of(Intent intent, ActionRequest request, Plan plan) {
    var services =
        intent.slots().stream()
            .filter(slot -> slot.type() == SlotType.SERVICE)
            .map(Slot::name)
            .flatMap(slot -> request.canonical(slot).stream())
            .toList();
    return plan.steps().stream()
        .map(step -> step.host() == null ? intent.name() : step.host().name())
        .distinct()
        .flatMap(
            target ->
                services.isEmpty()
                    ? List.of(new Claim(target, null)).stream()
                    : services.stream().map(service -> new Claim(target, service)))
        .toList();
  }

  /** Whether both cannot be changed at once. */
  public boolean conflictsWith(Claim other) {
    return target.equals(other.target)
        && (service == null || other.service == null || service.equals(other.service));
  }

  @Override
  public String toString() {
    return service == null ? target : service + " on " + target;
  }
}
