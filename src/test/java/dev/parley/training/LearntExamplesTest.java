package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted is appended where people read it, and nothing else changes. */
class LearntExamplesTest {
  private static final String INTENT = "restart_service";
  private static final int MANY = 10_000;
  private static final Duration WELL_UNDER = Duration.ofSeconds(2);

  @TempDir Path folder;
  private LearntExamples learnt;
  private Path file;

  @BeforeEach
  void begin() {
    learnt = new LearntExamples(folder);
    file = folder.resolve("learnt").resolve(INTENT + ".yml");
  }

  @Test
  void aFirstExampleMakesAFileThatSaysWhatItIs() throws IOException {
    assertThat(learnt.add("bounce the LB", INTENT, List.of())).isEmpty();
    assertThat(file)
        .content()
        .isEqualTo(
            """
            version: "3.1"
            # What people said, and a maintainer accepted. New examples go to the end.
            nlu:
            - intent: restart_service
              examples: |
                - bounce the LB
            """);
  }

  @Test
  void valuesAreMarkedByWhatTheyMean() throws IOException {
    var marks =
        List.of(
            new Annotation(7, 12, "service", "apache"), new Annotation(16, 22, "host", "web-01"));
    assertThat(learnt.add("bounce httpd on web-01", INTENT, marks)).isEmpty();
    assertThat(file).content().contains("- bounce [httpd](service:apache) on [web-01](host)\n");
    assertThat(TrainingSet.read(folder).examples().get(0).annotations()).isEqualTo(marks);
  }

  @Test
  void aValueThatHoldsWhatMarksHoldIsReadBackAsItIs() throws IOException {
    var marks = List.of(new Annotation(6, 14, "url", "https://x.example/(a)?q=\"b\""));
    assertThat(learnt.add("check the page", INTENT, marks)).isEmpty();
    assertThat(TrainingSet.read(folder).examples().get(0).annotations()).isEqualTo(marks);
  }

  @Test
  void commentsAndOrderStay() throws IOException {
    var before =
        """
        version: "3.1"
        # ours
        nlu:
        - intent: restart_service   # the usual
          examples: |
              - kick it
              # older ones follow
              - bounce it
        """;
    write(before);
    assertThat(learnt.add("give it a nudge", INTENT, List.of())).isEmpty();
    assertThat(file).content().isEqualTo(before + "      - give it a nudge\n");
  }

  @Test
  void afterAnotherIntentABlockOfItsOwnBegins() throws IOException {
    write("nlu:\n- intent: reload_service\n  examples: |\n    - reread it");
    assertThat(learnt.add("kick it", INTENT, List.of())).isEmpty();
    assertThat(file)
        .content()
        .isEqualTo(
            "nlu:\n- intent: reload_service\n  examples: |\n    - reread it\n"
                + "- intent: restart_service\n  examples: |\n    - kick it\n");
  }

  @Test
  void nothingIsAddedTwice() throws IOException {
    learnt.add("kick it", INTENT, List.of());
    assertThat(learnt.add("Kick it", INTENT, List.of())).isEmpty();
    assertThat(TrainingSet.read(folder).examples()).hasSize(1);
  }

  @Test
  void whatIsAnExampleOfAnotherIntentIsRefusedWithItsPlace() throws IOException {
    Files.writeString(
        folder.resolve("reload.yml"), "nlu:\n- intent: reload\n  examples: |\n    - kick it\n");
    assertThat(learnt.add("kick it", INTENT, List.of())).contains("reload.yml:4", "of reload");
    assertThat(file).doesNotExist();
  }

  @Test
  void aBrokenFileStaysAsItIs() throws IOException {
    var broken = "nlu:\n- intent: restart_service\n  examples: |\n    - a\n  - : [\n";
    write(broken);
    assertThat(learnt.add("kick it", INTENT, List.of())).contains("restart_service.yml:");
    assertThat(file).content().isEqualTo(broken);
  }

  @Test
  void aFileThatEndsInSomethingElseStaysAsItIs() throws IOException {
    var other = "nlu:\n- intent: restart_service\n  examples: |\n    - a\nversion: \"3.1\"\n";
    write(other);
    assertThat(learnt.add("kick it", INTENT, List.of())).contains("does not end with examples");
    assertThat(file).content().isEqualTo(other);
  }

  @Test
  void whatWouldBeReadAsAMarkOrALineIsRefused() throws IOException {
    for (var text : List.of("kick [it](host)", "kick it\n- intent: x", "kick\u0000it", " ")) {
      assertThat(learnt.add(text, INTENT, List.of())).isNotEmpty();
    }
    assertThat(learnt.add("kick it", "../restart", List.of())).isNotEmpty();
    assertThat(folder.resolve("learnt")).doesNotExist();
  }

  @Test
  void noHalfWrittenFileIsLeftBehind() throws IOException {
    learnt.add("kick it", INTENT, List.of());
    learnt.add("nudge it", INTENT, List.of());
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void tenThousandAreStillReadAndAddedToFast() throws IOException {
    var text = new StringBuilder();
    learnt.add("kick number 0", INTENT, List.of());
    text.append(Files.readString(file));
    for (int i = 1; i < MANY; i++) {
      text.append("    - kick number ").append(i).append(" on [web-01](host)\n");
    }
    Files.writeString(file, text);
    long began = System.nanoTime();
    assertThat(TrainingSet.read(folder).examples()).hasSize(MANY);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(WELL_UNDER);
    assertThat(learnt.add("one more kick", INTENT, List.of())).isEmpty();
    assertThat(file).content().isEqualTo(text + "    - one more kick\n");
  }

  private void write(String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
