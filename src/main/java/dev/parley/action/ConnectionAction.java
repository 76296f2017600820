package dev.parley.action;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.inventory.Inventory;
import java.util.List;
import java.util.Optional;

/**
 * What another system would do. Until its intent says how that system is reached, it is understood
 * and answered with what is missing; where actions are only recorded nothing is.
 */
public final class ConnectionAction implements Action {
  private final boolean recorded;

  /**
   * @param recorded whether actions are recorded instead of run, so that every connection counts as
   *     configured
   */
  public ConnectionAction(boolean recorded) {
    this.recorded = recorded;
  }

  @Override
  public Optional<String> unavailable(Intent intent) {
    return recorded ? Optional.empty() : Optional.of(missing(intent));
  }

  @Override
  public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
    if (!recorded) {
      throw new UnplannableException(missing(intent));
    }
    var step = new Plan.Step(null, List.of(name(intent), request.exactForm()));
    return new Plan(List.of(step), List.of());
  }

  @Override
  public Outcome run(
      Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run) {
    return Outcomes.refused(missing(intent));
  }

  private static String missing(Intent intent) {
    return ("%s needs the connection \"%s\", which is not configured; write how it is reached as an"
            + " http action in intents/%s.yml, as docs/actions.md shows.")
        .formatted(intent.name(), name(intent), intent.name());
  }

  private static String name(Intent intent) {
    return ((ActionSpec.Connection) intent.action()).name();
  }
}
