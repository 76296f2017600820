package dev.parley.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Browser sessions, opened by a login code; kept hashed and in memory, so a restart ends them. */
public final class Sessions {
  static final String COOKIE = "parley-session";
  static final Duration LIFETIME = Duration.ofHours(12);

  private final Clock clock;
  private final Map<String, Instant> expiryByHash = new ConcurrentHashMap<>();

  public Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Opens a session and returns its secret, the cookie's value. */
  String open() {
    var now = clock.instant();
    expiryByHash.values().removeIf(expiry -> !now.isBefore(expiry));
    var secret = Secret.random();
    expiryByHash.put(Secret.hash(secret), now.plus(LIFETIME));
    return secret;
  }

  boolean isOpen(String secret) {
    var expiry = expiryByHash.get(Secret.hash(secret));
    return expiry != null && clock.instant().isBefore(expiry);
  }
}
