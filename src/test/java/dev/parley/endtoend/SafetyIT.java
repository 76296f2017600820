package dev.parley.endtoend;

import static dev.parley.endtoend.Server.phase;
import static dev.parley.endtoend.Server.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever somebody types, a program gets it as one whole argument of the declared kind, or not.
 */
class SafetyIT {
  private static final List<String> INTENTS = List.of("record_here", "record_there");
  private static final List<String> HOSTILE =
      List.of(
          "web-01; reboot",
          "web-01;reboot",
          "web-01 && reboot",
          "web-01 | reboot",
          "web-01 || reboot",
          "$(reboot)",
          "web-01$(reboot)",
          "`reboot`",
          "${IFS}reboot",
          "> marks",
          "--option",
          "-rf",
          "../../etc/passwd",
          "/var/../etc/passwd",
          "/var/log;reboot",
          "/var/log\nreboot",
          "web-01\nreboot",
          "web-01\r\nreboot",
          "web-01\u0000",
          "wеb-01",
          "web\u2010\u200b01",
          "web-\u200b01",
          "web-01\u202e",
          "\u2066web-01\u2069",
          "w\uff45b-01",
          "5; reboot",
          "5 --option",
          "-5",
          "0x10",
          "99999999999999999999",
          "{host}",
          "{{host}}",
          "'; reboot; '",
          "\"; reboot; \"",
          "%s%n");

  private static final String TAKES =
      """
      risk: low
      slots:
        host: {type: host, ask: "On which host?"}
        path: {type: path, required: false, ask: "Which path?"}
        count: {type: count, required: false, ask: "How many?"}
        note: {type: text, required: false, ask: "Which note?"}
      action:
        %s
      """;
  private static final AtomicInteger TALKS = new AtomicInteger();

  @TempDir static Path folder;
  private static TestHome home;
  private static RecordingHost host;
  private static Server server;

  @BeforeAll
  static void start() throws Exception {
    host = new RecordingHost(folder.resolve("programs"));
    home = TestHome.empty(folder);
    var record = recorder("record");
    recorder("reboot");
    var arguments = "\"[--path={path}]\", \"[--count={count}]\", \"--\", \"[{note}]\"";
    var here = "process: {command: [\"%s\", \"{host}\", %s], timeout: 60s}";
    var there = "ssh: {on: \"{host}\", command: [\"record\", %s], timeout: 60s}";
    home.with(
            "record_here",
            "summary: Record values on this machine\n"
                + TAKES.formatted(here.formatted(record, arguments)),
            "record values here for [web-01](host)",
            "record [web-01](host)",
            "record [/var/log](path) here for [web-02](host)",
            "please record something here",
            "record [5](count) values here for [web-01](host)",
            "write the values of [web-02](host) down here")
        .with(
            "record_there",
            "summary: Record values on a host\n" + TAKES.formatted(there.formatted(arguments)),
            "record values there on [web-01](host)",
            "record there on [web-01](host)",
            "record [/var/log](path) there on [web-02](host)",
            "please record something there",
            "record [5](count) values there on [web-01](host)",
            "write the values down there on [web-02](host)")
        .with(
            "inventory/hosts.ini",
            "[web]\nweb-01\nweb-02\n[web:vars]\nansible_host=127.0.0.1\nansible_port=%d\nansible_user=deploy\nansible_ssh_private_key_file=%s\n"
                .formatted(host.port(), host.writeLogin(folder.resolve("login"))))
        .with("data/known_hosts", host.knownHost());
    server = Server.start(home);
  }

  /** Writes a line for each call, with each of its arguments in hexadecimal. */
  private static Path recorder(String name) {
    return home.script(
        "programs/" + name,
        """
        {
          printf %s
          for argument; do
            printf ' %%s' "$(printf %%s "$argument" | /usr/bin/od -v -An -tx1 | /usr/bin/tr -d ' \\n')"
          done
          echo
        } >>"%s"
        """
            .formatted(name, folder.resolve("calls")));
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
    host.close();
  }

  @BeforeEach
  void forget() throws IOException {
    Files.deleteIfExists(folder.resolve("calls"));
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
            "web-01; reboot",
            "$(reboot)",
            "`reboot`",
            "a && reboot || reboot",
            "> marks",
            "--option",
            "-rf /",
            "../../etc/passwd",
            "it's *so* ~ {host} %s !",
            "tab is no line",
            "müde Grüße, 日本")
        .flatMap(text -> INTENTS.stream().map(intent -> Arguments.of(intent, text)));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void aTextArrivesAsOneArgument(String intent, String text) {
    var answer = say("%s host=web-01 note=\"%s\"".formatted(intent, text));

    assertThat(answer.at("/executions/0/status").asText()).as(words(answer)).isEqualTo("succeeded");
    assertThat(calls()).hasSize(1);
    var call = calls().get(0);
    assertThat(call.subList(call.indexOf("--"), call.size())).containsExactly("--", text);
  }

  static Stream<Arguments> exact() {
    return INTENTS.stream()
        .flatMap(
            intent ->
                Stream.of("host", "path", "count")
                    .flatMap(slot -> HOSTILE.stream().map(v -> Arguments.of(intent, slot, v))));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void aHostileValueIsRefusedInAnExactCommand(String intent, String slot, String value) {
    for (var form : List.of("%s=%s", "%s=\"%s\"", "%s='%s'")) {
      var host = slot.equals("host") ? "" : "host=web-01 ";
      var answer = say(intent + " " + host + form.formatted(slot, value));

      assertThat(answer.get("executions")).as(form + words(answer)).isEmpty();
      assertThat(phase(answer)).isNotEqualTo("confirming");
    }
    assertThat(calls()).isEmpty();
  }

  static Stream<Arguments> prose() {
    return Stream.of(
            "record values here for %s",
            "record %s there on web-01",
            "record %s values there on web-01",
            "please record something there on %s",
            "record values here for web-01 and %s")
        .flatMap(sentence -> HOSTILE.stream().map(value -> Arguments.of(sentence, value)));
  }

  @ParameterizedTest
  @MethodSource("prose")
  void aHostileValueInProseReachesNoCommand(String sentence, String value) {
    say(sentence.formatted(value));
    assertThat(calls()).allSatisfy(call -> assertThat(call).allMatch(SafetyIT::declared));
  }

  static Stream<String> hostile() {
    return HOSTILE.stream();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aHostileAnswerReachesNoCommand(String value) {
    for (var intent : INTENTS) {
      var talk = "talk-" + TALKS.incrementAndGet();
      server.say(talk, "jason", intent);
      server.sayAndWait(talk, "jason", value);
      server.sayAndWait(talk, "jason", "yes");
    }
    assertThat(calls()).allSatisfy(call -> assertThat(call).allMatch(SafetyIT::declared));
  }

  /**
   * What the messages may name besides what is hostile in them. What stands in quotation marks is a
   * text, which reaches the command as one argument behind {@code --}.
   */
  private static boolean declared(String argument) {
    return argument.equals("; reboot;")
        || argument.matches("record|web-01|web-02|--|--path=/[a-z/]+|--count=\\d{1,4}")
            && !argument.contains("..");
  }

  private static JsonNode say(String text) {
    return server.sayAndWait("talk-" + TALKS.incrementAndGet(), "jason", text);
  }

  /** What was called, each with its arguments. */
  private static List<List<String>> calls() {
    if (!Files.exists(home.path("calls"))) {
      return List.of();
    }
    return home.read("calls")
        .lines()
        .map(line -> List.of(line.split(" ", -1)))
        .map(SafetyIT::decoded)
        .toList();
  }

  private static List<String> decoded(List<String> words) {
    return Stream.concat(
            Stream.of(words.get(0)),
            words.stream()
                .skip(1)
                .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8)))
        .toList();
  }
}
