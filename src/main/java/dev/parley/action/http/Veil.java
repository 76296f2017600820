package dev.parley.action.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes the secrets of a request out of whatever is told about it, also as a server echoes them.
 */
final class Veil {
  private final Map<String, String> shown = new LinkedHashMap<>();

  /** The secret itself, remembered so that it is covered up from now on. */
  String remember(String name, String secret) {
    var instead = Filling.shown(name);
    shown.put(secret, instead);
    shown.put(URLEncoder.encode(secret, StandardCharsets.UTF_8), instead);
    shown.put(HttpCall.encoded(secret), instead);
    shown.put(new String(JsonStringEncoder.getInstance().quoteAsString(secret)), instead);
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    shown.put(Base64.getEncoder().encodeToString(bytes), instead);
    return secret;
  }

  String over(String text) {
    var covered = text;
    for (var secret : shown.entrySet()) {
      covered = covered.replace(secret.getKey(), secret.getValue());
    }
    return covered;
  }
}
