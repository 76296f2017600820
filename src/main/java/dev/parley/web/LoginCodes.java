package dev.parley.web;

import dev.parley.conversation.Speaker;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Codes that open one session of one person within ten minutes, on whichever server of the
 * database. Only what they hash to is kept.
 */
public final class LoginCodes {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private final PassStore store;
  private final Clock clock;

  LoginCodes(PassStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A new code for somebody. */
  String issue(Speaker speaker) {
    var now = clock.instant();
    var code = Secret.random();
    store.add(new Pass(Pass.Kind.CODE, Secret.hash(code), speaker, now.plus(LIFETIME)), now);
    return code;
  }

  /** Uses a code up. Empty when there is none such, it was used, or it expired. */
  Optional<Speaker> redeem(String code) {
    return store
        .take(Pass.Kind.CODE, Secret.hash(code))
        .filter(pass -> pass.open(clock.instant()))
        .map(Pass::speaker);
  }

  /** Makes somebody's codes worthless. */
  void withdraw(String account) {
    store.takeAll(Pass.Kind.CODE, account);
  }
}
