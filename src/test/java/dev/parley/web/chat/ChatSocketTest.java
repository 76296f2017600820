package dev.parley.web.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.action.ActiveRuns;
import dev.parley.action.Execution;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import dev.parley.intent.SlotValue;
import dev.parley.permission.Approval;
import dev.parley.web.RecordedConversations;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The socket of the web chat, and what it refuses. */
@QuarkusTest
@TestProfile(ChatSocketTest.WithToken.class)
class ChatSocketTest {
  private static final String TOKEN = "the-token-of-these-tests";

  /** Gives the server a known admin token. */
  public static class WithToken implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("parley.admin-token", TOKEN);
    }
  }

  @Inject RecordedConversations assistant;
  @Inject ActiveRuns runs;

  @ConfigProperty(name = "quarkus.http.test-port")
  int port;

  @AfterEach
  void nothingGoesOn() {
    assistant.open.clear();
    assistant.waiting.clear();
  }

  // ---- who comes in

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://127.0.0.1:1", "null"})
  void refusesAPageOfAnotherSite(String origin) {
    assertThat(refusedWith(Map.of("Cookie", cookie("jason"), "Origin", origin))).isEqualTo(403);
  }

  @Test
  void refusesASessionThatDoesNotSayItsOrigin() {
    assertThat(refusedWith(Map.of("Cookie", cookie("jason")))).isEqualTo(403);
  }

  @Test
  void refusesWhoeverIsNotLoggedIn() {
    assertThat(refusedWith(Map.of("Origin", origin()))).isEqualTo(401);
    assertThat(refusedWith(Map.of("Origin", origin(), "Cookie", "parley-session=guess")))
        .isEqualTo(401);
    assertThat(refusedWith(Map.of("Authorization", "Bearer wrong"))).isEqualTo(401);
  }

  @Test
  void refusesAForeignHostName() throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      var handshake =
          "GET /api/v1/chat HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
              + "Cookie: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                  .formatted(cookie("jason"))
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 403");
    }
  }

  @Test
  void aProgramComesInWithAToken() throws Exception {
    var page = Page.open(port, Map.of("Authorization", "Bearer " + TOKEN));
    assertThat(page.await("me").get("person").asText()).startsWith("os:");
    page.leave();
  }

  @Test
  void theSocketEndsWithItsSession() throws Exception {
    var page = page("maria");
    page.await("me");
    given()
        .header("Authorization", "Bearer " + TOKEN)
        .contentType(ContentType.JSON)
        .body(Map.of("person", "maria"))
        .post("/api/v1/logout")
        .then()
        .statusCode(200);
    assertThat(page.closed.get(30, TimeUnit.SECONDS)).isEqualTo(4401);
  }

  // ---- what is said

  @Test
  void whatIsSaidAndAnsweredComesWithNumbers() throws Exception {
    var page = page("jason").send(Map.of("type", "open", "thread", "team/one"));
    page.send(say("team/one", "m-1", "restart apache"));
    var entries = page.entries(2);
    assertThat(entries).extracting(entry -> entry.get("number").asLong()).containsExactly(1L, 2L);
    assertThat(entries.get(0).get("id").asText()).isEqualTo("m-1");
    assertThat(entries.get(0).get("text").asText()).isEqualTo("restart apache");
    assertThat(entries.get(0).get("mine").asBoolean()).isTrue();
    assertThat(entries.get(1).at("/parts/1/kind").asText()).isEqualTo("choices");
    page.leave();

    var again = page("jason").send(Map.of("type", "open", "thread", "team/one", "after", 1));
    assertThat(again.entries(1))
        .extracting(entry -> entry.get("number").asLong())
        .containsExactly(2L);
    again.leave();
  }

  @Test
  void theSameMessageTwiceIsHeardOnce() throws Exception {
    var page = page("jason").send(Map.of("type", "open", "thread", "team/twice"));
    page.send(say("team/twice", "m-1", "yes"));
    page.await(frame -> said(frame, "assistant"));
    page.leave();
    var again = page("jason").send(Map.of("type", "open", "thread", "team/twice", "after", 2));
    again.send(say("team/twice", "m-1", "yes"));
    var receipt = again.await("receipts").get(0);
    assertThat(receipt.get("id").asText()).isEqualTo("m-1");
    assertThat(receipt.has("problem")).isFalse();
    assertThat(assistant.heard.stream().filter(u -> u.conversation().place().equals("team/twice")))
        .hasSize(1);
    again.leave();
  }

  @Test
  void othersSeeAtOnceWhatIsSaidInASharedThread() throws Exception {
    var maria = page("maria").send(Map.of("type", "open", "thread", "team/shared"));
    var jason = page("jason").send(say("team/shared", "m-1", "restart apache"));
    var first = maria.entries(2).get(0);
    assertThat(first.get("person").asText()).isEqualTo("jason");
    assertThat(first.get("mine").asBoolean()).isFalse();
    assertThat(first.has("id")).isFalse();
    var listed = maria.await(frame -> names(frame).contains("team/shared"));
    assertThat(listed.get("threads"))
        .anySatisfy(
            thread -> {
              assertThat(thread.get("name").asText()).isEqualTo("team/shared");
              assertThat(thread.get("title").asText()).isEqualTo("restart apache");
            });
    jason.leave();
    maria.leave();
  }

  @Test
  void aPrivateThreadIsShownToItsPersonOnly() throws Exception {
    var jason = page("jason").send(Map.of("type", "open", "thread", "mine/secret"));
    jason.send(say("mine/secret", "m-1", "restart apache"));
    jason.await(frame -> said(frame, "assistant"));
    assertThat(names(page("jason").await(frame -> frame.has("threads")))).contains("mine/secret");

    var maria = page("maria");
    assertThat(names(maria.await(frame -> frame.has("threads")))).doesNotContain("mine/secret");
    maria.send(Map.of("type", "open", "thread", "mine/secret"));
    assertThat(maria.await("entries")).isEmpty();
    maria.send(Map.of("type", "open", "thread", "person/jason/secret"));
    assertThat(problem(maria)).contains("no such thread");
    maria.send(say("person/jason/secret", "m-2", "yes"));
    assertThat(problem(maria)).contains("no such thread");
    jason.leave();
    maria.leave();
  }

  @Test
  void saysNothingOfTheInsideWhenItFails() throws Exception {
    var page = page("jason").send(say("team/broken", "m-1", "break"));
    var receipt = page.await("receipts").get(0);
    assertThat(receipt.get("problem").asText()).doesNotContain("hunter2", "Exception");
    assertThat(receipt.get("again").asBoolean()).isTrue();
    page.leave();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "\"open\"",
        "{}",
        "{\"type\": \"shout\"}",
        "{\"type\": \"open\"}",
        "{\"type\": \"open\", \"thread\": \"team/x\", \"after\": \"1\"}",
        "{\"type\": \"open\", \"thread\": \"team/x\", \"after\": -1}",
        "{\"type\": \"open\", \"thread\": \"team/x\", \"after\": 1e99}",
        "{\"type\": \"say\", \"thread\": \"team/x\", \"id\": \"a b\", \"text\": \"hm\"}",
        "{\"type\": \"say\", \"thread\": \"team/x\", \"id\": \"m\", \"text\": \" \"}",
        "{\"type\": \"say\", \"thread\": \"team/x\", \"text\": \"hm\"}"
      })
  void refusesAFrameThatItCannotReadAndGoesOn(String frame) throws Exception {
    int before = assistant.heard.size();
    var page = page("jason").sendText(frame);
    assertThat(problem(page)).isNotBlank();
    page.sendText("[".repeat(30_000));
    assertThat(problem(page)).isNotBlank();
    assertThat(assistant.heard).hasSize(before);
    page.send(say("team/after", "m-" + frame.hashCode(), "hm"));
    assertThat(page.await("receipts").get(0).has("problem")).isFalse();
    page.leave();
  }

  @Test
  void closesOnAFrameOver64KB() throws Exception {
    int before = assistant.heard.size();
    var page = page("jason");
    page.sendInVain(say("team/large", "m-1", "a".repeat(70_000)));
    assertThat(page.closed.get(30, TimeUnit.SECONDS)).isNotEqualTo(1000);
    assertThat(assistant.heard).hasSize(before);
  }

  // ---- what goes on

  @Test
  void outputIsSeenInItsThreadWhileItRuns() throws Exception {
    var jason = page("jason").send(say("team/live", "m-1", "yes"));
    jason.await("receipts");
    var id = assistant.after(new ConversationId("web", "team/live"), 0, 1).get(0).executionId();
    assistant.open.add(assistant.execution(id).orElseThrow());
    var maria = page("maria").send(Map.of("type", "open", "thread", "team/live"));
    var elsewhere = page("maria").send(Map.of("type", "open", "thread", "team/elsewhere"));

    var run = runs.open(id);
    run.says("web-01", "Stopping apache\n");
    var output = maria.await("output").get(0);
    assertThat(output.get("execution").asText()).isEqualTo(id);
    assertThat(output.at("/segments/0/target").asText()).isEqualTo("web-01");
    assertThat(output.at("/segments/0/text").asText()).isEqualTo("Stopping apache\n");
    run.says("web-01", "Starting apache\n");
    var more = maria.await("output").get(0);
    assertThat(more.get("from")).isEqualTo(output.get("next"));

    var late = page("jason").send(Map.of("type", "open", "thread", "team/live"));
    assertThat(late.await("output").get(0).at("/segments/0/text").asText())
        .isEqualTo("Stopping apache\nStarting apache\n");
    var shown = late.await(frame -> !frame.at("/panel/running").isEmpty()).at("/panel/running/0");
    assertThat(shown.get("thread").asText()).isEqualTo("team/live");
    assertThat(shown.get("mine").asBoolean()).isTrue();

    runs.close(id);
    elsewhere.send(say("team/elsewhere", "m-2", "hm"));
    elsewhere.await(
        frame -> {
          assertThat(frame.has("output")).isFalse();
          return said(frame, "assistant");
        });
    List.of(jason, maria, elsewhere, late).forEach(Page::leave);
  }

  @Test
  void whatSomebodyRunsPrivatelyIsNotShownToOthers() throws Exception {
    var place = new ConversationId("web", "person/jason/quiet");
    assistant.open.add(execution("e-quiet", place));
    assertThat(page("maria").await("panel").get("running")).isEmpty();
    assertThat(page("jason").await("panel").get("running")).hasSize(1);
  }

  @Test
  void whatWaitsForASecondPersonIsShownToThoseWhoCanSettleIt() throws Exception {
    var place = new ConversationId("web", "person/jason/critical");
    assistant.waiting.add(
        new Approval(
            "r4k9",
            proposal(),
            "jason",
            "jason",
            Speaker.of("parley", "jason"),
            place,
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(600)));
    var hers = page("maria").await("panel").at("/waiting/0");
    assertThat(hers.get("id").asText()).isEqualTo("r4k9");
    assertThat(hers.get("settle").asBoolean()).isTrue();
    assertThat(hers.get("request").asText()).isEqualTo("restart_service service=apache");
    assertThat(hers.has("thread")).isFalse();
    var own = page("jason").await("panel").at("/waiting/0");
    assertThat(own.get("settle").asBoolean()).isFalse();
    assertThat(own.get("thread").asText()).isEqualTo("mine/critical");
    var guests = Page.open(port, Map.of("Authorization", "Bearer " + TOKEN)).await("panel");
    assertThat(guests.get("waiting")).isEmpty();
  }

  // ---- helping hands

  private static Execution execution(String id, ConversationId place) {
    return new Execution(
        id,
        proposal(),
        "jason",
        Speaker.of("parley", "jason"),
        place,
        null,
        ExecutionStatus.RUNNING,
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        null);
  }

  private static Proposal proposal() {
    var request =
        ActionRequest.of("restart_service")
            .with("service", List.of(SlotValue.of("apache", "apache")));
    return new Proposal(request, Risk.CRITICAL, "f", List.of(), List.of(), List.of());
  }

  private Page page(String person) throws Exception {
    return Page.open(port, Map.of("Cookie", cookie(person), "Origin", origin()));
  }

  private String origin() {
    return "http://127.0.0.1:" + port;
  }

  private static String cookie(String person) {
    String code =
        given()
            .header("Authorization", "Bearer " + TOKEN)
            .contentType(ContentType.JSON)
            .body(Map.of("person", person))
            .post("/api/v1/login-codes")
            .path("code");
    return "parley-session="
        + given()
            .contentType(ContentType.JSON)
            .body(Map.of("code", code))
            .post("/api/v1/login")
            .cookie("parley-session");
  }

  private int refusedWith(Map<String, String> headers) {
    var refused = new int[1];
    assertThatThrownBy(() -> Page.open(port, headers))
        .satisfies(
            problem ->
                refused[0] =
                    ((WebSocketHandshakeException) problem.getCause()).getResponse().statusCode());
    return refused[0];
  }

  private static Map<String, String> say(String thread, String id, String text) {
    return Map.of("type", "say", "thread", thread, "id", id, "text", text);
  }

  private static boolean said(JsonNode frame, String by) {
    return StreamSupport.stream(frame.path("entries").spliterator(), false)
        .anyMatch(entry -> entry.get("by").asText().equals(by));
  }

  private static List<String> names(JsonNode frame) {
    return StreamSupport.stream(frame.path("threads").spliterator(), false)
        .map(thread -> thread.get("name").asText())
        .toList();
  }

  private static String problem(Page page) throws InterruptedException {
    return page.await("receipts").get(0).path("problem").asText();
  }
}
