package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about configuration knows every variable that the program reads. */
class ConfigurationPageTest {
  private static final Pattern VARIABLE = Pattern.compile("PARLEY_[A-Z]+(?:_[A-Z]+)*");

  @Test
  void everyVariableThatIsReadIsExplained() throws IOException {
    var page = Files.readString(Path.of("docs/configuration.md"));
    var read = new TreeSet<>(variables(Path.of("parley")));
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      files.filter(Files::isRegularFile).map(this::variables).forEach(read::addAll);
    }
    assertThat(read).hasSizeGreaterThan(8);
    assertThat(read).allSatisfy(variable -> assertThat(page).contains(variable));
  }

  private Set<String> variables(Path file) {
    try {
      var found = new TreeSet<String>();
      var text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
      VARIABLE.matcher(text).results().map(match -> match.group()).forEach(found::add);
      found.removeIf(name -> name.startsWith("PARLEY_SECRET"));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
