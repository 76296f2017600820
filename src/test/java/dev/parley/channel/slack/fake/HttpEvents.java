package dev.parley.channel.slack.fake;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Slack calling the app over HTTP, signed. */
public final class HttpEvents implements Transport {
  private final URI hooks;
  private final String secret;
  private final Deliveries deliveries;
  private final HttpClient client = HttpClient.newHttpClient();

  HttpEvents(URI hooks, String secret, Deliveries deliveries) {
    this.hooks = hooks;
    this.secret = secret;
    this.deliveries = deliveries;
  }

  @Override
  public boolean open() {
    return true;
  }

  @Override
  public void send(Event event) {
    var form = !event.type.equals("events_api");
    var body = body(event);
    var request = request(now(), body, signature(secret, now(), body), form);
    if (event.attempt > 0) {
      request.header("X-Slack-Retry-Num", String.valueOf(event.attempt));
      request.header("X-Slack-Retry-Reason", "http_timeout");
    }
    client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
        .whenComplete(
            (answer, problem) -> {
              if (problem == null && answer.statusCode() == 200) {
                deliveries.acknowledged(event.envelope);
              } else {
                deliveries.refused(event);
              }
            });
  }

  private static String body(Event event) {
    return switch (event.type) {
      case "events_api" -> event.payload.toString();
      case "interactive" -> "payload=" + encoded(event.payload.toString());
      default -> form(event.payload);
    };
  }

  private static String form(JsonObject payload) {
    return payload.entrySet().stream()
        .map(Map.Entry::getKey)
        .map(key -> key + "=" + encoded(payload.get(key).getAsString()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Calls the app with whatever headers; the status that it answers. */
  public int call(String timestamp, String body, String signature) {
    try {
      return client
          .send(
              request(timestamp, body, signature, false).build(),
              HttpResponse.BodyHandlers.ofString())
          .statusCode();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder request(
      String timestamp, String body, String signature, boolean form) {
    return HttpRequest.newBuilder(hooks)
        .timeout(Duration.ofSeconds(5))
        .header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", signature)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  public static String now() {
    return String.valueOf(Instant.now().getEpochSecond());
  }

  /** As Slack signs. */
  public static String signature(String secret, String timestamp, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var signed = "v0:" + timestamp + ":" + body;
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
