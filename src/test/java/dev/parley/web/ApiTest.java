package dev.parley.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.audit.AuditEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiTest.WithToken.class)
class ApiTest {
  static final String TOKEN = "the-token-of-these-tests";
  private static final String MESSAGES = "/api/v1/conversations/{c}/messages";

  /** Gives the server a known admin token, and a data folder that exists in a fresh clone too. */
  public static class WithToken implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("parley.admin-token", TOKEN, "parley.data", dataFolder().toString());
    }

    private static Path dataFolder() {
      try {
        return Files.createDirectories(Path.of("target", "test-data", "api"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Inject RecordedConversations assistant;
  @Inject Logins logins;

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  @Test
  void answersWithEveryKey() {
    say("shape", "{\"text\": \"restart apache\", \"as\": \"jason\"}")
        .statusCode(200)
        .body("keySet()", contains("replies", "state", "understanding", "executions"))
        .body("replies[0].text", startsWith("On which host"))
        .body("replies[0].choices", contains("web-01", "web-02"))
        .body("state.phase", equalTo("collecting"))
        .body("state.intent", equalTo("restart_service"))
        .body("state.slots.service", contains("apache"))
        .body("state.asking", equalTo("host"))
        .body("understanding.ranking[0].intent", equalTo("restart_service"))
        .body("understanding.entities[0].end", equalTo(14))
        .body("executions", empty());
  }

  @Test
  void keysWithoutAValueAreNull() {
    say("nulls", "{\"text\": \"hm\"}")
        .statusCode(200)
        .body("state", hasKey("intent"))
        .body("state.intent", nullValue())
        .body("state", hasKey("slots"))
        .body("state.slots", nullValue())
        .body("state", hasKey("asking"))
        .body("understanding", hasKey("intent"));
  }

  @Test
  void aClientThatOffersHttp2IsAnsweredToo() throws Exception {
    var uri = "http://localhost:" + port + "/api/v1/conversations/h2/messages";
    var request =
        HttpRequest.newBuilder(URI.create(uri))
            .version(HttpClient.Version.HTTP_2)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"restart apache\"}"))
            .build();
    var client = HttpClient.newHttpClient();
    for (int i = 0; i < 2; i++) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void eachClientHasItsOwnConversations() {
    say("spaces", "{\"text\": \"hm\", \"messageId\": \"m-1\"}").statusCode(200);
    var utterance = assistant.heard.get(assistant.heard.size() - 1);
    assertThat(utterance.conversation().toString()).isEqualTo("api:admin/spaces");
    assertThat(utterance.messageId()).isEqualTo("m-1");

    given()
        .cookie(Sessions.COOKIE, session())
        .get(MESSAGES, "spaces")
        .then()
        .statusCode(200)
        .body("messages", empty());
  }

  @Test
  void speaksForWhomTheAdminTokenSays() {
    say("as", "{\"text\": \"hm\", \"as\": \"maria\"}").statusCode(200);
    var speaker = assistant.heard.get(assistant.heard.size() - 1).speaker();
    assertThat(speaker.account()).isEqualTo("parley:maria");
    assertThat(speaker.gateway()).isEqualTo("admin");
  }

  @Test
  void refusesASessionThatSpeaksForOthers() {
    int before = assistant.heard.size();
    problem(
        given()
            .cookie(Sessions.COOKIE, session())
            .contentType(ContentType.JSON)
            .body("{\"text\": \"yes\", \"as\": \"maria\"}")
            .post(MESSAGES, "c")
            .then(),
        403);
    assertThat(assistant.heard).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/conversations/c/messages", "/q/openapi", "/q/metrics", "/q/health", "/x"})
  void refusesWithoutAToken(String path) {
    problem(given().get(path).then(), 401);
  }

  @Test
  void refusesAWrongToken() {
    problem(given().header("Authorization", "Bearer wrong").get("/q/openapi").then(), 401);
  }

  @Test
  void saysThatItIsReadyToAnybody() {
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
    admin().get("/q/openapi").then().statusCode(200);
    admin().get("/q/metrics").then().statusCode(200);
  }

  @Test
  void refusesAForeignHostName() {
    problem(admin().header("Host", "evil.example").get("/q/openapi").then(), 403);
  }

  @Test
  void refusesAForeignOrigin() {
    problem(
        admin()
            .header("Origin", "https://evil.example")
            .contentType(ContentType.JSON)
            .body("{\"text\": \"yes\"}")
            .post(MESSAGES, "c")
            .then(),
        403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": ",
        "",
        "[]",
        "\"hello\"",
        "null",
        "{}",
        "{\"text\": null}",
        "{\"text\": 5}",
        "{\"text\": \" \"}",
        "{\"text\": \"hm\", \"mesageId\": \"1\"}",
        "{\"text\": \"hm\", \"messageId\": \"a b\"}",
        "{\"text\": \"hm\", \"as\": \"slack:\"}"
      })
  void refusesABodyThatItCannotRead(String body) {
    problem(say("c", body), 400);
  }

  @Test
  void refusesAConversationIdThatCannotBeSeen() {
    problem(say("a b", "{\"text\": \"hm\"}"), 400);
    problem(say("a".repeat(201), "{\"text\": \"hm\"}"), 400);
    problem(say("a\u200b", "{\"text\": \"hm\"}"), 400);
  }

  @Test
  void refusesATextBody() {
    problem(
        admin().contentType(ContentType.TEXT).body("restart apache").post(MESSAGES, "c").then(),
        415);
  }

  @Test
  void refusesWhatIsNotThere() {
    problem(admin().get("/nowhere").then(), 404);
    problem(admin().get("/api/v1/executions/nowhere").then(), 404);
    problem(admin().delete(MESSAGES, "c").then(), 405);
  }

  @Test
  void refusesABodyOver64KB() {
    problem(say("c", "{\"text\": \"" + "a".repeat(65 * 1024) + "\"}"), 413);
  }

  @Test
  void refusesAChunkedBodyOver64KB() throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      out.write(
          ("POST /api/v1/conversations/c/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization:"
                  + " Bearer "
                  + TOKEN
                  + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      var chunk = ("4000\r\n" + " ".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 5; i++) {
        out.write(chunk);
      }
      out.flush();
      var answer = new String(socket.getInputStream().readNBytes(1000), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    }
  }

  @Test
  void saysNothingOfTheInsideWhenItFails() {
    problem(say("c", "{\"text\": \"break\"}"), 500)
        .body(not(containsString("hunter2")))
        .body(not(containsString("Exception")));
  }

  @Test
  void aLoginCodeOpensOneSession() {
    var code = logins.codeForOwner();
    var cookie = login(code).statusCode(204).extract().header("Set-Cookie");
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
    problem(login(code), 401);
    problem(login("guess"), 401);
  }

  @Test
  void onlyTheAdminTokenMakesLoginCodes() {
    problem(given().cookie(Sessions.COOKIE, session()).post("/api/v1/login-codes").then(), 403);
    problem(given().post("/api/v1/login-codes").then(), 401);
    String code = admin().post("/api/v1/login-codes").then().statusCode(200).extract().path("code");
    login(code).statusCode(204);
  }

  @Test
  void waitsUntilWhatItStartedHasEnded() throws Exception {
    var waiting =
        CompletableFuture.supplyAsync(
            () ->
                admin()
                    .contentType(ContentType.JSON)
                    .body("{\"text\": \"yes\"}")
                    .queryParam("wait", "30s")
                    .post(MESSAGES, "waits")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath());
    String id = started("waits");
    assistant.finish(id);
    var answer = waiting.get(30, TimeUnit.SECONDS);
    assertThat(answer.getString("executions[0].status")).isEqualTo("succeeded");
    assertThat(answer.getList("replies.text"))
        .isEqualTo(List.of("Restarting apache.", "Restarted apache."));
    assertThat(assistant.listeners()).isEmpty();
    admin()
        .get("/api/v1/executions/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("succeeded"))
        .body("slots.service", contains("apache"));
  }

  @Test
  void theWholeOutputIsForWhoeverAskedAndTheAdmin() {
    String id =
        say("output", "{\"text\": \"yes\", \"as\": \"jason\"}").extract().path("executions[0].id");
    var path = "/api/v1/executions/" + id + "/output";
    problem(admin().get(path).then(), 404);
    assistant.finish(id);
    admin()
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Type", equalToIgnoringCase("text/plain;charset=UTF-8"))
        .header("Content-Disposition", startsWith("attachment"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .body(equalTo("all of it\n"));
    admin().get(path + "?target=web-01").then().statusCode(200);
    problem(admin().get(path + "?target=web-09").then(), 404);
    problem(admin().get(path + "?target=../../run.json").then(), 404);
    problem(given().cookie(Sessions.COOKIE, session()).get(path).then(), 404);
    given().get(path).then().statusCode(401);
  }

  @Test
  void answersWhenTheWaitIsOver() {
    admin()
        .contentType(ContentType.JSON)
        .body("{\"text\": \"yes\"}")
        .queryParam("wait", "1ms")
        .post(MESSAGES, "short")
        .then()
        .statusCode(200)
        .body("executions[0].status", equalTo("running"));
    problem(
        admin()
            .contentType(ContentType.JSON)
            .body("{\"text\": \"hm\"}")
            .queryParam("wait", "soon")
            .post(MESSAGES, "short")
            .then(),
        400);
  }

  @Test
  void readsWhatWasSaidLater() {
    say("later", "{\"text\": \"hm\"}").statusCode(200);
    say("later", "{\"text\": \"restart apache\"}").statusCode(200);
    admin()
        .get(MESSAGES + "?after=1", "later")
        .then()
        .statusCode(200)
        .body("messages.size()", equalTo(1))
        .body("messages[0].number", equalTo(2))
        .body("messages[0].choices", contains("web-01", "web-02"))
        .body("next", equalTo(2));
    problem(admin().get(MESSAGES + "?after=x", "later").then(), 400);
  }

  @Test
  void tellsWhatIsSaidAsItIsSaid() throws Exception {
    say("stream", "{\"text\": \"hm\"}").statusCode(200);
    var request =
        (java.net.HttpURLConnection)
            URI.create("http://127.0.0.1:" + port + MESSAGES.replace("{c}", "stream"))
                .toURL()
                .openConnection();
    request.setRequestProperty("Authorization", "Bearer " + TOKEN);
    request.setRequestProperty("Accept", "text/event-stream");
    request.setReadTimeout(20_000);
    assertThat(request.getContentType()).startsWith("text/event-stream");
    try (var lines =
        new java.io.BufferedReader(
            new java.io.InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(data(lines)).contains("\"number\":1");
      say("stream", "{\"text\": \"restart apache\"}").statusCode(200);
      assertThat(data(lines)).contains("\"number\":2", "On which host");
    }
  }

  private static String data(java.io.BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith("data:")) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }

  @Test
  void onlyTheAdminTokenReadsTheRecord() {
    problem(given().cookie(Sessions.COOKIE, session()).get("/api/v1/audit").then(), 403);
    problem(admin().get("/api/v1/audit?since=yesterday").then(), 400);
    admin()
        .get("/api/v1/audit?text=e1&kind=action-started")
        .then()
        .statusCode(200)
        .body("size()", equalTo(1))
        .body("[0].number", equalTo(1))
        .body("[0].event", equalTo("action_started"))
        .body("[0].executionId", equalTo("e1"));
    problem(admin().get("/api/v1/audit?kind=action_startd").then(), 400)
        .body("detail", containsString("Did you mean action_started?"));
    for (var rest : List.of("/export", "/verify", "/head")) {
      problem(given().cookie(Sessions.COOKIE, session()).get("/api/v1/audit" + rest).then(), 403);
    }
  }

  @Test
  void aTokenIsToldOnceAndServesUntilItIsRevoked() {
    var body = "{\"name\": \"laptop\", \"scope\": \"chat\", \"person\": \"maria\", \"days\": 30}";
    var made = admin().contentType(ContentType.JSON).body(body).post("/api/v1/tokens").then();
    var secret = made.statusCode(201).extract().<String>path("secret");
    problem(admin().contentType(ContentType.JSON).body(body).post("/api/v1/tokens").then(), 409);

    bearer(secret).get("/api/v1/me").then().statusCode(200).body("person", equalTo("maria"));
    problem(bearer(secret).get("/api/v1/me?as=jason").then(), 403);
    problem(bearer(secret).get("/api/v1/audit").then(), 403);
    problem(bearer(secret).get("/api/v1/tokens").then(), 403);
    problem(bearer(secret).get("/api/v1/backup").then(), 403);
    problem(bearer(secret).post("/api/v1/reload").then(), 403);

    var listed = admin().get("/api/v1/tokens").then().statusCode(200);
    assertThat(listed.extract().asString())
        .contains("\"laptop\"", "\"usedAt\":\"20")
        .doesNotContain(secret);
    assertThat(assistant.noted.toString()).contains("TokenMade").doesNotContain(secret);
    admin().delete("/api/v1/tokens/laptop").then().statusCode(204);
    problem(bearer(secret).get("/api/v1/me").then(), 401);
    problem(admin().delete("/api/v1/tokens/laptop").then(), 404);
  }

  @Test
  void refusesATokenThatNamesNobodyOrNothing() {
    for (var body :
        List.of(
            "{\"name\": \"x\", \"scope\": \"chat\"}",
            "{\"name\": \"x\", \"scope\": \"chat\", \"person\": \"nobody\"}",
            "{\"name\": \"x\", \"scope\": \"root\"}",
            "{\"name\": \"../x\", \"scope\": \"read\"}",
            "{\"name\": \"x\", \"scope\": \"read\", \"days\": 0}")) {
      problem(admin().contentType(ContentType.JSON).body(body).post("/api/v1/tokens").then(), 400);
    }
  }

  /** Whatever is added is covered: the routes are those that the API describes. */
  @Test
  void everyRouteThatChangesSomethingRefusesAForeignOriginWithASession() {
    Map<String, Map<String, Object>> paths =
        admin().get("/q/openapi?format=json").then().statusCode(200).extract().path("paths");
    var tried = new ArrayList<String>();
    paths.forEach(
        (path, methods) ->
            methods.keySet().stream()
                .filter(method -> List.of("post", "put", "patch", "delete").contains(method))
                .forEach(
                    method -> {
                      tried.add(method + " " + path);
                      given()
                          .cookie(Sessions.COOKIE, session())
                          .header("Origin", "https://evil.example")
                          .request(method, path.replaceAll("[{][^}]*[}]", "x"))
                          .then()
                          .statusCode(403);
                    }));
    assertThat(tried)
        .contains("post /api/v1/conversations/{conversation}/messages", "post /api/v1/logout");
  }

  /** The cookie of a session that somebody has just opened. */
  static String sessionOf(String person) {
    var code =
        given()
            .header("Authorization", "Bearer " + TOKEN)
            .contentType(ContentType.JSON)
            .body(Map.of("person", person))
            .post("/api/v1/login-codes")
            .then()
            .statusCode(200)
            .extract()
            .<String>path("code");
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("code", code))
        .post("/api/v1/login")
        .then()
        .statusCode(204)
        .extract()
        .cookie(Sessions.COOKIE);
  }

  private static RequestSpecification bearer(String secret) {
    return given().header("Authorization", "Bearer " + secret);
  }

  @Test
  void theRecordIsWrittenOutAndNoSpreadsheetTakesItForAFormula() {
    var lines = admin().get("/api/v1/audit/export").then().statusCode(200).extract().asString();
    assertThat(lines.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"number\":"));
    var csv =
        admin()
            .queryParam("form", "csv")
            .queryParam("person", "=maria()")
            .get("/api/v1/audit/export")
            .then();
    csv.statusCode(200).contentType("text/csv");
    assertThat(csv.extract().asString())
        .startsWith("number,at,event,")
        .contains("\r\n2,1970-01-01T00:00:00Z,action_started,'=maria(),api:admin/c,,e2,{},")
        .endsWith("\r\n");
    problem(admin().get("/api/v1/audit/export?form=xls").then(), 400);
  }

  @Test
  void theRecordIsVerifiedAgainstAnEndThatWasNoted() {
    var head = admin().get("/api/v1/audit/head").then().statusCode(200);
    var hash = head.extract().<String>path("hash");
    admin()
        .queryParam("head", "2 " + hash)
        .get("/api/v1/audit/verify")
        .then()
        .statusCode(200)
        .body("sound", equalTo(true))
        .body("entries", equalTo(2));
    admin()
        .queryParam("head", "3 " + hash)
        .get("/api/v1/audit/verify")
        .then()
        .statusCode(200)
        .body("sound", equalTo(false))
        .body("findings[0]", containsString("Entry 3 was cut off the end"));
    problem(admin().queryParam("head", "yesterday").get("/api/v1/audit/verify").then(), 400);
  }

  @Test
  void metricsHoldNothingThatSomebodyTyped() {
    given().get("/api/v1/conversations/somebody-secret/messages").then().statusCode(401);
    given().get("/somebody-secret").then().statusCode(401);
    admin().get("/somebody-secret").then().statusCode(404);
    admin().get("/api/v1/executions/somebody-secret").then().statusCode(404);
    say("somebody-secret", "{\"text\": \"restart apache\", \"as\": \"somebody-else\"}")
        .statusCode(200);
    var metrics = admin().get("/q/metrics").then().statusCode(200).extract().asString();
    assertThat(metrics)
        .contains("http_server_requests_seconds")
        .doesNotContain("somebody-secret")
        .doesNotContain("somebody-else");
  }

  @Test
  void onlyTheAdminTokenReloads() {
    problem(given().cookie(Sessions.COOKIE, session()).post("/api/v1/reload").then(), 403);
    problem(given().post("/api/v1/reload").then(), 401);
    admin()
        .post("/api/v1/reload")
        .then()
        .statusCode(200)
        .body("problems[0].file", equalTo("permissions.yml"))
        .body("problems[0].line", equalTo(1))
        .body("changes", contains("hosts: added web-04"))
        .body("model", equalTo("v1"));
  }

  @Test
  void tellsWhoSpeaks() {
    admin().get("/api/v1/me?as=maria").then().body("person", equalTo("maria"));
    problem(given().cookie(Sessions.COOKIE, session()).get("/api/v1/me?as=maria").then(), 403);
    admin().get("/api/v1/vocabulary").then().body("[0]", equalTo("restart_service"));
  }

  @Test
  void sendsSecurityHeaders() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header(
            "Content-Security-Policy",
            allOf(containsString("script-src 'self'"), not(containsString("unsafe"))))
        .body(containsString("./parley chat"));
    given().get("/page/main.js").then().statusCode(200).contentType(containsString("javascript"));
    given().get("/page/style.css").then().statusCode(200).contentType(containsString("css"));
    given().get("/page/../q/openapi").then().statusCode(401);
    given().get("/page/%2e%2e/q/openapi").then().statusCode(401);
  }

  @Test
  void anInvitationOpensASessionOfThatPersonOnly() {
    var invitation = invite("maria").statusCode(200).extract().<String>path("code");
    var cookie = login(invitation).statusCode(204).extract().cookie(Sessions.COOKIE);
    given()
        .cookie(Sessions.COOKIE, cookie)
        .get("/api/v1/me")
        .then()
        .body("person", equalTo("maria"));
    problem(given().cookie(Sessions.COOKIE, cookie).get("/api/v1/me?as=jason").then(), 403);
    given()
        .cookie(Sessions.COOKIE, cookie)
        .contentType(ContentType.JSON)
        .body("{\"text\": \"hm\"}")
        .post(MESSAGES, "own")
        .then()
        .statusCode(200);
    var utterance = assistant.heard.get(assistant.heard.size() - 1);
    assertThat(utterance.speaker().account()).isEqualTo("parley:maria");
    assertThat(utterance.speaker().gateway()).isNull();
    assertThat(utterance.conversation().toString()).isEqualTo("api:person/maria/own");
  }

  @Test
  void onlyTheAdminTokenInvitesAndOnlyPeopleWhoAreNamed() {
    problem(invite("mara"), 400).body("detail", containsString("Did you mean maria?"));
    problem(
        given()
            .cookie(Sessions.COOKIE, session())
            .contentType(ContentType.JSON)
            .body("{\"person\": \"maria\"}")
            .post("/api/v1/login-codes")
            .then(),
        403);
  }

  @Test
  void logoutEndsTheSession() {
    var cookie = session();
    var gone =
        given().cookie(Sessions.COOKIE, cookie).post("/api/v1/logout").then().statusCode(204);
    assertThat(gone.extract().header("Set-Cookie")).contains("Max-Age=0");
    problem(given().cookie(Sessions.COOKIE, cookie).get("/api/v1/me").then(), 401);
    problem(given().post("/api/v1/logout").then(), 401);
  }

  @Test
  void everySessionOfAPersonCanBeEnded() {
    logout(admin(), "jason").statusCode(200);
    var one = login(invite("jason").extract().<String>path("code")).extract();
    var two = login(invite("jason").extract().<String>path("code")).extract();
    String unused = invite("jason").extract().path("code");
    var others = session();
    problem(logout(given().cookie(Sessions.COOKIE, others), "jason"), 403);
    logout(admin(), "jason").statusCode(200).body("sessions", equalTo(2));
    for (var session : List.of(one, two)) {
      var cookie = session.cookie(Sessions.COOKIE);
      problem(given().cookie(Sessions.COOKIE, cookie).get("/api/v1/me").then(), 401);
    }
    problem(login(unused), 401);
    given().cookie(Sessions.COOKIE, others).get("/api/v1/me").then().statusCode(200);
    problem(logout(admin(), "nobody"), 400);
  }

  @Test
  void aNewLoginTakesThePlaceOfTheBrowsersFormerSession() {
    var former = session();
    given()
        .cookie(Sessions.COOKIE, former)
        .contentType(ContentType.JSON)
        .body(Map.of("code", logins.codeForOwner()))
        .post("/api/v1/login")
        .then()
        .statusCode(204);
    problem(given().cookie(Sessions.COOKIE, former).get("/api/v1/me").then(), 401);
  }

  @Test
  void whoCameInAndWhoWasPutOutIsRecorded() {
    assistant.noted.clear();
    login(invite("maria").extract().<String>path("code")).statusCode(204);
    logout(admin(), "maria").statusCode(200);
    var owner = "os:" + System.getProperty("user.name");
    assertThat(assistant.noted)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("at")
        .containsExactly(
            new AuditEvent.LoginCodeIssued(Instant.EPOCH, "maria", "web", owner),
            new AuditEvent.SessionOpened(Instant.EPOCH, "maria", "web"),
            new AuditEvent.SessionEnded(Instant.EPOCH, "maria", "web", owner, true));
    assertThat(assistant.noted.toString()).doesNotContain(TOKEN);
  }

  private static ValidatableResponse invite(String person) {
    return admin()
        .contentType(ContentType.JSON)
        .body(Map.of("person", person))
        .post("/api/v1/login-codes")
        .then();
  }

  private static ValidatableResponse logout(RequestSpecification who, String person) {
    return who.contentType(ContentType.JSON)
        .body(Map.of("person", person))
        .post("/api/v1/logout")
        .then();
  }

  private String started(String conversation) {
    for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; ) {
      var found =
          assistant.listeners().isEmpty()
              ? null
              : assistant.after(
                  new dev.parley.conversation.ConversationId("api", "admin/" + conversation), 0, 1);
      if (found != null && !found.isEmpty()) {
        return found.get(0).executionId();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("Nothing was started.");
  }

  private String session() {
    return login(logins.codeForOwner()).statusCode(204).extract().cookie(Sessions.COOKIE);
  }

  private static ValidatableResponse login(String code) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("code", code))
        .post("/api/v1/login")
        .then();
  }

  private static RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + TOKEN);
  }

  private static ValidatableResponse say(String conversation, String body) {
    return admin().contentType(ContentType.JSON).body(body).post(MESSAGES, conversation).then();
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("detail", not(nullValue()));
  }
}
