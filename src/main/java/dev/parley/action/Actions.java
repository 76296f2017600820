package dev.parley.action;

import dev.parley.intent.ActionSpec;
import java.util.Map;

/** The ways of running things, one a kind of {@link ActionSpec}. */
public record Actions(Map<Class<? extends ActionSpec>, Action> ways) {
  public Actions {
    ways = Map.copyOf(ways);
  }

  /** Only commands and looks at the inventory. */
  public Actions(Action ssh, Action process, Action lookup) {
    this(
        Map.of(
            ActionSpec.Ssh.class, ssh,
            ActionSpec.Process.class, process,
            ActionSpec.Lookup.class, lookup));
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
