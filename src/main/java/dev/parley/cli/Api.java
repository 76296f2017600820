package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.channel.terminal.Partner.UnreachableException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The HTTP API of a server, as a client. */
final class Api {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** RFC 6585, section 4. */
  private static final int TOO_MANY = 429;

  /** Learning takes minutes on a small machine. */
  private static final Duration LEARNT = Duration.ofMinutes(30);

  private final URI base;
  private final String token;
  private final Duration patience;
  private final HttpClient client;

  /** A server elsewhere. */
  Api(URI base, String token) {
    this(base, token, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
  }

  /**
   * @param client knows whom to trust
   */
  Api(URI base, String token, HttpClient.Builder client) {
    this(base, token, ANSWER, client.connectTimeout(CONNECT).build());
  }

  private Api(URI base, String token, Duration patience, HttpClient client) {
    this.client = client;
    this.base = base;
    this.token = token;
    this.patience = patience;
  }

  /** The same for what may take long. */
  Api patient() {
    return new Api(base, token, LEARNT, client);
  }

  /** A piece of a path, or a value of a query, as a URL carries it. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  <T> T get(String path, TypeReference<T> type) {
    return read(send(request(path).GET().build()), type);
  }

  void delete(String path) {
    read(send(request(path).DELETE().build()), new TypeReference<Object>() {});
  }

  <T> T post(String path, Map<String, ?> body, TypeReference<T> type) {
    return read(send(post(path, body)), type);
  }

  <T> T delete(String path, TypeReference<T> type) {
    return read(send(request(path).DELETE().build()), type);
  }

  /** The lines of an answer that goes on; closing the stream ends it. */
  Stream<String> follow(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Parley-Channel", "terminal")
            .header("Accept", "text/event-stream")
            .build();
    var response = client.send(request, BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      response.body().close();
      throw new IOException("The server answered " + response.statusCode() + ".");
    }
    return response.body();
  }

  /** Copies an answer, however long it is. */
  void copy(String path, OutputStream out) {
    var request = request(path).setHeader("Accept", "*/*").GET().build();
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        if (response.statusCode() == 200) {
          body.transferTo(out);
          return;
        }
        throw Complaint.failed(
            JSON.readTree(body)
                .path("detail")
                .asText("The server answered " + response.statusCode() + "."));
      }
    } catch (IOException e) {
      throw new UnreachableException("The server at " + base + " broke off: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("Interrupted while waiting for the server.");
    }
  }

  private HttpRequest post(String path, Map<String, ?> body) {
    try {
      return request(path)
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
          .build();
    } catch (IOException e) {
      throw new IllegalStateException("Strings can be written as JSON.", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(patience)
        .header("Authorization", "Bearer " + token)
        .header("Parley-Channel", "terminal")
        .header("Accept", "application/json");
  }

  /** What is asked too early is asked again when the server says that it may be. */
  private HttpResponse<String> send(HttpRequest request) {
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      var response = client.send(request, BodyHandlers.ofString());
      while (response.statusCode() == TOO_MANY) {
        var wait = response.headers().firstValueAsLong("Retry-After");
        if (wait.isEmpty()
            || System.nanoTime() + TimeUnit.SECONDS.toNanos(wait.getAsLong()) > deadline) {
          return response;
        }
        TimeUnit.SECONDS.sleep(Math.max(1, wait.getAsLong()));
        response = client.send(request, BodyHandlers.ofString());
      }
      return response;
    } catch (IOException e) {
      throw new UnreachableException(
          "The server at " + base + " does not answer. Is it running? Start it with: parley serve");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("Interrupted while waiting for the server.");
    }
  }

  private <T> T read(HttpResponse<String> response, TypeReference<T> type) {
    if (response.statusCode() == 401) {
      throw Complaint.failed(
          "The server at "
              + base
              + " does not take this token. Set PARLEY_TOKEN (for --url) or"
              + " PARLEY_ADMIN_TOKEN to the one that it was started with.");
    }
    try {
      if (response.statusCode() >= 400) {
        var problem = JSON.readTree(response.body());
        throw Complaint.failed(
            problem.path("detail").asText("The server answered " + response.statusCode() + "."));
      }
      return JSON.readValue(response.statusCode() == 204 ? "null" : response.body(), type);
    } catch (IOException e) {
      throw Complaint.failed("What answers at " + base + " is no Parley server.");
    }
  }
}
