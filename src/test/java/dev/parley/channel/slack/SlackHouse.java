package dev.parley.channel.slack;

import com.sun.net.httpserver.HttpServer;
import dev.parley.Assistant;
import dev.parley.channel.AssistantEars;
import dev.parley.channel.Channels;
import dev.parley.channel.Courier;
import dev.parley.channel.FrontEnds;
import dev.parley.channel.Hooked;
import dev.parley.channel.InMemoryCursors;
import dev.parley.channel.Pauses;
import dev.parley.channel.Workshop;
import dev.parley.channel.slack.fake.FakeSlack;
import dev.parley.conversation.Speaker;
import dev.parley.person.People;
import dev.parley.person.Person;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An assistant in a fake Slack: everything between them is the real thing. */
final class SlackHouse implements AutoCloseable {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  final FakeSlack slack;
  final Records records;
  final Assistant assistant;
  final AssistantEars ears;
  final FrontEnds frontEnds;
  private final Map<String, String> secrets = new HashMap<>();
  private final Courier courier;
  private final ExecutorService runs = Executors.newFixedThreadPool(4);
  private final HttpServer hooks;

  SlackHouse(Assembly assembly, FakeSlack slack, Records records) {
    this.slack = slack;
    this.records = records;
    secrets.put("slack-bot-token", FakeSlack.BOT_TOKEN);
    secrets.put("slack-app-token", FakeSlack.APP_TOKEN);
    secrets.put("slack-signing-secret", SECRET);
    this.assistant = assembly.assistant(records);
    records.workers().start(id -> runs.execute(() -> assistant.perform(id)));
    var conversations = assembly.conversations(assistant, records);
    this.ears =
        new AssistantEars(
            assistant,
            new People() {
              @Override
              public Person identify(Speaker speaker) {
                return conversations.person(speaker);
              }

              @Override
              public Collection<Person> all() {
                return conversations.people();
              }
            },
            records.journal()::find,
            id -> records.journal().find(id).map(run -> conversations.output(run, null)),
            (place, name) -> {});
    var pauses = new Pauses(Duration.ofMillis(20), Duration.ofSeconds(1));
    this.courier =
        new Courier(
            records.outbox(),
            records.transcript(),
            new InMemoryCursors(records.transcript()),
            Clock.systemUTC(),
            pauses);
    this.frontEnds =
        new FrontEnds(
            new FrontEnds.Means(
                ears,
                courier,
                new InMemoryCursors(records.transcript()),
                new Workshop(this::secret, Clock.systemUTC()),
                pauses,
                Duration.ofMillis(20),
                Duration.ofSeconds(3)));
    this.hooks = hooks();
  }

  private String secret(String name) {
    return Optional.ofNullable(secrets.get(name))
        .filter(secret -> !secret.isBlank())
        .orElseThrow(() -> new IllegalStateException("The secret " + name + " is missing."));
  }

  SlackHouse secret(String name, String value) {
    secrets.put(name, value);
    return this;
  }

  /** Where the server would be called; the server itself has tests of its own. */
  private HttpServer hooks() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/hooks/slack/events",
          exchange -> {
            try (exchange) {
              var headers = new HashMap<String, String>();
              exchange
                  .getRequestHeaders()
                  .forEach(
                      (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
              var call =
                  new Hooked.Call("events", headers, exchange.getRequestBody().readAllBytes());
              var answer =
                  frontEnds
                      .find("slack")
                      .map(frontEnd -> ((Hooked) frontEnd).called(call))
                      .orElseGet(Hooked.Return::unknown);
              var body = answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
              exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
              exchange.getResponseBody().write(body);
            }
          });
      server.setExecutor(runs);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI hooksAddress() {
    return URI.create("http://127.0.0.1:" + hooks.getAddress().getPort() + "/hooks/slack/events");
  }

  /** Connects, and waits until it is. */
  SlackHouse connect(SlackSetup.Mode mode) {
    begin(mode);
    slack.await("connection", this::connected);
    return this;
  }

  SlackHouse begin(SlackSetup.Mode mode) {
    frontEnds.configure(
        new Channels(
            Map.of(
                "slack",
                new SlackSetup(
                    mode,
                    "slack-bot-token",
                    "slack-app-token",
                    "slack-signing-secret",
                    slack.apiUrl()))));
    return this;
  }

  boolean connected() {
    return frontEnds.statuses().stream().anyMatch(FrontEnds.Status::connected);
  }

  /** Everything that was said is posted. */
  void settle() {
    courier.flush(Duration.ofSeconds(20));
  }

  @Override
  public void close() {
    ears.stop();
    frontEnds.close();
    courier.close();
    ears.close();
    hooks.stop(0);
    runs.shutdownNow();
  }
}
