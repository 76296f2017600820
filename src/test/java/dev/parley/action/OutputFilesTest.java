package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Speaker;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Proposal;
import dev.parley.intent.Risk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
  private static final String LINE = "0123456789".repeat(10) + "\n";

  @TempDir Path folder;

  @Test
  void keepsTheWholeOfALongOutputForItsOwnerOnly() throws IOException {
    var files = files(1_000_000);
    var run = new ActiveRuns(files).open("e1");
    write(run, "web-01", LINE.repeat(2_000));

    var file = files.find("e1", "web-01").orElseThrow();
    assertThat(Files.readString(file)).isEqualTo(LINE.repeat(2_000));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aShortOutputNeedsNoFile() {
    var files = files(1_000_000);
    write(new ActiveRuns(files).open("e1"), "web-01", LINE);
    assertThat(files.find("e1", "web-01")).isEmpty();
  }

  @Test
  void theLimitIsThatOfAllTargetsAndIsSaid() throws IOException {
    var files = files(10_000);
    var run = new ActiveRuns(files).open("e1");
    write(run, "web-01", LINE.repeat(90));
    write(run, "web-02", LINE.repeat(90));
    assertThat(Files.readString(files.find("e1", "web-01").orElseThrow())).hasSize(90 * 101);
    assertThat(Files.readString(files.find("e1", "web-02").orElseThrow()))
        .isEqualTo("\n[The rest was not kept: 10,000 bytes an execution are.]\n");
  }

  @Test
  void noNameLeadsOutOfTheFolder() {
    var files = files(100_000);
    write(new ActiveRuns(files).open("e1"), "../../web-01/\0", LINE.repeat(90));
    assertThat(files.find("e1", "../../web-01/\0").orElseThrow().normalize()).startsWith(folder);
    assertThat(files.find("../e1", "web-01")).isEmpty();
    assertThat(files.find("../output/e1", "../../web-01/\0")).isEmpty();
    assertThat(files.find("", "web-01")).isEmpty();
  }

  @Test
  void whatIsOldIsRemoved() throws IOException {
    var files = files(100_000);
    write(new ActiveRuns(files).open("old"), "web-01", LINE.repeat(90));
    write(new ActiveRuns(files).open("new"), "web-01", LINE.repeat(90));
    var now = Instant.parse("2026-11-20T10:00:00Z");
    age(files, "old", now.minus(Duration.ofDays(31)));
    age(files, "new", now.minus(Duration.ofDays(29)));

    files.removeBefore(now.minus(Duration.ofDays(30)));

    assertThat(files.find("old", "web-01")).isEmpty();
    assertThat(folder.resolve("output/old")).doesNotExist();
    assertThat(files.find("new", "web-01")).isPresent();
  }

  @Test
  void theWholeComesFromTheFileWhereThereIsOneAndElseFromTheAnswer() throws IOException {
    var files = files(100_000);
    write(new ActiveRuns(files).open("e1"), "web-01", LINE.repeat(90));
    var execution = ended("web-01", "cut", "web-02", "short");
    assertThat(text(WholeOutput.of(execution, null, files)))
        .isEqualTo("==> web-01 <==\n" + LINE.repeat(90) + "\n==> web-02 <==\nshort\n\n");
    assertThat(text(WholeOutput.of(execution, "web-02", files))).isEqualTo("short\n");
    assertThat(WholeOutput.of(execution, "web-03", files).isEmpty()).isTrue();
  }

  private static String text(WholeOutput output) throws IOException {
    var out = new ByteArrayOutputStream();
    output.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Execution ended(String... targetsAndOutputs) {
    var results =
        IntStream.of(0, 2)
            .mapToObj(
                i ->
                    new TargetResult(
                        targetsAndOutputs[i],
                        ExecutionStatus.SUCCEEDED,
                        0,
                        targetsAndOutputs[i + 1],
                        false,
                        "",
                        Duration.ZERO))
            .toList();
    var proposal =
        new Proposal(
            Samples.restart("apache", "web-01"), Risk.HIGH, "f", List.of(), List.of(), List.of());
    return new Execution(
            "e1",
            proposal,
            "jason",
            Speaker.of("os", "jason"),
            Samples.ROOM,
            null,
            ExecutionStatus.RUNNING,
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            null)
        .ended(new Outcome(ExecutionStatus.SUCCEEDED, "", results, Duration.ZERO), Instant.EPOCH);
  }

  private static void age(OutputFiles files, String execution, Instant time) throws IOException {
    Files.setLastModifiedTime(files.find(execution, "web-01").orElseThrow(), FileTime.from(time));
  }

  private OutputFiles files(long limit) {
    return new OutputFiles(folder.resolve("output"), limit);
  }

  private static void write(ActiveRun run, String target, String text) {
    var output = run.output(target);
    for (var line : text.split("(?<=\n)")) {
      var bytes = line.getBytes(StandardCharsets.UTF_8);
      output.write(bytes, 0, bytes.length);
    }
    output.end();
  }
}
