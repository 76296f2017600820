package dev.parley.action;

import dev.parley.intent.ActionSpec;

/** The ways of running things, one a kind of {@link ActionSpec}. */
public record Actions(Action ssh, Action process, Action lookup) {

  /** What runs an action of this kind. */
  public Action of(ActionSpec spec) {
    if (spec instanceof ActionSpec.Ssh) {
      return ssh;
    }
    return spec instanceof ActionSpec.Process ? process : lookup;
  }
}
