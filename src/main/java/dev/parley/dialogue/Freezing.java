package dev.parley.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** What a dialogue keeps of a request that a freeze holds up. It asks nothing and hides nothing. */
final class Freezing {
  private Freezing() {}

  /** Beneath all else, in place of an earlier one, so that nothing that is asked is covered. */
  static Dialogue keep(Dialogue dialogue, Frame.Frozen frame) {
    var agenda = new ArrayList<Frame>();
    agenda.add(frame);
    agenda.addAll(without(dialogue).agenda());
    return dialogue.with(agenda);
  }

  static Dialogue without(Dialogue dialogue) {
    return find(dialogue).map(frame -> Sequence.lifted(dialogue, frame)).orElse(dialogue);
  }

  /** A reason that comes late is none. */
  static Dialogue withoutExpired(Dialogue dialogue, Instant now) {
    return find(dialogue).filter(frame -> !now.isBefore(frame.expiresAt())).isPresent()
        ? without(dialogue)
        : dialogue;
  }

  static Optional<Frame.Frozen> find(Dialogue dialogue) {
    return dialogue.agenda().stream()
        .filter(Frame.Frozen.class::isInstance)
        .map(Frame.Frozen.class::cast)
        .findFirst();
  }
}
