package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the repository's conversations show every pattern of talk, each with several intents. */
class PatternsTest {
  private static final Pattern NEXT = Pattern.compile("(?m)^(?=- name:)");
  private static final Pattern TAGS = Pattern.compile("(?m)^  tags: \\[(.*)]");
  private static final Pattern INTENT = Pattern.compile("intent: ([a-z_]+)");

  private record Shown(Set<String> tags, Set<String> intents) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filling",
        "correction",
        "cancel",
        "digression",
        "unclear",
        "reference",
        "several",
        "not-asked",
        "time",
        "ambiguity",
        "people",
        "running",
        "help",
        "words"
      })
  void showsEachPatternWithThreeIntents(String pattern) throws IOException {
    var intents = new TreeSet<String>();
    shown().stream()
        .filter(one -> one.tags().contains(pattern))
        .forEach(one -> intents.addAll(one.intents()));
    intents.remove("null");
    assertThat(intents).as(pattern).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void showsThemInHundredsOfConversations() throws IOException {
    assertThat(shown()).hasSizeGreaterThan(1_000);
  }

  private static List<Shown> shown() throws IOException {
    var all = new ArrayList<Shown>();
    try (var files = Files.list(Path.of("src/test/conversations"))) {
      for (var file : files.sorted().toList()) {
        NEXT.splitAsStream(Files.readString(file))
            .filter(block -> block.startsWith("- name:"))
            .map(PatternsTest::shown)
            .forEach(all::add);
      }
    }
    return all;
  }

  private static Shown shown(String block) {
    var tags = TAGS.matcher(block);
    return new Shown(
        tags.find() ? Set.of(tags.group(1).split(",\\s*")) : Set.of(),
        new TreeSet<>(INTENT.matcher(block).results().map(match -> match.group(1)).toList()));
  }
}
