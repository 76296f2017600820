package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, from outside: a server, and the verbs that talk to it. */
@TestMethodOrder(OrderAnnotation.class)
class ServerIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static Process server;
  private static BufferedReader out;
  private static String link;

  @BeforeAll
  static void serve() throws IOException {
    server = program("serve").redirectError(folder.resolve("serve.err").toFile()).start();
    out = server.inputReader(StandardCharsets.UTF_8);
    link = out.readLine();
    assertThat(link).as(() -> read(folder.resolve("serve.err"))).isNotNull();
  }

  @AfterAll
  static void end() {
    server.destroyForcibly();
  }

  @Test
  @Order(1)
  void printsOneLineWithACodeThatOpensOneSession() throws Exception {
    assertThat(link).matches("http://127\\.0\\.0\\.1:\\d+/#login=[\\w-]{40,}");
    var code = link.substring(link.indexOf('=') + 1);
    assertThat(login(code).statusCode()).isEqualTo(204);
    assertThat(login(code).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void isReadyWithoutATokenAndTellsNothingElse() throws Exception {
    assertThat(get("/q/health/ready", null).statusCode()).isEqualTo(200);
    assertThat(get("/q/health/live", null).statusCode()).isEqualTo(200);
    assertThat(get("/q/openapi", null).statusCode()).isEqualTo(401);
    assertThat(get("/q/metrics", null).statusCode()).isEqualTo(401);
    assertThat(get("/q/openapi", token()).body()).contains("/api/v1/executions/{id}");
  }

  @Test
  @Order(3)
  void onlyItsOwnerCanReadWhatItWrites() throws Exception {
    for (var name : List.of("run.json", "admin-token", "database-password")) {
      assertThat(Files.getPosixFilePermissions(data().resolve(name)).toString())
          .doesNotContain("GROUP", "OTHERS");
    }
    assertThat(read(folder.resolve("serve.err")) + read(data().resolve("logs/parley.log")))
        .doesNotContain(token());
    var run = JSON.readTree(data().resolve("run.json").toFile());
    assertThat(run.get("pid").asLong()).isEqualTo(server.pid());
    assertThat(link).startsWith(run.get("url").asText());
  }

  @Test
  @Order(4)
  void aConversationGoesOnFromVerbToVerb() throws Exception {
    assertThat(run("say", "restart apache").output()).contains("On which host");
    var asked = run("say", "web-01");
    assertThat(asked.output()).contains("restart_service service=apache host=web-01");
    var done = run("say", "--json", "yes");
    assertThat(done.status()).isZero();
    JsonNode answer = JSON.readTree(done.output());
    assertThat(answer.at("/executions/0/status").asText()).isEqualTo("succeeded");
    assertThat(answer.at("/state/phase").asText()).isEqualTo("idle");
    assertThat(run("audit", "search", "restart_service").output()).contains("action_accepted");
  }

  @Test
  @Order(5)
  void linesOfAPipeAreAConversationThatEndsWithItsResults() throws Exception {
    var piped = piped("stop nginx on web-02\nyes\n", "chat");
    assertThat(piped.status()).isZero();
    assertThat(piped.output().lines().toList())
        .last()
        .asString()
        .startsWith("parley> ")
        .contains("nginx", "web-02");
  }

  @Test
  @Order(6)
  void aSecondServerOfTheSameDataIsRefused() throws Exception {
    var second = run("serve");
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.output()).contains("A server already runs at").hasLineCount(1);
  }

  @Test
  @Order(7)
  void stopsCleanlyWhenItIsTold() throws Exception {
    // not destroy(), which would close its output as well
    server.toHandle().destroy();
    assertThat(out.readLine()).as("a second line").isNull();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
    assertThat(data().resolve("run.json")).doesNotExist();
    var later = run("--simulate", "say", "--as", "maria", "who am i");
    assertThat(later.output()).contains("maria");
    assertThat(run("login").status()).isEqualTo(1);
  }

  private record Result(int status, String output) {}

  private static Result run(String... verb) throws Exception {
    return piped("", verb);
  }

  private static Result piped(String input, String... verb) throws Exception {
    var process = program(verb).redirectErrorStream(true).start();
    try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
      writer.write(input);
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private static ProcessBuilder program(String... verb) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m"));
    command.addAll(List.of("-jar", System.getProperty("parley.jar")));
    command.addAll(List.of(verb));
    var builder = new ProcessBuilder(command);
    builder.environment().put("PARLEY_DATA", data().toString());
    builder.environment().put("PARLEY_PORT", "0");
    builder.environment().keySet().removeAll(List.of("PARLEY_ADMIN_TOKEN", "PARLEY_HOST"));
    return builder;
  }

  private static Path data() {
    return folder.resolve("data");
  }

  private static String token() {
    return read(data().resolve("admin-token")).strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private static HttpResponse<String> login(String code) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(address("/api/v1/login"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"code\": \"" + code + "\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    var request = HttpRequest.newBuilder(address(path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static URI address(String path) {
    return URI.create(link.substring(0, link.indexOf("/#")) + path);
  }
}
