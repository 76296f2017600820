package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Speaker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final String TOKEN = "the-token-of-these-tests";
  private static final String MESSAGES = "/api/v1/conversations/c/messages";
  private static final String HERE = "127.0.0.1:8080";

  @TempDir Path folder;
  private final Sessions sessions = new Sessions(new SettableClock());
  private Gate gate;

  @BeforeEach
  void open() throws IOException {
    gate = gate(Set.of("127.0.0.1", "localhost", "[::1]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/page/main.js",
        "/page/style.css",
        "/q/health/ready",
        "/q/health/live",
        "/api/v1/login"
      })
  void letsAnybodyIn(String path) {
    assertThat(judge("GET", path, HERE, null, null, null).refusal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MESSAGES,
        "/q/openapi",
        "/q/metrics",
        "/q/health",
        "/q",
        "/index.html",
        "/api/v1/login-codes",
        "/api/v1/login/",
        "/page/../q/openapi",
        "/page/x.js/y",
        "/page/",
        "/api/v1/logout",
        "/page",
        "/nowhere"
      })
  void needsATokenForEverythingElse(String path) {
    assertThat(status(judge("GET", path, HERE, null, null, null))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer wrong", "Bearer", "Bearer ", "Basic " + TOKEN, TOKEN, "", "Bearer null"})
  void refusesAWrongToken(String authorization) {
    assertThat(status(judge("GET", MESSAGES, HERE, null, authorization, null))).isEqualTo(401);
  }

  @Test
  void theAdminTokenMaySpeakForOthers() {
    var caller = judge("POST", MESSAGES, HERE, null, "Bearer " + TOKEN, null).caller();
    assertThat(caller.speaksForOthers()).isTrue();
    assertThat(caller.speaker(null).account()).isEqualTo("os:owner");
    assertThat(caller.speaker("jason")).isEqualTo(new Speaker("parley", "jason", "jason", "admin"));
    assertThat(caller.speaker("slack:U1").account()).isEqualTo("slack:U1");
    assertThat(caller.speaker("slack:U1").gateway()).isEqualTo("admin");
  }

  @Test
  void refusesAnUnknownSession() {
    assertThat(status(judge("GET", MESSAGES, HERE, null, null, "guess"))).isEqualTo(401);
  }

  @Test
  void aWrongTokenIsNotSavedByASession() {
    assertThat(
            status(
                judge(
                    "GET",
                    MESSAGES,
                    HERE,
                    null,
                    "Bearer wrong",
                    sessions.open(Speaker.of("parley", "jason")))))
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "[::2]:80", ""})
  void refusesANameThatWasMadeToPointHere(String host) {
    assertThat(status(judge("GET", "/", host, null, "Bearer " + TOKEN, null))).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:9", "[::1]:8080", "[::1]"})
  void answersToItsOwnNames(String host) {
    assertThat(judge("GET", "/", host, null, null, null).refusal()).isNull();
  }

  @Test
  void refusesARequestWithoutAHost() {
    assertThat(status(judge("GET", "/", null, null, null, null))).isEqualTo(403);
  }

  @Test
  void behindAProxyTheProxyDecidesTheName() throws IOException {
    gate = gate(Set.of());
    assertThat(judge("GET", "/", "parley.example.org", null, null, null).refusal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:8080"})
  void refusesWhatAPageOfAnotherSiteSends(String origin) {
    assertThat(
            status(
                judge(
                    "POST",
                    MESSAGES,
                    HERE,
                    origin,
                    null,
                    sessions.open(Speaker.of("parley", "jason")))))
        .isEqualTo(403);
    assertThat(status(judge("POST", "/api/v1/login", HERE, origin, null, null))).isEqualTo(403);
  }

  @Test
  void takesWhatItsOwnPageSends() {
    assertThat(
            judge(
                    "POST",
                    MESSAGES,
                    HERE,
                    "http://" + HERE,
                    null,
                    sessions.open(Speaker.of("parley", "jason")))
                .refusal())
        .isNull();
  }

  @Test
  void refusesACrossSiteRequestWithoutAnOrigin() {
    var knock = new Gate.Knock("POST", MESSAGES, HERE, null, "cross-site", "Bearer " + TOKEN, null);
    assertThat(status(gate.judge(knock))).isEqualTo(403);
  }

  @Test
  void aSessionSpeaksAsItsPersonAndForNobodyElse() {
    var cookie = sessions.open(Speaker.of("parley", "maria"));
    var caller = judge("GET", MESSAGES, HERE, null, null, cookie).caller();
    assertThat(caller).isNotNull();
    assertThat(caller.self().account()).isEqualTo("parley:maria");
    assertThat(caller.self().gateway()).isNull();
    assertThat(caller.speaksForOthers()).isFalse();
    assertThatThrownBy(() -> caller.speaker("jason"))
        .hasMessageContaining("may not speak for others");
    assertThat(caller.conversation("c", null).toString()).isEqualTo("api:person/maria/c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://127.0.0.1:9999", "null", "evil"})
  void refusesASocketOfAnotherSitesPage(String origin) {
    var cookie = sessions.open(Speaker.of("parley", "maria"));
    assertThat(status(judge("GET", Gate.CHAT, HERE, origin, null, cookie))).isEqualTo(403);
  }

  @Test
  void refusesASocketThatSaysNotWhoseItIs() {
    var cookie = sessions.open(Speaker.of("parley", "maria"));
    assertThat(status(judge("GET", Gate.CHAT, HERE, null, null, cookie))).isEqualTo(403);
    assertThat(status(judge("GET", Gate.CHAT, HERE, "http://" + HERE, null, cookie))).isZero();
    assertThat(status(judge("GET", Gate.CHAT, HERE, "http://" + HERE, null, null))).isEqualTo(401);
    var rebound = judge("GET", Gate.CHAT, "evil.example", "http://evil.example", null, cookie);
    assertThat(status(rebound)).isEqualTo(403);
    assertThat(status(judge("GET", Gate.CHAT, HERE, null, "Bearer " + TOKEN, null))).isZero();
  }

  private Gate gate(Set<String> hosts) throws IOException {
    return new Gate(AdminToken.obtain(TOKEN, folder), sessions, Speaker.of("os", "owner"), hosts);
  }

  private Gate.Verdict judge(
      String method,
      String path,
      @Nullable String host,
      @Nullable String origin,
      @Nullable String authorization,
      @Nullable String cookie) {
    return gate.judge(new Gate.Knock(method, path, host, origin, null, authorization, cookie));
  }

  private static int status(Gate.Verdict verdict) {
    return verdict.refusal() == null ? 0 : verdict.refusal().status();
  }
}
