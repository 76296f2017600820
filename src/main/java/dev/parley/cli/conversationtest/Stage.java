package dev.parley.cli.conversationtest;

import dev.parley.web.Conversations;
import java.time.Duration;
import java.time.Instant;

/** An assistant for one conversation test, and what can happen to it. */
public interface Stage {
  /** The assistant as it is now: another one after each restart. */
  Conversations conversations();

  /** What its clock says. */
  Instant now();

  /** Sets its clock forward, or back, and has what is due then begin. */
  void jump(Duration time);

  /**
   * Has it die at this point of the next message; a {@link Died} is thrown where it heard nothing.
   */
  void dieAt(Crash point);

  /** Begins anew over what it left. */
  void restart();

  /** It died before it had stored the message: an error, since no program goes on after that. */
  final class Died extends Error {
    private static final long serialVersionUID = 1;

    public Died() {
      super("The process died.");
    }
  }
}
