package dev.parley.permission;

import java.time.Instant;

/** Somebody's authenticator app, for tests. */
public final class PhoneApp {
  private final byte[] secret;

  /**
   * @param secret as it is typed in
   */
  public PhoneApp(String secret) {
    this.secret = OneTimePasswordsTest.bytes(secret);
  }

  /** What it shows. */
  public String code(Instant now) {
    return Totp.code(secret, Totp.step(now));
  }

  /** What it shows at no time near. */
  public String wrong(Instant now) {
    for (int number = 0; ; number++) {
      var candidate = "%06d".formatted(number);
      if (Totp.match(secret, candidate, now).isEmpty()) {
        return candidate;
      }
    }
  }
}
