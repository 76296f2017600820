package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audit.Verification;
import dev.parley.intent.IntentReader;
import dev.parley.intent.Problem;
import dev.parley.inventory.Host;
import dev.parley.permission.Explanation;
import dev.parley.training.CrossValidated;
import dev.parley.training.EvaluationResult;
import dev.parley.training.Judged;
import dev.parley.training.ModelManifest;
import dev.parley.training.ModelScores;
import dev.parley.training.ReaderFigures;
import dev.parley.training.TrainingCheck;
import dev.parley.training.TrainingSet;
import dev.parley.understanding.Pipeline;
import dev.parley.web.RecordedConversations;
import dev.parley.web.Talk;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbsTest {
  @TempDir Path project;
  private final RecordedConversations assistant = new RecordedConversations();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private List<Problem> problems = List.of();

  @BeforeEach
  void home() throws IOException {
    Files.createDirectories(project.resolve("intents"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "chat",
        "say",
        "login",
        "trust",
        "train",
        "evaluate",
        "models",
        "test",
        "check",
        "new",
        "import",
        "export",
        "audit",
        "token",
        "backup",
        "restore"
      })
  void everyVerbExplainsItself(String verb) {
    assertThat(run((verb + " --help").strip().split(" "))).isZero();
    assertThat(out()).contains("Example");
  }

  @Test
  void theVersionIsTheProjects() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<artifactId>parley</artifactId>\n  <version>" + Version.NUMBER + "</version>");
    assertThat(run("--version")).isZero();
    assertThat(out()).startsWith("Parley " + Version.NUMBER);
  }

  @Test
  void anUnknownOptionIsOneLineAndTwo() {
    assertThat(run("chat", "--convresation", "x")).isEqualTo(2);
    assertThat(err())
        .isEqualTo(
            "Unknown option --convresation. Did you mean --conversation? See: parley chat"
                + " --help\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void anUnknownVerbIsOneLineAndTwo() {
    assertThat(run("serv")).isEqualTo(2);
    assertThat(err())
        .isEqualTo("Unknown verb or argument serv. Did you mean serve? See: parley --help\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say",
        "test",
        "trust",
        "chat --url",
        "audit",
        "models",
        "test nowhere.yml",
        "--home nowhere check",
        "audit search --since soon",
        "audit search --limit many",
        "audit search --limit 0",
        "audit search --kind action_startd",
        "audit export --format xls",
        "audit export --file /dev/null",
        "audit verify --head 12",
        "token",
        "token create x --scope chatt",
        "token create x --scope read --expires soon",
        "backup /dev/null",
        "restore nowhere.zip",
        "evaluate --train a.csv",
        "chat --url ftp://x",
        "say --url http://127.0.0.1:9 hello",
        "say --as maria hello"
      })
  void whatIsWronglyAskedForIsOneLineAndTwo(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err().lines()).hasSize(1);
    assertThat(out()).isEmpty();
  }

  @Test
  void anInvalidTestIsToldWithItsLine() throws IOException {
    var file = Files.writeString(project.resolve("t.yml"), "- name: a\n  usr: jason\n");
    assertThat(run("test", file.toString())).isEqualTo(2);
    assertThat(err()).isEqualTo(file + ":2: Unknown key usr. Did you mean user?\n");
  }

  @Test
  void anEvaluationBelowItsBarEndsWithOne() {
    assertThat(run("evaluate", "--min-accuracy", "0.5")).isZero();
    assertThat(run("evaluate", "--min-accuracy", "0.6", "--min-macro-f1", "0.9")).isEqualTo(1);
    assertThat(err().lines())
        .first()
        .isEqualTo("The accuracy is 0.5000, and at least 0.6000 is asked for.");
  }

  @Test
  void anEvaluationWritesTheAgreedJsonAndAPage() throws IOException {
    var json = project.resolve("scores.json");
    var page = project.resolve("scores.html");
    assertThat(run("evaluate", "--json", json.toString(), "--report", page.toString())).isZero();
    var scores = new ObjectMapper().readTree(json.toFile());
    assertThat(scores.fieldNames())
        .toIterable()
        .containsExactly(
            "examples",
            "intents",
            "trainSeconds",
            "intent",
            "outOfScope",
            "slots",
            "latencyMillis",
            "errors");
    assertThat(scores.at("/intent/accuracy").asDouble()).isEqualTo(0.5);
    assertThat(page).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void anUnknownPipelineIsRefused() {
    environment.put("PARLEY_PIPELINE", "heavy");
    assertThat(run("evaluate")).isEqualTo(2);
    assertThat(err()).contains("full or light");
  }

  @Test
  void aNewIntentIsSoundAndWritesNothingOver() throws IOException {
    assertThat(run("new", "intent", "temp_usage")).isZero();
    assertThat(IntentReader.read(project.resolve("intents")).problems()).isEmpty();
    assertThat(
            TrainingCheck.problems(
                TrainingSet.read(project.resolve("training-data")),
                IntentReader.read(project.resolve("intents")).catalog()))
        .isEmpty();
    assertThat(run("new", "intent", "temp_usage")).isEqualTo(1);
    assertThat(run("new", "intent", "temp_usages")).isZero();
    assertThat(out()).contains("There is also temp_usage.");
    Files.delete(project.resolve("intents/temp_usages.yml"));
    assertThat(run("new", "intent", "temp_usages")).isEqualTo(1);
    assertThat(project.resolve("intents/temp_usages.yml")).doesNotExist();
  }

  @Test
  void aNameThatIsNoneIsRefusedWithANearOne() {
    assertThat(run("new", "intent", "TempUsage-2")).isEqualTo(2);
    assertThat(err()).isEqualTo("An intent is not named TempUsage-2. Did you mean temp_usage_2?\n");
  }

  @Test
  void anImportTellsWhatItWroteAndWritesNothingOver() {
    var usual = "src/test/resources/rasa/usual";
    assertThat(run("import", "rasa", usual)).isZero();
    assertThat(out()).contains("restart_service.yml", "Not carried over", "domain.yml:46: ");
    assertThat(run("import", "rasa", usual)).isEqualTo(1);
    assertThat(err()).contains("there already, and nothing was written");
    assertThat(run("import", "rasa", usual, "--force")).isZero();
    assertThat(run("import", "rasa", "nowhere")).isEqualTo(2);
  }

  @Test
  void checkTellsEveryProblem() {
    assertThat(run("check")).isZero();
    problems =
        List.of(
            new Problem("intents/a.yml", 3, "Unknown key x.", "Remove it."),
            new Problem("permissions.yml", 0, "It is missing.", "Write it."));
    assertThat(run("check")).isEqualTo(1);
    assertThat(out())
        .contains(
            project.resolve("intents/a.yml")
                + ":3: Unknown key x. Remove it.\n"
                + project.resolve("permissions.yml")
                + ":1: It is missing. Write it.\n");
  }

  @Test
  void trainRefusesUnsoundData() {
    problems = List.of(new Problem("training-data/a.yml", 3, "It is empty.", "Fill it in."));
    assertThat(run("train")).isEqualTo(1);
    assertThat(err()).endsWith("/training-data/a.yml:3: It is empty. Fill it in.\n");
  }

  @Test
  void sayPrintsTheReplies() {
    assertThat(run("say", "restart", "apache")).isZero();
    assertThat(out())
        .isEqualTo("parley> On which host would you like to restart apache? (web-01, web-02)\n");
    var utterance = assistant.heard.get(0);
    assertThat(utterance.speaker().account()).isEqualTo("os:" + System.getProperty("user.name"));
    assertThat(utterance.conversation().channel()).isEqualTo("terminal");
  }

  @Test
  void sayIsOneWhenNothingWasUnderstood() {
    assertThat(run("say", "hm")).isEqualTo(1);
  }

  @Test
  void sayPrintsTheApisJson() {
    assertThat(run("say", "--json", "restart apache")).isZero();
    assertThat(out())
        .startsWith("{\"replies\":[{\"text\":\"On which host")
        .contains("\"state\":{\"phase\":\"collecting\"", "\"executions\":[]")
        .endsWith("}\n");
  }

  @Test
  void sayDoesNotWaitWhenItNeedNot() {
    assertThat(run("say", "--no-wait", "yes")).isZero();
    assertThat(out()).isEqualTo("parley> Restarting apache.\n");
  }

  @Test
  void asWorksInSimulation() {
    assertThat(run("--simulate", "say", "--as", "maria", "restart apache")).isZero();
    assertThat(assistant.heard.get(0).speaker().account()).isEqualTo("parley:maria");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.168.0.1", "::"})
  void servesNobodyElseWithoutAProxy(String host) {
    environment.put("PARLEY_HOST", host);
    assertThat(run("serve")).isEqualTo(2);
    assertThat(err()).contains("--behind-proxy").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http", "8080x"})
  void refusesAPortThatIsNone(String port) {
    environment.put("PARLEY_PORT", port);
    assertThat(run("serve")).isEqualTo(2);
    assertThat(err()).contains("PARLEY_PORT is " + port).hasLineCount(1);
  }

  @Test
  void saysWhySomebodyMayAndEndsWithTheVerdict() {
    assertThat(run("permissions", "why", "jason", "deploy", "environment=prod")).isZero();
    assertThat(out()).contains("person=jason, command=deploy environment=prod, channel=terminal");
    assertThat(run("permissions", "why", "eve", "deploy", "--at", "2026-12-24T18:00:00Z"))
        .isEqualTo(1);
    assertThat(out()).contains("at=2026-12-24T18:00:00Z");
    assertThat(run("permissions", "why", "eve", "deploy", "--at", "soon")).isEqualTo(2);
  }

  private int run(String... args) {
    var around =
        new Surroundings(
            new QuietHouse(),
            project,
            environment,
            new BufferedReader(new StringReader("")),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Verbs(around).run(args);
  }

  @Test
  void refusesToRestoreIntoAFolderThatHoldsSomething() throws IOException {
    var data = Files.createDirectories(project.resolve("data"));
    Files.writeString(data.resolve("known_hosts"), "");
    var file = Files.writeString(project.resolve("backup.zip"), "");
    assertThat(run("restore", file.toString())).isEqualTo(1);
    assertThat(err()).contains("is not empty");
  }

  @Test
  void anExportIsForNobodyElsesEyesAndReplacesNothing() throws IOException {
    var file = project.resolve("record.csv");
    assertThat(run("audit", "export", "--file", file.toString())).isZero();
    assertThat(Files.readString(file)).startsWith("number,at,event").contains("'=maria()");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(run("audit", "export", "--file", file.toString())).isEqualTo(2);
  }

  @Test
  void aRecordThatIsNotAsItWasNotedEndsWithOne() {
    assertThat(run("audit", "verify")).isZero();
    assertThat(run("audit", "verify", "--head", "9 " + "0".repeat(64))).isEqualTo(1);
    assertThat(err()).contains("were cut off the end");
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** A house with nothing in it but the recorded assistant. */
  private final class QuietHouse implements House {
    @Override
    public List<Problem> problems(Places places) {
      return problems;
    }

    @Override
    public List<Host> hosts(Places places) {
      return List.of();
    }

    @Override
    public Explanation why(Places places, Asked asked) {
      return new Explanation(asked.person().equals("jason"), List.of(asked.toString()));
    }

    @Override
    public List<Tried> tryFrontEnds(Places places) {
      return List.of();
    }

    @Override
    public ModelManifest train(Places places, boolean force) {
      throw new AssertionError("Nothing is trained here.");
    }

    @Override
    public CrossValidated crossValidate(Places places, Pipeline pipeline, boolean curve) {
      var right = new Judged("a \"b\"", "x", "x", 0.9, true, 1);
      var wrong = new Judged("c", "x", "y", 0.9, true, 1);
      var result = new EvaluationResult(List.of(right, wrong), 2, 1, List.of(1.0), null);
      return new CrossValidated(
          new ModelScores(0.5, 0.5, 0.5, 0, 0),
          result,
          new ReaderFigures(20, 0.9, 0.8, 15, 0.95, List.of(), 10, 0.1));
    }

    @Override
    public Rehearsal rehearsal(Places places) {
      throw new AssertionError("Nothing is rehearsed here.");
    }

    @Override
    public int inside(Places places, boolean simulate, ToIntFunction<Talk> work) {
      return work.applyAsInt(new Talk(assistant, Clock.systemUTC(), Runnable::run));
    }

    @Override
    public void backup(Places places, OutputStream out, boolean secrets) {
      throw new AssertionError("Nothing is kept here.");
    }

    @Override
    public Verification.Report restore(Places places, InputStream in) {
      throw new AssertionError("Nothing is brought back here.");
    }

    @Override
    public int serve(Places places, Service service, Function<Served, Runnable> ready) {
      throw new AssertionError("Nobody is served here.");
    }
  }
}
