package dev.parley.action.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.action.ActiveRun;
import dev.parley.action.Samples;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Risk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessActionTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void valuesReachTheProgramAsWholeArguments() {
    assertThat(output("printf", "<%s>", "{path}", "it's; $(reboot)"))
        .isEqualTo("</tmp; reboot><it's; $(reboot)>");
  }

  @Test
  void valuesAlsoComeAsJsonOnStandardInput() {
    assertThat(output("cat"))
        .isEqualTo(
            "{\"intent\":\"local\",\"slots\":{\"host\":[\"web-01\"],\"path\":[\"/tmp; reboot\"]}}");
  }

  @Test
  void theEnvironmentIsClean() {
    assertThat(output("env").lines())
        .allMatch(line -> line.startsWith("PATH=") || line.equals("LANG=C.UTF-8"));
  }

  @Test
  void theWorkingFolderIsEmptyItsOwnAndGoneAfterwards() throws IOException {
    assertThat(output("sh", "-c", "ls -A; pwd; touch left")).startsWith(folder.toString());
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFailureTellsTheFirstThingThatWasSaid() {
    var outcome = run(LONG, "sh", "-c", "echo no such domain >&2; exit 7");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.results().get(0).exitStatus()).isEqualTo(7);
    assertThat(outcome.explanation()).endsWith("on this machine: no such domain");
  }

  @Test
  void aProgramThatIsMissingIsSaidSo() {
    assertThat(run(LONG, "/nonexistent/program").explanation())
        .startsWith("/nonexistent/program could not be started")
        .endsWith("check that it is installed.");
  }

  @Test
  void moreThan64KiBAreCutAndSaidSo() {
    TargetResult result = run(LONG, "seq", "30000").results().get(0);
    assertThat(result.truncated()).isTrue();
    assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void aTimeoutEndsTheWholeProcessTree() throws Exception {
    var outcome =
        run(
            Duration.ofSeconds(2),
            "sh",
            "-c",
            "(trap '' TERM; sh -c 'echo $$; exec sleep 600') & sleep 600 & echo $!; wait");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(outcome.explanation())
        .endsWith("did not end on this machine within 2 seconds; it was ended there.");
    var pids = outcome.results().get(0).output().lines().toList();
    assertThat(pids).hasSize(2);
    for (var pid : pids) {
      var process = ProcessHandle.of(Long.parseLong(pid));
      if (process.isPresent()) {
        process.get().onExit().get(10, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void whatSomebodyStopsEndsWithItsWholeTree() throws Exception {
    var run = new ActiveRun("test");
    run.follow((target, text) -> run.stop("maria"));
    var outcome = run(run, LONG, "sh", "-c", "trap '' TERM; echo $$; sleep 600 & wait; sleep 600");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(outcome.explanation())
        .isEqualTo("maria stopped it: stopped in the middle on this machine.");
    assertThat(outcome.results().get(0).problem()).endsWith("it was ended there.");
    var pid = Long.parseLong(outcome.results().get(0).output().lines().findFirst().orElseThrow());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private String output(String... command) {
    var outcome = run(LONG, command);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return outcome.results().get(0).output();
  }

  private Outcome run(Duration limit, String... command) {
    return run(new ActiveRun("test"), limit, command);
  }

  private Outcome run(ActiveRun active, Duration limit, String... command) {
    var spec = new ActionSpec.Process(List.of(command), limit, Set.of(0), null);
    var intent = Samples.intent("local", Risk.LOW, spec, Samples.PATH);
    var request =
        Samples.request("local", "host", "web-01").with("path", Samples.values("/tmp; reboot"));
    var action = new ProcessAction(folder);
    return action.run(
        intent, request, action.plan(intent, request, Samples.estate()), Samples.estate(), active);
  }
}
