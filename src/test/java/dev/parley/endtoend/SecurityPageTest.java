package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about security promises tests; they are there. */
class SecurityPageTest {
  private static final Pattern PROMISE = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    var page = Files.readString(Path.of("docs/security.md"));
    var tests = tests();
    var promises = PROMISE.matcher(page).results().toList();
    assertThat(promises).hasSizeGreaterThan(40);
    assertThat(promises)
        .allSatisfy(
            promise -> {
              var source = tests.get(promise.group(1));
              assertThat(source).as(promise.group()).isNotNull();
              if (promise.group(2) != null) {
                assertThat(source)
                    .as(promise.group())
                    .containsPattern("void " + promise.group(2) + "\\(");
              }
            });
  }

  /** In the order of the page. */
  private static final List<String> THREATS =
      List.of(
          "injection",
          "argument injection",
          "replay",
          "confused deputy",
          "privilege by renaming",
          "approval by oneself",
          "fake confirmations",
          "look-alike names",
          "requests to internal addresses",
          "DNS rebinding",
          "cross-site requests",
          "session theft",
          "log forging",
          "tampering",
          "secrets in output",
          "poisoned teaching");

  @Test
  void everyThreatHasAMeasureAndATestThatSeesItFail() throws IOException {
    var page = Files.readString(Path.of("docs/security.md"));
    var table = page.substring(page.indexOf("## Threats"), page.indexOf("## Ways in"));
    var rows = table.lines().filter(line -> line.startsWith("| ")).skip(2).toList();
    for (int i = 0; i < THREATS.size(); i++) {
      var cells = rows.get(i).split(" \\| ");
      assertThat(cells[0]).startsWith("| " + THREATS.get(i));
      assertThat(cells[1]).isNotBlank();
      assertThat(PROMISE.matcher(cells[2]).find()).as(rows.get(i)).isTrue();
    }
  }

  private static Map<String, String> tests() throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  SecurityPageTest::read,
                  (one, other) -> one + other));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
