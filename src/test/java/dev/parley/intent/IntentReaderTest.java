package dev.parley.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentReaderTest {
  private static final String RESTART =
      """
      intent: restart_service
      summary: Restart a service on one or more hosts
      risk: high
      permission: operator
      schedule: optional
      slots:
        service: {type: service, ask: "Which service?"}
        host: {type: host, many: true, ask: "On which host would you like to restart {service}?"}
        path: {type: path, required: false}
      action:
        ssh: {on: "{host}", command: ["systemctl", "restart", "{service.unit}", "[--path={path}]"], become: true, ok: [0, 3]}
      replies:
        started: "Restarting {service} service on host {host}"
      """;

  @TempDir Path home;

  @Test
  void passesOverHiddenCopies() throws IOException {
    read(RESTART);
    var mounted = Files.createDirectories(home.resolve("..2026_01_31"));
    Files.writeString(mounted.resolve("restart.yml"), RESTART);
    Files.writeString(home.resolve(".restart.yml"), "half");
    var result = IntentReader.read(home);
    assertThat(result.problems()).isEmpty();
    assertThat(result.catalog().all()).hasSize(1);
  }

  @Test
  void anUndoNamesAnIntentThatExists() throws IOException {
    assertThat(read(RESTART + "undo: restart_servcie\n").problems())
        .singleElement()
        .asString()
        .contains("undo names restart_servcie, and there is no such intent.")
        .contains("Did you mean restart_service?");
    assertThat(read(RESTART + "undo: restart_service\n").problems()).isEmpty();
    assertThat(read(RESTART + "undo: {intent: restart_service, set: {hots: web-01}}\n").problems())
        .singleElement()
        .asString()
        .contains("undo sets hots, and restart_service has no such slot.", "host");
  }

  @Test
  void readsAnIntent() throws IOException {
    var result = read(RESTART);
    assertThat(result.problems()).isEmpty();
    var intent = result.catalog().get("restart_service");
    assertThat(intent.slots())
        .containsExactly(
            new Slot("service", SlotType.SERVICE, true, false, "Which service?", null),
            new Slot(
                "host",
                SlotType.HOST,
                true,
                true,
                "On which host would you like to restart {service}?",
                null),
            new Slot("path", SlotType.PATH, false, false, "Which path?", null),
            Slot.when());
    assertThat(intent.action())
        .isEqualTo(
            new ActionSpec.Ssh(
                "{host}",
                List.of("systemctl", "restart", "{service.unit}", "[--path={path}]"),
                true,
                Duration.ofSeconds(60),
                Set.of(0, 3),
                null));
    assertThat(intent.permission()).isEqualTo("operator");
    assertThat(intent.schedulable()).isTrue();
  }

  @Test
  void theFirstLineOfRiskThatHoldsDecides() throws IOException {
    var result =
        read(
            """
            intent: deploy
            summary: Deploy
            risk: [{if: {environment: production}, risk: critical}, {risk: high}]
            slots: {environment: {type: environment, ask: "Where?"}}
            action: {process: {command: ["deploy", "{environment}"], timeout: 5m}}
            """);
    assertThat(result.problems()).isEmpty();
    var intent = result.catalog().get("deploy");
    var request = ActionRequest.of("deploy");
    assertThat(intent.risk(request)).isEqualTo(Risk.HIGH);
    assertThat(
            intent.risk(request.with("environment", List.of(SlotValue.of("Production", "prod")))))
        .isEqualTo(Risk.CRITICAL);
  }

  @Test
  void reportsEveryProblemAtOnceWithItsLine() throws IOException {
    var problems =
        problems(
            """
            intent: Restart Service
            sumary: Restart a service
            risk: hihg
            slots:
              service: {type: servise, ask: "Which?"}
              host: {type: host, required: maybe}
            action:
              ssh: {on: "{hots}", command: ["systemctl", "{host }"], timeout: soon}
            replies: {finished: x}
            """);
    assertThat(problems)
        .containsExactly(
            "intents/a.yml:2: There is no key sumary here. Did you mean summary?",
            "intents/a.yml:1: An intent is not named Restart Service. Use small letters, digits and"
                + " underscores.",
            "intents/a.yml:1: The key summary is missing. Say in one line what it does.",
            "intents/a.yml:5: There is no slot type servise. Did you mean service?",
            "intents/a.yml:6: Required must be true or false. Write true or false.",
            "intents/a.yml:6: The slot host is required but has no question. Write ask: \"…?\", or"
                + " required: false.",
            "intents/a.yml:3: There is no risk hihg. Did you mean high?",
            "intents/a.yml:8: The slot hots is used but not declared. Did you mean host?",
            "intents/a.yml:8: {host } is no variable. Write {slot} or {slot.attribute}, in small"
                + " letters without spaces.",
            "intents/a.yml:8: The timeout soon is no time up to 24 hours. Write a number with its"
                + " unit, e.g. 60s or 5m.",
            "intents/a.yml:9: There is no key finished here. Known are started, succeeded, nothing,"
                + " failed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "- a\n- b",
        "a: b: c",
        "intent: [x]",
        "x: &a [*a]",
        "intent: !!java.net.URL [\"x\"]",
        "\tintent: x",
        "action: 3",
        "slots: [a]",
        "action: {ssh: x, process: y}",
        "? [a]\n: b"
      })
  void neverThrowsAtABrokenFile(String text) throws IOException {
    var result = read(text);
    assertThat(result.problems()).isNotEmpty();
    assertThat(result.catalog().all()).isEmpty();
  }

  @Test
  void refusesABombOfAliases() throws IOException {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(problems(bomb.toString())).singleElement().asString().contains("This is no YAML");
  }

  @Test
  void refusesABinaryFileAndAMissingFolder() throws IOException {
    var folder = Files.createDirectories(home.resolve("intents"));
    Files.write(folder.resolve("a.yml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(IntentReader.read(folder).problems())
        .extracting(Problem::what)
        .containsExactly("The file is not UTF-8.");
    assertThat(IntentReader.read(home.resolve("none")).problems()).hasSize(1);
  }

  @Test
  void refusesTwoIntentsOfOneNameAndAKeyWrittenTwice() throws IOException {
    var folder = Files.createDirectories(home.resolve("intents"));
    Files.writeString(folder.resolve("a.yml"), RESTART);
    Files.writeString(folder.resolve("b.yml"), RESTART);
    Files.writeString(folder.resolve("c.yml"), "intent: x\nintent: y\n");
    assertThat(IntentReader.read(folder).problems())
        .extracting(Problem::toString)
        .contains(
            "intents/b.yml:1: The intent restart_service is already in intents/a.yml. Rename or"
                + " remove one of the two.",
            "intents/c.yml:2: The key intent is written twice. Keep one of the two.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"wall\", \"{message}\"]",
        "[\"wall\", \"--wait=yes\", \"{message}\"]",
        "[\"wall\", \"-f\", \"{message...}\"]",
        "[\"{message}\"]",
        "[\"sh\", \"-c\", \"echo {message}\"]",
        "[\"sudo\", \"/bin/bash\", \"-lc\", \"echo {name}\"]",
        "[\"python3\", \"-c\", \"{name}\"]",
        "[\"awk\", \"{name}\"]",
        "[\"ssh\", \"box\", \"{name}\"]",
        "[\"psql\", \"--command=select '{name}'\"]",
        "[\"x\", \"{many}\"]",
        "[\"x\", \"--p={many...}\"]",
        "[\"x\", \"{path}\"]",
        "[\"x\", \"[--flag]\"]",
        "[\"x\", \"{name.unit}\"]",
        "systemctl restart {name}"
      })
  void refusesACommandThatWouldMakeMoreOfAValueThanAnArgument(String command) throws IOException {
    assertThat(problems(withCommand(command))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"wall\", \"--\", \"{message}\"]",
        "[\"wall\", \"--message={message}\"]",
        "[\"git\", \"commit\", \"-m\", \"{message}\"]",
        "[\"logger\", \"said: {message} by {name}\"]",
        "[\"x\", \"{name}\", \"{number}\", \"{many...}\"]",
        "[\"df\", \"-h\", \"[{path}]\"]",
        "[\"sh\", \"-c\", \"echo \\\"$1\\\"\", \"sh\", \"{name}\"]",
        "[\"docker\", \"ps\", \"--format\", \"{{.Names}}\"]"
      })
  void acceptsACommandThatKeepsValuesWhole(String command) throws IOException {
    assertThat(problems(withCommand(command))).isEmpty();
  }

  @Test
  void aQuestionUsesOnlyWhatIsKnownWhenItIsAsked() throws IOException {
    assertThat(
            problems(
                """
                intent: x
                summary: X
                risk: low
                slots:
                  host: {type: host, ask: "Where is {service}?"}
                  service: {type: service, ask: "What?"}
                action: {inventory: host}
                """))
        .containsExactly(
            "intents/a.yml:5: The slot service has no value yet when this is used. Use only slots"
                + " that are declared above.",
            "intents/a.yml:7: The inventory cannot be asked for host. Did you mean hosts?");
  }

  @Test
  void theVersionIsThatOfTheMeaning() throws IOException {
    var version = version(RESTART);
    assertThat(version(RESTART.replace("risk: high", "# why\nrisk:   high"))).isEqualTo(version);
    assertThat(version(RESTART.replace("risk: high", "risk: low"))).isNotEqualTo(version);
    assertThat(version(RESTART.replace("\"restart\"", "\"stop\""))).isNotEqualTo(version);
    assertThat(version(RESTART.replace("[0, 3]", "[3, 0]"))).isEqualTo(version);
    assertThat(version(RESTART.replace("become: true", "become: true, until: rebooted")))
        .isNotEqualTo(version);
  }

  @Test
  void aCommandIsDoneWhenTheHostHasRebootedOnlyIfItSaysSo() throws IOException {
    var action =
        read(RESTART.replace("become: true", "become: true, until: rebooted"))
            .catalog()
            .get("restart_service")
            .action();
    assertThat(((ActionSpec.Ssh) action).until()).isEqualTo(ActionSpec.Until.REBOOTED);
    assertThat(problems(RESTART.replace("become: true", "become: true, until: rebootet")))
        .containsExactly(
            "intents/a.yml:11: Nothing is waited for until rebootet. Did you mean rebooted?");
  }

  private String version(String text) throws IOException {
    return read(text).catalog().get("restart_service").version();
  }

  private static String withCommand(String command) {
    return """
        intent: x
        summary: X
        risk: low
        slots:
          message: {type: text, ask: "What?"}
          name: {type: customer, ask: "Who?"}
          number: {type: count, ask: "How many?"}
          many: {type: service, many: true, ask: "Which?"}
          path: {type: path, required: false}
        action:
          process:
            command: %s
        """
        .formatted(command);
  }

  private List<String> problems(String text) throws IOException {
    return read(text).problems().stream().map(Problem::toString).toList();
  }

  private IntentReader.Result read(String text) throws IOException {
    var folder = Files.createDirectories(home.resolve("intents"));
    Files.writeString(folder.resolve("a.yml"), text);
    return IntentReader.read(folder);
  }
}
