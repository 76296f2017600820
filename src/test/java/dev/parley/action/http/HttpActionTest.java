package dev.parley.action.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.action.Action.UnplannableException;
import dev.parley.action.Actions;
import dev.parley.action.ActiveRun;
import dev.parley.action.Planner;
import dev.parley.action.Samples;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.IntentReader;
import dev.parley.intent.Outcome;
import dev.parley.intent.Proposal;
import dev.parley.intent.SlotValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server, with intents as files write them. */
class HttpActionTest {
  private static final String SECRET = "s3cr\"et/+&%";

  @TempDir Path folder;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private HttpServer server;
  private String base;
  private String answer = "{\"id\":7,\"tags\":[\"a\"]}";
  private String type = "application/json";

  /** What arrived. */
  private record Request(String line, Map<String, String> headers, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    Files.createDirectory(folder.resolve("secrets"));
    secret("ci-token", SECRET, "rw-------");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void valuesTakeTheirPlaceInPathAndQueryAndNoOther() {
    run(
        "{url: 'BASE/jobs/{job}/builds', query: {branch: \"[{branch}]\"}}",
        "job",
        "a/../b?x=1#y",
        "branch",
        "x&admin=true");
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).line())
        .isEqualTo("GET /jobs/a%2F..%2Fb%3Fx%3D1%23y/builds?branch=x%26admin%3Dtrue");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void aValueOfDotsLeadsToNoOtherPath(String dots) {
    assertThatThrownBy(() -> run("{url: 'BASE/jobs/{job}'}", "job", dots))
        .isInstanceOf(UnplannableException.class)
        .hasMessageContaining("only dots");
    assertThat(requests).isEmpty();
  }

  @Test
  void valuesAreTextsAndNumbersOfAJsonTree() {
    run(
        "{method: POST, url: BASE/x, json: {title: \"{note}\", count: \"{count}\", fixed: 3,"
            + " open: true, deep: {list: [\"{tag...}\", last]}, gone: \"[{branch}]\"}}",
        "note",
        "\"}, \"admin\": true, {\"a\\",
        "count",
        "12",
        "tag",
        "one",
        "tag",
        "two");
    assertThat(requests.get(0).body())
        .isEqualTo(
            "{\"title\":\"\\\"}, \\\"admin\\\": true, {\\\"a\\\\\",\"count\":12,\"fixed\":3,"
                + "\"open\":true,\"deep\":{\"list\":[\"one\",\"two\",\"last\"]}}");
    assertThat(requests.get(0).headers()).containsEntry("content-type", "application/json");
  }

  @Test
  void aFormIsEncoded() {
    run(
        "{method: POST, url: BASE/x, form: {note: \"{note}\", tag: \"{tag...}\"}}",
        "note",
        "a=b&c d\u00e4",
        "tag",
        "1",
        "tag",
        "2");
    assertThat(requests.get(0).body()).isEqualTo("note=a%3Db%26c%20d%C3%A4&tag=1&tag=2");
    assertThat(requests.get(0).headers())
        .containsEntry("content-type", "application/x-www-form-urlencoded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\r\nX-Admin: 1", "x\ny", "x\u0000y", "x\u2028y"})
  void aLineBreakInAValueIsRefusedEverywhere(String value) {
    for (var template :
        List.of(
            "{url: BASE/x, headers: {X-Note: \"{note}\"}}",
            "{url: BASE/x, query: {a: \"{note}\"}}",
            "{method: POST, url: BASE/x, json: {a: \"{note}\"}}",
            "{method: POST, url: BASE/x, form: {a: \"{note}\"}}")) {
      assertThatThrownBy(() -> run(template, "note", value))
          .as(template)
          .isInstanceOf(UnplannableException.class);
    }
    assertThat(requests).isEmpty();
  }

  @Test
  void aSecretReachesTheServerAndNobodyElse() {
    answer = "{\"you\": \"Bearer " + SECRET.replace("\"", "\\\"") + "\"}";
    var template = "{url: BASE/x, headers: {Authorization: \"Bearer {secret:ci-token}\"}}";
    var live = new StringBuilder();
    var run = new ActiveRun("test");
    run.follow((target, text) -> live.append(text));

    var outcome = run(template, run);

    assertThat(requests.get(0).headers()).containsEntry("authorization", "Bearer " + SECRET);
    assertThat(outcome.results().get(0).output()).contains("Bearer (secret ci-token)");
    assertThat(outcome.toString() + live).doesNotContain("s3cr");
  }

  @Test
  void aSecretIsNeitherInThePreviewNorInTheFingerprint() {
    var template =
        "{method: POST, url: BASE/x, headers: {Authorization: \"Bearer {secret:ci-token}\"},"
            + " query: {key: \"{secret:ci-token}\"}, json: {key: \"{secret:ci-token}\"}}";
    var before = propose(template);
    assertThat(before.preview())
        .singleElement()
        .asString()
        .contains("POST '" + base + "/x?key=%28secret%20ci-token%29'")
        .contains("'Authorization: Bearer (secret ci-token)'")
        .contains("{\"key\":\"(secret ci-token)\"}")
        .doesNotContain("s3cr");
    secret("ci-token", "another-one", "rw-------");
    assertThat(propose(template).fingerprint()).isEqualTo(before.fingerprint());
  }

  @Test
  void aSecretIsTakenOutOfErrorsToo() {
    statuses.add(401);
    type = "text/plain";
    answer = "bad token " + SECRET;
    var outcome = run("{url: BASE/x, headers: {Authorization: \"{secret:ci-token}\"}}");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.results().get(0).output()).isEqualTo("bad token (secret ci-token)");
    assertThat(outcome.explanation()).isEqualTo("GET " + base + "/x answered with 401.");
  }

  @Test
  void whatIsSaidNeverNamesASecret() {
    run("{method: POST, url: BASE/x, json: {a: \"{note}\"}}", "note", "{secret:ci-token} {job}");
    assertThat(requests.get(0).body()).isEqualTo("{\"a\":\"{secret:ci-token} {job}\"}");
  }

  @Test
  void aSecretThatIsMissingOrOpenToOthersIsToldBeforeTheYes() throws IOException {
    assertThatThrownBy(() -> propose("{url: BASE/x, headers: {A: \"{secret:absent}\"}}"))
        .hasMessageContaining("The secret absent is missing")
        .hasMessageContaining("PARLEY_SECRET_ABSENT");
    secret("open", "everybody", "rw-r--r--");
    assertThatThrownBy(() -> propose("{url: BASE/x, headers: {A: \"{secret:open}\"}}"))
        .hasMessageContaining("can be read by others; run chmod 600");
    secret("lines", "one\ntwo", "rw-------");
    assertThatThrownBy(() -> propose("{url: BASE/x, headers: {A: \"{secret:lines}\"}}"))
        .hasMessageContaining("not one line");
  }

  @Test
  void aSecretMayComeFromTheEnvironment() {
    run("{url: BASE/x, headers: {A: \"{secret:from-outside}\"}}");
    assertThat(requests.get(0).headers()).containsEntry("a", "outside");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void whatMayBeRepeatedIsTriedAgain(String method) {
    statuses.addAll(List.of(503, 502));
    var outcome = run("{method: %s, url: BASE/x, retries: 2}".formatted(method));
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(requests).hasSize(3);
  }

  @Test
  void whatMayNotBeRepeatedIsSentOnce() {
    statuses.add(503);
    assertThat(run("{method: POST, url: BASE/x}").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(requests).hasSize(1);
    assertThat(problems("{method: POST, url: BASE/x, retries: 2}"))
        .singleElement()
        .asString()
        .contains("may be carried out twice");
  }

  @Test
  void anErrorThatWillNotGoAwayIsNotTriedAgain() {
    statuses.add(404);
    assertThat(run("{url: BASE/x, retries: 3}").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(requests).hasSize(1);
  }

  @Test
  void credentialsGoToNoOtherServer() throws IOException {
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var visits = new CopyOnWriteArrayList<String>();
    other.createContext("/", exchange -> visits.add("visited"));
    other.start();
    try {
      redirect("/go", "http://127.0.0.1:" + other.getAddress().getPort() + "/catch");
      var outcome = run("{url: BASE/go, headers: {Authorization: \"{secret:ci-token}\"}}");
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(outcome.explanation()).contains("sends elsewhere").contains("was not followed");
      assertThat(visits).isEmpty();
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aRedirectWithinTheServerIsFollowedWhenItOnlyReads() {
    redirect("/go", "/there");
    assertThat(run("{url: BASE/go}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(requests.get(0).line()).isEqualTo("GET /there");
    assertThat(run("{method: POST, url: BASE/go}").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(requests).hasSize(1);
  }

  @Test
  void jsonIsShownInLinesAndTextAsItIs() {
    assertThat(run("{url: BASE/x}").results().get(0).output())
        .isEqualTo("{\n  \"id\" : 7,\n  \"tags\" : [ \"a\" ]\n}");
    type = "text/plain";
    answer = "just {text}";
    assertThat(run("{url: BASE/x}").results().get(0).output()).isEqualTo("just {text}");
    type = "image/png";
    assertThat(run("{url: BASE/x}").results().get(0).output()).isEqualTo("(11 bytes of image/png)");
  }

  @Test
  void aLongAnswerIsCutAndSaysSo() {
    type = "text/plain";
    answer = "x".repeat(1_200_000);
    var result = run("{url: BASE/x}").results().get(0);
    assertThat(result.truncated()).isTrue();
    assertThat(result.output()).endsWith("(There was more; this is where reading stopped.)");
  }

  @Test
  void onlyTheStatusesThatAreListedCount() {
    statuses.add(404);
    assertThat(run("{url: BASE/x, ok: [404]}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run("{url: BASE/x, ok: [404]}").status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void aServerThatIsNotThereWasNeverAsked() throws IOException {
    server.stop(0);
    var outcome = run("{method: POST, url: BASE/x}");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation()).contains("cannot be reached");
  }

  @Test
  void aServerThatHangsUpLeavesOpenWhetherItWasDone() throws Exception {
    try (var rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var thread =
          new Thread(
              () -> {
                try (var caller = rude.accept()) {
                  caller.getInputStream().read();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      thread.start();
      var outcome =
          run("{method: POST, url: http://127.0.0.1:%d/x}".formatted(rude.getLocalPort()));
      thread.join();
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.UNKNOWN);
      assertThat(outcome.explanation()).contains("it may have been carried out nevertheless");
    }
  }

  @Test
  void aServerThatIsSilentIsOutOfTime() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var outcome =
          run("{url: http://127.0.0.1:%d/x, timeout: 200ms}".formatted(silent.getLocalPort()));
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    }
  }

  @Test
  void aServerThatStopsInTheMiddleOfItsAnswerIsOutOfTime() throws Exception {
    try (var slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var callers = new ArrayList<Socket>();
      var thread =
          new Thread(
              () -> {
                try {
                  var caller = slow.accept();
                  callers.add(caller);
                  caller
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".getBytes(UTF_8));
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      thread.start();
      var outcome =
          run("{url: http://127.0.0.1:%d/x, timeout: 500ms}".formatted(slow.getLocalPort()));
      thread.join();
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      callers.get(0).close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{url: 'http://{job}/x'}",
        "{url: 'http://a.example:{count}/x'}",
        "{url: 'http://{job}.example'}",
        "{url: '{job}://a.example/x'}",
        "{url: 'http://user:pass@a.example/x'}",
        "{url: 'http://a.example/x?y={job}'}",
        "{url: 'http://a.example/{secret:ci-token}'}",
        "{url: 'ftp://a.example/x'}",
        "{url: 'http://a.example/{nothing}'}",
        "{url: 'http://a.example/{branch}'}",
        "{url: 'http://a.example/{tag}'}",
        "{url: BASE/x, headers: {Host: a.example}}",
        "{url: BASE/x, headers: {'X Y': a}}",
        "{url: BASE/x, headers: {A: \"{secret:CI TOKEN}\"}}",
        "{url: BASE/x, headers: {A: \"{tag...}\"}}",
        "{url: BASE/x, json: {a: 1}}",
        "{method: POST, url: BASE/x, json: {a: 1}, form: {a: b}}",
        "{method: POST, url: BASE/x, json: {a: \"{branch}\"}}",
        "{method: FETCH, url: BASE/x}",
        "{url: BASE/x, ok: [99]}",
        "{url: BASE/x, retries: 9}",
        "{url: BASE/x, body: x}",
      })
  void aRequestThatCouldGoWrongIsRefusedWithItsLine(String template) {
    assertThat(problems(template)).isNotEmpty().allMatch(p -> p.startsWith("intents/it.yml:"));
  }

  private Outcome run(String template, String... values) {
    return run(template, new ActiveRun("test"), values);
  }

  private Outcome run(String template, ActiveRun run, String... values) {
    var read = read(template);
    assertThat(read.problems()).isEmpty();
    var intent = read.catalog().get("it");
    var request = request(values);
    var action = action();
    var plan = action.plan(intent, request, Samples.estate());
    return action.run(intent, request, plan, Samples.estate(), run);
  }

  private Proposal propose(String template) {
    var intent = read(template).catalog().get("it");
    return new Planner(new Actions(Map.of(ActionSpec.Http.class, action())))
        .propose(intent, request(), Samples.estate(), Samples.JASON, Samples.ROOM);
  }

  private HttpAction action() {
    return new HttpAction(
        new Secrets(folder.resolve("secrets"), Map.of("PARLEY_SECRET_FROM_OUTSIDE", "outside")),
        false);
  }

  private static ActionRequest request(String... values) {
    var slots = new HashMap<String, List<SlotValue>>();
    for (int i = 0; i < values.length; i += 2) {
      var value = SlotValue.of(values[i + 1], values[i + 1]);
      slots.merge(
          values[i], List.of(value), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return new ActionRequest("it", slots);
  }

  private List<String> problems(String template) {
    return read(template).problems().stream().map(Object::toString).toList();
  }

  private IntentReader.Result read(String template) {
    try {
      var intents = Files.createDirectories(folder.resolve("intents"));
      Files.writeString(
          intents.resolve("it.yml"),
          """
          intent: it
          summary: It
          risk: low
          slots:
            job: {type: text, required: false, default: nightly}
            branch: {type: text, required: false}
            note: {type: text, required: false, default: none}
            count: {type: count, required: false, default: "1"}
            tag: {type: text, many: true, required: false, default: x}
          action:
            http: %s
          """
              .formatted(template.replace("BASE", base)));
      return IntentReader.read(intents);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void secret(String name, String value, String mode) {
    try {
      var file = folder.resolve("secrets").resolve(name);
      Files.writeString(file, value + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void redirect(String path, String location) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private void handle(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Request(exchange.getRequestMethod() + " " + exchange.getRequestURI(), headers, body));
    var bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    int status = statuses.isEmpty() ? 200 : statuses.remove();
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
