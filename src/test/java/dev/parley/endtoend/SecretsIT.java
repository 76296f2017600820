package dev.parley.endtoend;

import static dev.parley.endtoend.Server.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets from each place that they can come from reach the one server that they are for, which
 * shows them to everybody; and stand in no answer, no record, no log and no byte of the database.
 */
class SecretsIT {
  private static final String OF_THE_FILE = "of-the-file-6f1d20";
  private static final String OF_THE_ENVIRONMENT = "of-the-environment-93ce1b";
  private static final String OF_THE_PROGRAM = "of-the-program-07ab4e";
  private static final String TYPED = "typed horse staple 55d2f0";
  private static final List<String> SECRETS =
      List.of(OF_THE_FILE, OF_THE_ENVIRONMENT, OF_THE_PROGRAM, TYPED);

  @TempDir Path folder;
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer peer;
  private TestHome home;
  private Server server;

  @BeforeEach
  void start() throws IOException {
    peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    peer.createContext("/", this::tellEverything);
    peer.start();
    home = TestHome.empty(folder).setting("PARLEY_PIPELINE", "light");
    var vault = home.script("vault", "[ \"$1\" = vaulted ] && echo " + OF_THE_PROGRAM + "\n");
    home.setting("PARLEY_SECRET_EXPORTED", OF_THE_ENVIRONMENT)
        .setting("PARLEY_SECRETS_COMMAND", vault.toString())
        .with("data/secrets/filed", OF_THE_FILE + "\n")
        .with(
            "call_out",
            """
            summary: Call somebody
            risk: medium
            slots:
              person: {type: person, ask: "Whom?"}
              password: {type: text, secret: true, ask: "Which password?"}
            action:
              http:
                method: POST
                url: http://127.0.0.1:%d/%s
                headers: {Authorization: "Bearer {secret:filed}", X-Two: "{secret:exported}"}
                query: {three: "{secret:vaulted}"}
                json: {password: "{password}", person: "{person}"}
            """
                .formatted(peer.getAddress().getPort(), "here"),
            "call [maria](person)",
            "call out to [jason](person)",
            "please call [ada](person)",
            "call somebody",
            "give [eve](person) a call");
    var own = PosixFilePermissions.fromString("rwx------");
    Files.setPosixFilePermissions(folder.resolve("data/secrets"), own);
    Files.setPosixFilePermissions(
        folder.resolve("data/secrets/filed"), PosixFilePermissions.fromString("rw-------"));
    server = Server.start(home);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
    peer.stop(0);
  }

  /** A server that shows whatever it gets. */
  private void tellEverything(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var all = exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet() + " " + body;
    received.add(all);
    var answer = all.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(500, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void theyReachTheirServerAndStandNowhereElse() throws Exception {
    var shown = new ArrayList<String>();
    shown.add(server.say("talk", "jason", "call_out person=zacharias").toString());
    shown.add(server.say("talk", "jason", TYPED).toString());
    var done = server.sayAndWait("talk", "jason", "yes");
    shown.add(done.toString());
    assertThat(words(done)).contains("500");
    assertThat(received).hasSize(1);
    assertThat(received.get(0)).contains(SECRETS);
    shown.add(server.heardIn("talk").toString());
    shown.add(home.run("", "audit", "export").output());
    shown.add(home.run("", "say", "--as", "jason", "what is pending?").output());
    server.close();

    var written = new LinkedHashMap<String, String>();
    shown.forEach(text -> written.put("shown " + written.size(), text));
    written.putAll(files());
    assertThat(String.join("", written.values())).contains("zacharias");
    for (var secret : SECRETS) {
      assertThat(written).allSatisfy((where, text) -> assertThat(text).doesNotContain(secret));
    }
  }

  /** Every byte that the server left, but for the secret's own file. */
  private Map<String, String> files() throws IOException {
    var found = new LinkedHashMap<String, String>();
    try (var files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("filed") && !file.endsWith("vault"))
          .forEach(file -> found.put(file.toString(), read(file)));
    }
    assertThat(found.keySet()).anyMatch(name -> name.endsWith(".mv.db"));
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
