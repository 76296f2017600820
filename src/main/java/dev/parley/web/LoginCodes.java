package dev.parley.web;

import dev.parley.conversation.Speaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Codes that open one session of one person within ten minutes. They are kept hashed and in memory
 * only.
 */
public final class LoginCodes {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<String, Pass> passByHash = new ConcurrentHashMap<>();

  public LoginCodes(Clock clock) {
    this.clock = clock;
  }

  /** A new code for somebody. */
  String issue(Speaker speaker) {
    var now = clock.instant();
    passByHash.values().removeIf(pass -> !pass.open(now));
    var code = Secret.random();
    passByHash.put(Secret.hash(code), new Pass(speaker, now.plus(LIFETIME)));
    return code;
  }

  /** Uses a code up. Empty when there is none such, it was used, or it expired. */
  Optional<Speaker> redeem(String code) {
    return Optional.ofNullable(passByHash.remove(Secret.hash(code)))
        .filter(pass -> pass.open(clock.instant()))
        .map(Pass::speaker);
  }

  /** Makes somebody's codes worthless. */
  void withdraw(String account) {
    passByHash.values().removeIf(pass -> pass.speaker().account().equals(account));
  }

  private record Pass(Speaker speaker, Instant expiry) {
    boolean open(Instant now) {
      return now.isBefore(expiry);
    }
  }
}
