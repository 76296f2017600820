package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Garbage through every way in ends in polite answers or problems: nothing breaks, nothing runs,
 * nothing of the inside is shown, and the memory stays what it was.
 */
class RoughHandlingIT {
  private static final int CLIENTS = 4;
  private static final int OVER_HTTP = 7_000;
  private static final int IN_TERMINAL = 1_000;
  private static final long STEADY_KILOBYTES = 120L * 1024;

  @TempDir static Path folder;
  private static TestHome home;
  private static Server server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() {
    home = TestHome.empty(folder).copied("inventory");
    for (var intent : List.of("restart_service", "disk_usage", "host_uptime", "list_hosts")) {
      home.copied("intents/" + intent + ".yml").copied("training-data/" + intent + ".yml");
    }
    server = Server.start(home);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void overTheApi() throws Exception {
    flood(OVER_HTTP / 2, 1);
    long before = resident();
    flood(OVER_HTTP / 2, 2);
    assertThat(resident() - before).as("growth in kilobytes").isLessThan(STEADY_KILOBYTES);
    unharmed();
  }

  @Test
  void aMegabyteIsRefusedUnread() throws Exception {
    var huge = "x".repeat(1 << 20);
    assertThat(post("huge", Garbage.json(huge)).statusCode()).isEqualTo(413);
    assertThat(post("huge", huge.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(413);
    unharmed();
  }

  @Test
  void inTheTerminal() throws Exception {
    var garbage = new Garbage(3);
    var lines = new ArrayList<String>();
    for (int i = 0; i < IN_TERMINAL; i++) {
      lines.add(garbage.line());
    }
    lines.add("restart ".repeat(1 << 17));
    lines.add(new String(garbage.bytes(5_000), StandardCharsets.ISO_8859_1).replace('\n', ' '));
    var ended = home.run(String.join("\n", lines) + "\n", "chat", "--conversation", "rough");
    assertThat(ended.status()).as(ended.output()).isZero();
    assertPolite(ended.output());
    unharmed();
  }

  private void flood(int messages, long seed) throws Exception {
    var clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      var tasks = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        tasks.add(() -> send(messages / CLIENTS, new Garbage(seed * CLIENTS + number), number));
      }
      for (var done : clients.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      clients.shutdown();
    }
  }

  private boolean send(int messages, Garbage garbage, int number) throws Exception {
    for (int i = 0; i < messages; i++) {
      var body = garbage.body();
      var response = post("rough-" + number + "-" + garbage.below(20), body);
      assertThat(response.statusCode())
          .as(beginning(body))
          .satisfiesAnyOf(
              status -> assertThat(status).isEqualTo(200),
              status -> assertThat(status).isBetween(400, 499));
      assertPolite(response.body());
    }
    return true;
  }

  private static String beginning(byte[] body) {
    return new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
  }

  private HttpResponse<String> post(String conversation, byte[] body)
      throws IOException, InterruptedException {
    return client.send(server.message(conversation, body), BodyHandlers.ofString());
  }

  private static void assertPolite(String answer) {
    assertThat(answer)
        .isNotBlank()
        .doesNotContain("Exception", "\tat ", "java.", "dev.parley", "SELECT ", "Internal");
  }

  /** It still answers, and the log tells of no failure. */
  private static void unharmed() {
    assertThat(Server.words(server.say("after", "jason", "restart apache"))).contains("host");
    assertThat(trouble()).isEmpty();
  }

  private static List<String> trouble() {
    return Arrays.stream((home.output("serve") + log()).split("\n"))
        .filter(line -> line.contains(" ERROR ") || line.matches("\\s+at [a-z].*\\(.*"))
        .toList();
  }

  private static String log() {
    return Files.exists(home.path("data/logs/parley.log")) ? home.read("data/logs/parley.log") : "";
  }

  private static long resident() throws IOException {
    var status = Path.of("/proc", Long.toString(server.handle().pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
