package dev.parley.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.web.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged program, serving in a process of its own, and a client of its HTTP API. */
final class Server implements AutoCloseable {
  /** A first start learns, which takes a while on a small machine. */
  private static final Duration START = Duration.ofMinutes(10);

  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestHome home;
  private HttpClient client;
  private Process process;
  private URI address;
  private String token;

  private Server(TestHome home) {
    this.home = home;
  }

  /** Starts to serve this home, and comes back when it is ready. */
  static Server start(TestHome home) {
    var server = new Server(home);
    server.begin();
    return server;
  }

  /** Starts over what an earlier process left. */
  void begin() {
    try {
      process = home.program("serve").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      var run = Eventually.get("the server is ready", START, this::run);
      client =
          RunFile.find(home.path(home.data("run.json")).getParent()).orElseThrow().client().build();
      address = URI.create(run.get("url").asText());
      token = home.read(home.data("admin-token")).strip();
    } catch (AssertionError | RuntimeException e) {
      kill();
      throw e;
    }
  }

  /** What this process, and not one before it, says about itself. */
  private Optional<JsonNode> run() {
    if (!process.isAlive()) {
      throw new AssertionError("The server ended at once:\n" + home.output("serve"));
    }
    var file = home.path(home.data("run.json"));
    return Files.exists(file)
        ? Optional.of(json(home.read(home.data("run.json"))))
            .filter(run -> run.path("pid").asLong() == process.pid())
        : Optional.empty();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  URI address() {
    return address;
  }

  /** With which status it ends within so many seconds. */
  int exit(int seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("The server did not end:\n" + home.output("serve"));
    }
    return process.exitValue();
  }

  /** SIGKILL: nothing of the process gets to tidy up. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The process dies, and another one is started over what it left. */
  void crash() {
    kill();
    begin();
  }

  @Override
  public void close() {
    kill();
  }

  // ---- the API

  JsonNode say(String conversation, String person, String text) {
    return say(conversation, person, text, null);
  }

  JsonNode say(String conversation, String person, String text, @Nullable String messageId) {
    return ok(send(request(messages(conversation)).POST(body(person, text, messageId))));
  }

  /** Says it, and comes back when what it started has ended. */
  JsonNode sayAndWait(String conversation, String person, String text) {
    var path = messages(conversation) + "?wait=50s";
    return ok(send(request(path).POST(body(person, text, null))));
  }

  /** Has the home's files read again, and comes back when everything of them is in use. */
  JsonNode reload() {
    return reloading().join();
  }

  /** The same, while other things go on. */
  CompletableFuture<JsonNode> reloading() {
    return client
        .sendAsync(
            request("/api/v1/reload").timeout(START).POST(BodyPublishers.noBody()).build(),
            BodyHandlers.ofString())
        .thenApply(Server::ok);
  }

  /** With which status it answers, and with what. */
  HttpResponse<String> attempt(String conversation, String person, String text, String messageId) {
    return send(request(messages(conversation)).POST(body(person, text, messageId)));
  }

  /** Says it without looking at what becomes of it. */
  CompletableFuture<HttpResponse<String>> shout(
      String conversation, String person, String text, String messageId) {
    return client.sendAsync(
        request(messages(conversation)).POST(body(person, text, messageId)).build(),
        BodyHandlers.ofString());
  }

  /** Everything that the assistant said there. */
  List<JsonNode> heardIn(String conversation) {
    var said = new ArrayList<JsonNode>();
    ok(send(request(messages(conversation) + "?after=0").GET())).get("messages").forEach(said::add);
    return said;
  }

  /** What it said there about this execution once that had been accepted. */
  List<String> toldOf(String execution, String conversation) {
    return heardIn(conversation).stream()
        .filter(message -> message.path("execution").asText().equals(execution))
        .map(message -> message.get("text").asText())
        .toList();
  }

  String status(String execution) {
    return execution(execution).get("status").asText();
  }

  JsonNode execution(String id) {
    return ok(send(request("/api/v1/executions/" + id).GET()));
  }

  void awaitStatus(String execution, String status) {
    Eventually.until(
        "the execution is " + status + " and not " + status(execution),
        () -> status(execution).equals(status));
  }

  /** Something that is perhaps no message at all. */
  HttpRequest message(String conversation, byte[] body) {
    return request(messages(conversation)).POST(BodyPublishers.ofByteArray(body)).build();
  }

  // ---- browsers

  /** A code that lets a person's browser in, once. */
  String loginCode(String person) {
    var body = BodyPublishers.ofString(JSON.valueToTree(Map.of("person", person)).toString());
    return ok(send(request("/api/v1/login-codes").POST(body))).get("code").asText();
  }

  /** The cookie of the session that a code opens; empty where it opens none. */
  Optional<String> login(String code) {
    var body = BodyPublishers.ofString(JSON.valueToTree(Map.of("code", code)).toString());
    var login =
        HttpRequest.newBuilder(address.resolve("/api/v1/login"))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(body);
    return send(login).headers().firstValue("Set-Cookie").map(cookie -> cookie.split(";", 2)[0]);
  }

  /** With which status a browser is answered that presents this cookie. */
  int browsing(String cookie) {
    var look =
        HttpRequest.newBuilder(address.resolve(messages("browser") + "?after=0"))
            .timeout(ANSWER)
            .header("Cookie", cookie);
    return send(look).statusCode();
  }

  /** Ends every session of a person. */
  void logout(String person) {
    var body = BodyPublishers.ofString(JSON.valueToTree(Map.of("person", person)).toString());
    ok(send(request("/api/v1/logout").POST(body)));
  }

  private static String messages(String conversation) {
    return "/api/v1/conversations/" + conversation + "/messages";
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher body(
      String person, String text, @Nullable String messageId) {
    var body = new LinkedHashMap<String, Object>();
    body.put("text", text);
    body.put("as", person);
    if (messageId != null) {
      body.put("messageId", messageId);
    }
    return BodyPublishers.ofString(JSON.valueToTree(body).toString());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("The server does not answer:\n" + home.output("serve"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode ok(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError("The server answered " + response.statusCode() + response.body());
    }
    return json(response.body());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All the words of an answer. */
  static String words(JsonNode answer) {
    var words = new StringBuilder();
    answer.get("replies").forEach(reply -> words.append(reply.get("text").asText()).append('\n'));
    return words.toString();
  }

  static String phase(JsonNode answer) {
    return answer.at("/state/phase").asText();
  }

  /** The id of the one execution that an answer started. */
  static String started(JsonNode answer) {
    if (answer.get("executions").size() != 1) {
      throw new AssertionError("It started not one action: " + answer.toPrettyString());
    }
    return answer.at("/executions/0/id").asText();
  }
}
