package dev.parley.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Codes that open one session within ten minutes. They are kept hashed and in memory only. */
public final class LoginCodes {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<String, Instant> expiryByHash = new ConcurrentHashMap<>();

  public LoginCodes(Clock clock) {
    this.clock = clock;
  }

  /** A new code. */
  public String issue() {
    var now = clock.instant();
    expiryByHash.values().removeIf(expiry -> !now.isBefore(expiry));
    var code = Secret.random();
    expiryByHash.put(Secret.hash(code), now.plus(LIFETIME));
    return code;
  }

  /** Uses a code up. False when there is none such, it was used, or it expired. */
  public boolean redeem(String code) {
    var expiry = expiryByHash.remove(Secret.hash(code));
    return expiry != null && clock.instant().isBefore(expiry);
  }
}
