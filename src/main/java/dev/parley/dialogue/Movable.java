package dev.parley.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What of a dialogue its person can go on with in another place. */
public final class Movable {
  private Movable() {}

  /**
   * The request that is talked about now, with the values that it has; empty where none is, where
   * what was shown has expired, and where it waits for somebody else.
   */
  public static Optional<Draft> of(Dialogue dialogue, Instant now) {
    var top = dialogue.top().orElse(null);
    if (top instanceof Frame.Collecting frame) {
      return Optional.of(frame.draft());
    }
    if (top instanceof Frame.Confirming frame && now.isBefore(frame.expiresAt())) {
      return Optional.of(new Draft(frame.proposal().request(), List.of()));
    }
    if (top instanceof Frame.Proving frame && now.isBefore(frame.expiresAt())) {
      return Optional.of(new Draft(frame.proposal().request(), List.of()));
    }
    return Optional.empty();
  }
}
