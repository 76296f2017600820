package dev.parley.channel.slack;

import dev.parley.channel.Hooked;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells calls of Slack from those of anybody else. */
final class Signature {
  static final String SIGNATURE = "x-slack-signature";
  static final String TIMESTAMP = "x-slack-request-timestamp";

  /** A call that is older may be one that somebody has recorded. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;
  private final Clock clock;

  Signature(String secret, Clock clock) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException(
          "Slack's signing secret is blank; copy it from Basic Information of the app.");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  /** Whether Slack has signed this call just now. */
  boolean holds(Hooked.Call call) {
    var time = call.header(TIMESTAMP);
    if (!SECONDS.matcher(time).matches()) {
      return false;
    }
    long age = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time));
    var expected = of(time, call.body()).getBytes(StandardCharsets.US_ASCII);
    var given = call.header(SIGNATURE).getBytes(StandardCharsets.UTF_8);
    // in constant time, so that how long it takes tells nothing
    boolean signed = MessageDigest.isEqual(expected, given);
    return signed && age <= WINDOW.toSeconds();
  }

  private String of(String time, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update(("v0:" + time + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has " + ALGORITHM + ".", e);
    }
  }
}
