package dev.parley.channel.mattermost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.UndeliveredException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's REST API, as far as it is used. */
final class Rest {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;

  private final URI url;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Rest(URI url, String token) {
    this.url = url;
    this.token = token;
  }

  /** Who we are: the bot of the token. */
  record Me(String id, String name) {}

  HttpClient client() {
    return client;
  }

  Me me() throws NotConnectedException {
    var response = asked("GET", "/users/me", null);
    if (response.statusCode() == UNAUTHORIZED || response.statusCode() == FORBIDDEN) {
      throw NotConnectedException.forGood(
          "The token is refused by " + url + "; make a new one for the bot account.");
    }
    var body = json(response).filter(user -> response.statusCode() < 300 && user.hasNonNull("id"));
    if (body.isEmpty()) {
      throw NotConnectedException.forNow(
          "%s answered %d, not as Mattermost does.".formatted(url, response.statusCode()));
    }
    return new Me(body.get().path("id").asText(), body.get().path("username").asText());
  }

  /** What is read while connecting. */
  JsonNode get(String path) throws NotConnectedException {
    var response = asked("GET", path, null);
    return json(response)
        .filter(body -> response.statusCode() < 300)
        .orElseThrow(
            () ->
                NotConnectedException.forNow(
                    "%s answered %d to %s."
                        .formatted(url, response.statusCode(), path.replaceAll("\\?.*", ""))));
  }

  private HttpResponse<String> asked(String method, String path, @Nullable String body)
      throws NotConnectedException {
    try {
      return send(method, path, body);
    } catch (IOException e) {
      throw NotConnectedException.forNow(url + " cannot be reached (" + e + ").");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotConnectedException.forNow("It was stopped while it connected.");
    }
  }

  /** Creates or changes something that is posted. */
  JsonNode change(String method, String path, JsonNode body) throws UndeliveredException {
    try {
      var response = send(method, path, JSON.writeValueAsString(body));
      int status = response.statusCode();
      if (status < 300) {
        return json(response).orElseGet(JSON::createObjectNode);
      }
      var told =
          "Mattermost answered %d: %s"
              .formatted(status, json(response).map(j -> j.path("message").asText()).orElse(""));
      if (status == TOO_MANY) {
        throw UndeliveredException.after(told, pause(response));
      }
      // a token can be renewed, and a server mended; a place that is gone stays gone
      throw status == UNAUTHORIZED || status >= SERVER
          ? UndeliveredException.forNow(told)
          : UndeliveredException.forGood(told);
    } catch (IOException e) {
      throw UndeliveredException.forNow(url + " cannot be reached (" + e + ").");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UndeliveredException.forNow("It was stopped while it posted.");
    }
  }

  private static Duration pause(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .or(() -> response.headers().firstValue("X-RateLimit-Reset"))
        .filter(seconds -> seconds.matches("\\d{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ofSeconds(1));
  }

  private HttpResponse<String> send(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v4" + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Optional<JsonNode> json(HttpResponse<String> response) {
    return json(response.body());
  }

  /** Empty where it is no JSON. */
  static Optional<JsonNode> json(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** What exists of it: letters and digits, so that nothing of it can lead a path elsewhere. */
  static boolean isId(String text) {
    return text.matches("[a-z0-9]{26}");
  }
}
