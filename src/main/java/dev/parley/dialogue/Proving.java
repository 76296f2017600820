package dev.parley.dialogue;

import dev.parley.intent.Proposal;
import java.util.Optional;

/** What a dialogue does while a one-time password is waited for. */
final class Proving {
  private Proving() {}

  static SystemAct.AskCode ask(Frame.Proving frame, String problem) {
    return new SystemAct.AskCode(frame.proposal(), frame.expiresAt(), problem);
  }

  /** What a frame shows and asks about. */
  static Optional<Proposal> proposal(Frame frame) {
    if (frame instanceof Frame.Confirming confirming) {
      return Optional.of(confirming.proposal());
    }
    if (frame instanceof Frame.Proving proving) {
      return Optional.of(proving.proposal());
    }
    return frame instanceof Frame.Approving approving
        ? Optional.of(approving.proposal())
        : Optional.empty();
  }
}
