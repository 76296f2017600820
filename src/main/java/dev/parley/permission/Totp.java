package dev.parley.permission;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every thirty seconds, as RFC 6238 says and every authenticator
 * app shows them.
 */
final class Totp {
  static final int STEP_SECONDS = 30;
  static final int DIGITS = 6;

  /** How far a phone's clock may be off, in steps. */
  private static final int DRIFT = 1;

  private static final int MODULUS = 1_000_000;

  private Totp() {}

  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  static String code(byte[] secret, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has HMAC-SHA-1.", e);
    }
  }

  /** The step whose code this is, near to now; empty when it is none of them. */
  static OptionalLong match(byte[] secret, String code, Instant now) {
    var found = OptionalLong.empty();
    for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
      // each is compared, whichever fits, so that the time it takes says nothing
      if (MessageDigest.isEqual(code(secret, step).getBytes(), code.getBytes())) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }
}
