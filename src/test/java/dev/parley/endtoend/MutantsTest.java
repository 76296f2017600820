package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of measures that can be switched off one by one fits the sources, and every threat. */
class MutantsTest {
  private static final Path LIST = Path.of("src/test/bench/mutants.txt");
  private static final Path SOURCES = Path.of("src/main/java/dev/parley");
  private static final int LINES = 3;

  @Test
  void eachChangesOneLineThatIsThereAndNamesATestThatIsThere() throws IOException {
    var tests = tests();
    for (var mutants : mutants().values()) {
      for (var mutant : mutants) {
        assertThat(mutant).hasSize(LINES);
        var change = mutant.get(1).split(": ", 2);
        var there = change[1].split(" ==> ", 2)[0].replace("\\n", "\n");
        assertThat(Files.readString(SOURCES.resolve(change[0])).split(quoted(there), -1))
            .as(mutant.get(0))
            .hasSize(2);
        for (var test : mutant.get(2).split(", ")) {
          var name = test.split("\\.");
          assertThat(tests).as(mutant.get(0)).containsKey(name[0]);
          assertThat(tests.get(name[0])).contains(name.length > 1 ? name[1] + "(" : "");
        }
      }
    }
  }

  @Test
  void everyThreatOfThePageHasSome() throws IOException {
    var page = Files.readString(Path.of("docs/security.md"));
    var table = page.substring(page.indexOf("## Threats"), page.indexOf("## Ways in"));
    var threats = table.lines().filter(line -> line.startsWith("| ")).skip(2).toList();
    var mutants = mutants().keySet();
    assertThat(threats.subList(0, threats.size() - 1))
        .as("all but the one that nobody thought of")
        .allMatch(threat -> mutants.stream().anyMatch(m -> threat.startsWith("| " + m)));
  }

  private static Map<String, List<List<String>>> mutants() throws IOException {
    var byThreat = new LinkedHashMap<String, List<List<String>>>();
    for (var part : Files.readString(LIST).split("(?m)^## ")) {
      var lines = part.split("\n", 2);
      if (!part.startsWith("#")) {
        byThreat.put(
            lines[0],
            List.of(lines[1].strip().split("\n\n")).stream()
                .map(mutant -> mutant.lines().toList())
                .toList());
      }
    }
    return byThreat;
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  private static Map<String, String> tests() throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  MutantsTest::read,
                  (one, other) -> one + other));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
