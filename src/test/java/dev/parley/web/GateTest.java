package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Speaker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
  private final SettableClock clock = new SettableClock();
  private final Sessions sessions = new Sessions(new KeptPasses(), clock);
  private final Tokens tokens = new Tokens(new KeptTokens(), clock);
  private long nanos;
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
  void platformsCallWithoutATokenOfOursAndNotTooOften() {
    for (int i = 0; i < 1_000; i++) {
      var verdict = judge("POST", "/hooks/mattermost/action", HERE, null, null, null);
      assertThat(verdict.refusal()).isNull();
      assertThat(verdict.caller()).isNull();
    }
    assertThat(status(judge("POST", "/hooks/mattermost/action", HERE, null, null, null)))
        .isEqualTo(429);
    assertThat(status(judge("POST", "/hooksome", HERE, null, null, null))).isEqualTo(401);
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
    var knock =
        new Gate.Knock(
            "POST", MESSAGES, HERE, null, "cross-site", "Bearer " + TOKEN, null, "192.0.2.1");
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

  private String made(String name, Scope scope, String person) {
    return tokens.make(name, scope, person, Duration.ofDays(1)).orElseThrow().secret();
  }

  private Gate.Verdict with(String secret, String method) {
    return judge(method, MESSAGES, HERE, null, "Bearer " + secret, null);
  }

  @Test
  void aChatTokenSpeaksAsItsPersonAndForNobodyElse() {
    var caller = with(made("laptop", Scope.CHAT, "maria"), "POST").caller();
    assertThat(caller.self().account()).isEqualTo("parley:maria");
    assertThat(caller.may(Scope.Right.READ_RECORD)).isFalse();
    assertThat(caller.may(Scope.Right.ADMINISTER)).isFalse();
    assertThatThrownBy(() -> caller.speaker("jason"))
        .hasMessageContaining("may not speak for others");
    assertThat(caller.conversation("c", null).toString()).isEqualTo("api:token/laptop/c");
  }

  @Test
  void aTokenThatSpeaksForOthersStandsBetweenThemAndUsAndMayNothingElse() {
    var caller = with(made("bridge", Scope.SPEAK_FOR, ""), "POST").caller();
    assertThat(caller.speaker("slack:U1").gateway()).isEqualTo("token/bridge");
    assertThat(caller.may(Scope.Right.READ_RECORD)).isFalse();
    assertThat(caller.may(Scope.Right.ADMINISTER)).isFalse();
  }

  @Test
  void aTokenThatSpeaksForOthersProvesNobody() {
    var bridge = with(made("bridge", Scope.SPEAK_FOR, ""), "POST").caller();
    assertThatThrownBy(() -> bridge.proving("slack:U1")).hasMessageContaining("has no say");
    assertThatThrownBy(() -> bridge.proving(null)).hasMessageContaining("has no say");
    var laptop = with(made("laptop", Scope.CHAT, "maria"), "POST").caller();
    assertThat(laptop.proving(null).account()).isEqualTo("parley:maria");
    var admin = with(made("ops", Scope.ADMIN, ""), "POST").caller();
    assertThat(admin.proving("jason").account()).isEqualTo("parley:jason");
  }

  @Test
  void aReadTokenSaysNothing() {
    var secret = made("auditor", Scope.READ, "");
    assertThat(with(secret, "GET").caller().may(Scope.Right.READ_RECORD)).isTrue();
    assertThat(status(with(secret, "POST"))).isEqualTo(403);
    assertThat(status(judge("GET", Gate.CHAT, HERE, null, "Bearer " + secret, null)))
        .isEqualTo(403);
  }

  @Test
  void refusesATokenThatExpiredOrWasRevoked() {
    var expired = made("short", Scope.ADMIN, "");
    var revoked = made("gone", Scope.ADMIN, "");
    assertThat(status(with(revoked, "GET"))).isZero();
    tokens.revoke("gone");
    assertThat(status(with(revoked, "GET"))).isEqualTo(401);
    clock.advance(Duration.ofDays(1));
    assertThat(status(with(expired, "GET"))).isEqualTo(401);
  }

  @Test
  void whatIsKeptOfATokenIsNoToken() {
    made("laptop", Scope.ADMIN, "");
    var hash = tokens.all().get(0).hash();
    assertThat(status(with(hash, "GET"))).isEqualTo(401);
    assertThat(status(with(Tokens.PREFIX + hash, "GET"))).isEqualTo(401);
  }

  @Test
  void whoTriesManyTokensIsHeldUpAlsoWithARightOne() {
    var right = made("right", Scope.ADMIN, "");
    var known = made("known", Scope.ADMIN, "");
    assertThat(status(with(known, "GET"))).isZero();
    for (int i = 0; i < 30; i++) {
      assertThat(status(with("guess" + i, "GET"))).isEqualTo(401);
    }
    var refusal = with(right, "GET").refusal();
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.pause()).isEqualTo(Duration.ofSeconds(2));
    assertThat(status(with(known, "GET"))).isZero();
    nanos += refusal.pause().toNanos();
    assertThat(status(with(right, "GET"))).isZero();
  }

  @Test
  void aBusyTeamIsNotHeldUpAndAProgramThatHasGoneWrongIs() {
    for (int i = 0; i < 3_000; i++) {
      assertThat(status(with(TOKEN, "POST"))).isZero();
    }
    assertThat(with(TOKEN, "POST").refusal().status()).isEqualTo(429);
    nanos += 1_000_000_000L;
    assertThat(status(with(TOKEN, "POST"))).isZero();
  }

  @Test
  void onePersonMaySendTwoHundredASecondForAsLongAsTheyLikeAndNotThousands() {
    var limits = new Limits(() -> nanos);
    for (int i = 0; i < 60 * 200; i++) {
      assertThat(limits.message("os:jason")).isEmpty();
      nanos += 1_000_000_000L / 200;
    }
    for (int i = 0; i < 2_000; i++) {
      assertThat(limits.message("os:jason")).isEmpty();
    }
    assertThat(limits.message("os:jason").orElseThrow().status()).isEqualTo(429);
    assertThat(limits.message("os:maria")).isEmpty();
  }

  private Gate gate(Set<String> hosts) throws IOException {
    return new Gate(
        AdminToken.obtain(TOKEN, folder),
        tokens,
        sessions,
        new Limits(() -> nanos),
        Speaker.of("os", "owner"),
        hosts);
  }

  private Gate.Verdict judge(
      String method,
      String path,
      @Nullable String host,
      @Nullable String origin,
      @Nullable String authorization,
      @Nullable String cookie) {
    return gate.judge(
        new Gate.Knock(method, path, host, origin, null, authorization, cookie, "192.0.2.1"));
  }

  private static int status(Gate.Verdict verdict) {
    return verdict.refusal() == null ? 0 : verdict.refusal().status();
  }
}
