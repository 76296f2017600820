package dev.parley.web;

import dev.parley.conversation.Speaker;
import java.time.Instant;

/**
 * What lets one account in until it expires.
 *
 * @param hash of its secret, which stands nowhere
 */
record Pass(Kind kind, String hash, Speaker speaker, Instant expiresAt) {
  /** What it is good for. */
  enum Kind {
    /** Opens one session. */
    CODE,
    /** Is one: a browser's cookie. */
    SESSION
  }

  boolean open(Instant now) {
    return now.isBefore(expiresAt);
  }
}
