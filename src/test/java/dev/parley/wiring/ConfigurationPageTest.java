package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} tells everything that the sources read, and nothing else. */
class ConfigurationPageTest {
  private static final Pattern VARIABLE = Pattern.compile("PARLEY_[A-Z_]+");
  private static final Pattern PROPERTY =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"(parley\\.[a-z.-]+)\"");
  private static final Pattern OPTION = Pattern.compile("names = \"(--[a-z0-9-]+)\"");
  private static final Pattern KEYS = Pattern.compile("\\.only\\(((?:\\s*\"[a-z_]+\",?)+)\\s*\\)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

  @Test
  void everyVariableIsThereAndNoOther() throws IOException {
    var read = new TreeSet<String>();
    for (var text : sources()) {
      VARIABLE.matcher(text).results().forEach(match -> read.add(match.group()));
      PROPERTY.matcher(text).results().forEach(match -> read.add(variable(match.group(1))));
    }
    // a name of somebody's own follows
    read.removeIf(name -> name.startsWith("PARLEY_SECRET_"));
    read.add("PARLEY_SECRET_NAME");
    var told = new TreeSet<String>();
    VARIABLE.matcher(page()).results().forEach(match -> told.add(match.group()));
    assertThat(told).isEqualTo(read);
  }

  /** As SmallRye Config maps them. */
  private static String variable(String property) {
    return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  @Test
  void everyOptionIsThere() throws IOException {
    var page = page();
    for (var text : sources()) {
      OPTION
          .matcher(text)
          .results()
          .forEach(match -> assertThat(page).containsPattern("`" + match.group(1) + "[ `]"));
    }
  }

  @Test
  void everyKeyOfEveryFileIsThere() throws IOException {
    var page = page();
    var missing = new TreeSet<String>();
    for (var text : sources()) {
      KEYS.matcher(text)
          .results()
          .flatMap(match -> Pattern.compile("[a-z_]+").matcher(match.group(1)).results())
          .map(key -> key.group())
          .filter(key -> !page.contains("`" + key + "`") && !page.contains("{" + key + ":"))
          .forEach(missing::add);
    }
    // keys of the groups of an inventory are Ansible's own
    missing.removeAll(Set.of("hosts", "children", "vars"));
    assertThat(missing).isEmpty();
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    var broken = new ArrayList<String>();
    var pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md")));
    try (var docs = Files.list(Path.of("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    for (var page : pages) {
      LINK.matcher(prose(Files.readString(page)))
          .results()
          .map(match -> page.resolveSibling(match.group(1)))
          .filter(target -> !Files.exists(target))
          .forEach(target -> broken.add(page + " → " + target));
    }
    assertThat(broken).isEmpty();
  }

  /** A page without its code, in which brackets mean other things. */
  private static String prose(String page) {
    return page.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\\n]*`", "");
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/configuration.md"));
  }

  private static List<String> sources() throws IOException {
    var texts = new ArrayList<String>();
    for (var root : List.of("src/main/java", "src/main/sh", "parley", "Dockerfile")) {
      try (var files = Files.walk(Path.of(root))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          texts.add(Files.readString(file));
        }
      }
    }
    return texts;
  }
}
