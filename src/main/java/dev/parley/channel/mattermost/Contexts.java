package dev.parley.channel.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a button carries to the server and back, signed: nobody but the server sees it, so whoever
 * hands it back was told by the server.
 */
final class Contexts {
  private final byte[] key;

  /** Every node that has the token reads what another has signed. */
  Contexts(String token) {
    this.key = ("parley buttons " + token).getBytes(StandardCharsets.UTF_8);
  }

  /** What a button stands for. */
  record Pressed(String place, long shown, String says) {}

  ObjectNode write(Pressed pressed) {
    return Rest.JSON
        .createObjectNode()
        .put("place", pressed.place())
        .put("shown", pressed.shown())
        .put("says", pressed.says())
        .put("signature", signature(pressed));
  }

  /** Empty where it is not signed by us. */
  Optional<Pressed> read(JsonNode context) {
    var pressed =
        new Pressed(
            context.path("place").asText(),
            context.path("shown").asLong(),
            context.path("says").asText());
    return equal(signature(pressed), context.path("signature").asText())
        ? Optional.of(pressed)
        : Optional.empty();
  }

  private String signature(Pressed pressed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      var signed = pressed.place() + "\n" + pressed.shown() + "\n" + pressed.says();
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has HMAC-SHA256.", e);
    }
  }

  /** In the same time whatever is given; an empty secret equals nothing. */
  static boolean equal(String secret, String given) {
    return !secret.isEmpty()
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
