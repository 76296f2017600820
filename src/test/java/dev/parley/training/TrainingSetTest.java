package dev.parley.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.intent.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSetTest {
  @TempDir Path folder;

  @Test
  void readsEveryFormOfAnnotation() throws IOException {
    var set =
        read(
            "a.yml",
            """
            version: "3.1"
            nlu:
            - intent: restart_service
              examples: |
                - restart [apache](service) on [web-01](host)
                - bounce [httpd](service:apache)
                - restart [httpd]{"entity": "service", "value": "apache"} [now]{"entity": "when"}
            """);
    assertThat(set.problems()).isEmpty();
    assertThat(set.examples())
        .extracting(Example::text)
        .containsExactly("restart apache on web-01", "bounce httpd", "restart httpd now");
    assertThat(set.examples().get(0).annotations())
        .containsExactly(
            new Annotation(8, 14, "service", "apache"), new Annotation(18, 24, "host", "web-01"));
    assertThat(set.examples().get(1).annotations())
        .containsExactly(new Annotation(7, 12, "service", "apache"));
    assertThat(set.examples().get(2).annotations())
        .containsExactly(
            new Annotation(8, 13, "service", "apache"), new Annotation(14, 17, "when", "now"));
  }

  @Test
  void passesOverHiddenCopies() throws IOException {
    var text = "nlu:\n- intent: greet\n  examples: |\n    - hello\n";
    Files.writeString(folder.resolve("a.yml"), text);
    Files.writeString(folder.resolve(".a.yml"), "half: [");
    Files.createDirectories(folder.resolve("..2026_01_31"));
    Files.writeString(folder.resolve("..2026_01_31/a.yml"), text);
    var set = TrainingSet.read(folder);
    assertThat(set.problems()).isEmpty();
    assertThat(set.examples()).hasSize(1);
  }

  @Test
  void tellsTheLineOfEachExample() throws IOException {
    var set =
        read(
            "a.yml",
            """
            nlu:
            - intent: greet
              examples: |
                - hello

                - good morning
            - intent: leave
              examples:
              - text: |
                  - bye
                metadata: {sentiment: neutral}
            """);
    assertThat(set.examples()).extracting(Example::line).startsWith(4, 6);
    assertThat(set.examples()).extracting(Example::text).endsWith("bye");
  }

  @Test
  void acceptsSynonymsExpressionsAndTables() throws IOException {
    var set =
        read(
            "a.yml",
            """
            version: "3.1"
            nlu:
            - synonym: apache
              examples: |
                - HTTPD
            - regex: ticket
              examples: |
                - [A-Z]+-\\d+
            - lookup: city
              examples: |
                - Berlin
            """);
    assertThat(set.problems()).isEmpty();
    assertThat(set.examples()).isEmpty();
    assertThat(set.synonyms()).containsEntry("httpd", "apache");
  }

  @Test
  void readsRolesGroupsValuesAndSeveralEntitiesOfOneText() throws IOException {
    var set =
        read(
            "a.yml",
            """
            nlu:
            - intent: faq/ask_trip
              metadata: {author: jo}
              examples: |
                - from [Rome]{"entity": "city", "role": "departure", "group": "1"}
                - to [the big {apple}]{"value": "New York \\"City\\"", "entity": "city"}
                - [Rome][{"entity": "city"}, {"entity": "place", "role": "seat"}] it is
                - f[0] and a [b] (c) stay as they are
            """);
    assertThat(set.problems()).isEmpty();
    assertThat(set.intents()).containsExactly("faq/ask_trip");
    assertThat(set.examples().get(0).annotations())
        .containsExactly(new Annotation(5, 9, "departure", "Rome", "city", "1"));
    assertThat(set.examples().get(1).annotations())
        .containsExactly(new Annotation(3, 18, "city", "New York \"City\""));
    assertThat(set.examples().get(2).annotations())
        .containsExactly(
            new Annotation(0, 4, "city", "Rome"),
            new Annotation(0, 4, "seat", "Rome", "place", null));
    assertThat(set.examples().get(3).text()).isEqualTo("f[0] and a [b] (c) stay as they are");
  }

  @Test
  void keepsTheListsWithTheirLines() throws IOException {
    var set =
        read(
            "a.yml",
            """
            nlu:
            - synonym: apache
              examples: |
                - HTTPD
            - regex: ticket
              examples: |
                - [A-Z]+-\\d+
            - lookup: city
              examples: |
                - Berlin
            """);
    assertThat(set.lists())
        .extracting(l -> l.kind() + " " + l.name() + " " + l.text() + " " + l.line())
        .containsExactly(
            "SYNONYM apache HTTPD 4", "REGEX ticket [A-Z]+-\\d+ 7", "LOOKUP city Berlin 10");
  }

  @Test
  void refusesMarksThatSayNothing() throws IOException {
    var set =
        read(
            "a.yml",
            """
            nlu:
            - intent: a
              examples: |
                - restart [apache](service
                - restart [apache]{"entity": "service"
                - restart [apache]{"entity" "service"}
                - restart [apache]{"entity": "service", "rol": "x"}
                - restart [apache](:x)
            - intent: b
              examples: >
                - one
                - two
            - intent: c
              synonym: d
              examples: |
                - one
            - intent: e
              examples:
              - text: one
                intent: f
            """);
    assertThat(set.problems())
        .extracting(p -> p.line() + " " + p.what())
        .containsExactly(
            "4 The mark [apache]( does not end.",
            "5 The mark [apache]{ does not end.",
            "6 The mark [apache]{\"entity\" \"service\"} is no JSON.",
            "7 The mark [apache]{\"entity\": \"service\", \"rol\": \"x\"} has the key rol; known"
                + " are entity, role, group and value.",
            "8 The mark [apache](:x) names no entity.",
            "10 With > all examples become one line.",
            "14 This item is intent and synonym at once.",
            "20 Unknown key intent.");
  }

  @Test
  void tellsEveryProblemWithItsLine() throws IOException {
    var set =
        read(
            "a.yml",
            """
            version: "2.0"
            nlu:
            - intent: greet
              example: |
                - hello
            - intent: leave
              examples: |
                - bye
                so long
                - see [you]{"value": "x"}
            colour: red
            """);
    assertThat(set.problems()).extracting(Problem::line).containsExactly(1, 4, 3, 9, 10, 11);
    assertThat(set.problems().get(3).toString())
        .endsWith("a.yml:9: This line is no example. Begin it with a hyphen and a space.");
  }

  @Test
  void tellsTheLineOfBrokenYaml() throws IOException {
    var set = read("a.yml", "nlu:\n- intent: [greet\n");
    assertThat(set.problems()).singleElement().extracting(Problem::line).isEqualTo(3);
  }

  @Test
  void readsEveryYamlFileOfAFolder() throws IOException {
    read("b.yml", "nlu:\n- intent: b\n  examples: |\n    - two\n");
    read("sub/a.yaml", "nlu:\n- intent: a\n  examples: |\n    - one\n");
    Files.writeString(folder.resolve("notes.txt"), "nothing");
    assertThat(TrainingSet.read(folder).intents()).containsExactly("a", "b");
  }

  @Test
  void refusesAPathThatDoesNotExist() {
    assertThatThrownBy(() -> TrainingSet.read(folder.resolve("none.csv")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void readsQuotedFields() throws IOException {
    var set =
        read(
            "a.csv",
            "text,intent\r\n\"one, two\",a\r\n\"say \"\"hi\"\"\",b\n\"two\nlines\",c\nd,e");
    assertThat(set.problems()).isEmpty();
    assertThat(set.examples())
        .extracting(Example::text)
        .containsExactly("one, two", "say \"hi\"", "two\nlines", "d");
    assertThat(set.examples()).extracting(Example::line).containsExactly(2, 3, 4, 6);
  }

  @Test
  void tellsWhatIsWrongInCsv() throws IOException {
    assertThat(read("a.csv", "utterance,label\nhi,a\n").problems())
        .singleElement()
        .extracting(Problem::line)
        .isEqualTo(1);
    assertThat(read("b.csv", "text,intent\na,b,c\n,b\n\"open,a\n").problems())
        .extracting(Problem::line)
        .containsExactly(2, 3, 4, 4);
  }

  private TrainingSet read(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return TrainingSet.read(file);
  }
}
