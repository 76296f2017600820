package dev.parley.action;

import dev.parley.intent.ActionSpec;
import java.util.Map;

/** The ways of running things, one a kind of {@link ActionSpec}. */
public record Actions(Map<Class<? extends ActionSpec>, Action> ways) {
  public Actions {
    ways = Map.copyOf(ways);
  }

  /** What runs an action of this kind. */
  public Action of(ActionSpec spec) {
    var action = ways.get(spec.getClass());
    if (action == null) {
      throw new IllegalArgumentException("Nothing runs a " + spec.getClass().getSimpleName());
    }
    return action;
  }
}
