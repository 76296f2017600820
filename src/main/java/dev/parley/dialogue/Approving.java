package dev.parley.dialogue;

import java.time.Instant;
import java.util.Optional;

/** What a dialogue does while a second person is waited for. */
final class Approving {
  private Approving() {}

  /** The frame that waits with this approval, wherever it stands, unless it expired. */
  static Optional<Frame.Approving> find(Dialogue dialogue, String approval, Instant now) {
    return dialogue.agenda().stream()
        .filter(Frame.Approving.class::isInstance)
        .map(Frame.Approving.class::cast)
        .filter(frame -> frame.approval().equals(approval) && now.isBefore(frame.expiresAt()))
        .findFirst();
  }

  static SystemAct.AwaitApproval told(Frame.Approving frame, boolean again) {
    return new SystemAct.AwaitApproval(
        frame.proposal(), frame.approval(), frame.expiresAt(), frame.approvers(), again);
  }
}
