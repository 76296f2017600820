package dev.parley.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.IntentReader;
import dev.parley.intent.Problem;
import dev.parley.intent.SlotType;
import dev.parley.inventory.InventoryReader;
import dev.parley.training.Annotation;
import dev.parley.training.Example;
import dev.parley.training.TrainingCheck;
import dev.parley.training.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RasaImportTest {
  private static final Path USUAL = Path.of("src/test/resources/rasa/usual");

  @TempDir Path folder;
  private Path home = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    project = Files.createDirectories(folder.resolve("project"));
    Files.createDirectories(home.resolve("intents"));
  }

  @Test
  void formsBecomeIntentsWhoseSlotsAreAskedForInTheWordsOfTheProject() throws IOException {
    write(RasaImport.of(USUAL, home));
    var read = IntentReader.read(home.resolve("intents"));
    assertThat(read.problems()).isEmpty();
    var restart = read.catalog().get("restart_service");
    assertThat(restart.slots())
        .extracting(slot -> slot.name() + " " + slot.type().label() + " " + slot.ask())
        .containsExactly(
            "service service Which service shall I restart?",
            "server host On which server shall I restart {service}?");
    assertThat(read.catalog().get("request_access").slot("reason").orElseThrow().type())
        .isEqualTo(SlotType.TEXT);
    assertThat(read.catalog().get("request_access").replies())
        .containsEntry("succeeded", "I have asked for access to {system} for {person}.");
    assertThat(read.catalog().get("bot_challenge").onlyReads()).isTrue();
    assertThat(
            TrainingCheck.problems(TrainingSet.read(home.resolve("training-data")), read.catalog()))
        .isEmpty();
  }

  @Test
  void tablesAndSynonymsOfThingsThatExistBecomeTheInventory() throws IOException {
    write(RasaImport.of(USUAL, home));
    var inventory = InventoryReader.read(home.resolve("inventory"));
    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.inventory().find(SlotType.SERVICE, "apache").orElseThrow().aliases())
        .containsExactly("apache2", "httpd");
    assertThat(inventory.inventory().host("web-02")).isPresent();
  }

  @Test
  void whatAHomeHasAlreadyIsToldAndLeftAlone() throws IOException {
    Files.createDirectories(home.resolve("inventory"));
    Files.writeString(home.resolve("inventory/estate.yml"), "services:\n  apache: {}\n");
    Files.writeString(home.resolve("inventory/hosts.ini"), "[web]\nweb-01\nweb-02\n");
    var result = RasaImport.of(USUAL, home);
    assertThat(result.files().keySet()).noneMatch(file -> file.toString().contains("inventory"));
    assertThat(result.notes())
        .extracting(Problem::what)
        .contains("Your inventory knows no service nginx, postfix.");
  }

  @Test
  void whatCannotBeCarriedOverIsToldWithItsPlace() throws IOException {
    assertThat(RasaImport.of(USUAL, home).notes())
        .extracting(note -> note.toString().replaceFirst("^.*/(?=[a-z]+[.]yml:[0-9])", ""))
        .contains(
            "domain.yml:46: The initial value of reason is not used. Write default: instead.",
            "nlu.yml:5: greet is not brought: a greeting is understood anyhow. Nothing to do.",
            "domain.yml:93: What action_restart_service does is a program. Say it as an action in"
                + " intents/restart_service.yml.",
            "nlu.yml:61: The group 1 is not brought. Values of several requests are told apart by"
                + " their clauses.")
        .anyMatch(note -> note.startsWith("rules.yml:3: The rule"))
        .anyMatch(note -> note.startsWith("nlu.yml:28: inform starts nothing"));
  }

  @Test
  void rolesBecomeSlotsOfTheirOwn() throws IOException {
    file(
        "domain.yml",
        """
        slots:
          from_city:
            type: text
            mappings:
            - {type: from_entity, entity: city, role: departure}
          to_city:
            type: text
            mappings:
            - {type: from_entity, entity: city, role: destination}
        forms:
          trip_form: {required_slots: [from_city, to_city]}
        """);
    file(
        "data/nlu.yml",
        """
        nlu:
        - intent: trip
          examples: |
            - from [Rome]{"entity": "city", "role": "departure"} to [Oslo]{"entity": "city", "role": "destination"}
        """);
    write(RasaImport.of(project, home));
    var example = TrainingSet.read(home.resolve("training-data")).examples().get(0);
    assertThat(example.annotations())
        .extracting(Annotation::slot)
        .containsExactly("from_city", "to_city");
  }

  @Test
  void brokenFilesAreToldWithTheirLineAndNothingIsBrought() throws IOException {
    file("data/nlu.yml", "nlu:\n- intent: a\n  examples: |\n    - see [you]{\"role\": \"x\"}\n");
    var result = RasaImport.of(project, home);
    assertThat(result.files()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .asString()
        .endsWith(
            "nlu.yml:4: The mark [you]{\"role\": \"x\"} names no entity. Write [text](slot) or"
                + " [text](slot:value).");
  }

  @Test
  void aNameBreaksNoFile() throws IOException {
    file(
        "data/nlu.yml",
        "nlu:\n- intent: \"a\\nb: {x}\"\n  examples: |\n    - one \\ \"two\" {three}\n");
    write(RasaImport.of(project, home));
    assertThat(IntentReader.read(home.resolve("intents")).problems()).isEmpty();
    assertThat(TrainingSet.read(home.resolve("training-data")).examples())
        .extracting(Example::text)
        .containsExactly("one \\ \"two\" {three}");
  }

  @Test
  void whatIsExportedSaysTheSame() throws IOException {
    write(RasaImport.of(USUAL, home));
    var catalog = IntentReader.read(home.resolve("intents")).catalog();
    var examples = TrainingSet.read(home.resolve("training-data"));
    RasaExport.files(catalog, examples).forEach((file, text) -> file(file.toString(), text));
    var again = TrainingSet.read(project.resolve("data"));
    assertThat(again.problems()).isEmpty();
    assertThat(again.examples())
        .extracting(e -> e.intent() + e.text() + e.annotations())
        .containsExactlyInAnyOrderElementsOf(
            examples.examples().stream()
                .map(e -> e.intent() + e.text() + e.annotations())
                .toList());
    var other = Files.createDirectories(folder.resolve("other"));
    Files.createDirectories(other.resolve("intents"));
    RasaImport.of(project, other).files().forEach(RasaImportTest::write);
    assertThat(IntentReader.read(other.resolve("intents")).catalog().get("restart_service").slots())
        .isEqualTo(catalog.get("restart_service").slots());
  }

  private void file(String name, String content) {
    write(project.resolve(name), content);
  }

  private static void write(RasaImport.Result result) {
    assertThat(result.problems()).isEmpty();
    result.files().forEach(RasaImportTest::write);
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void typesAreGuessedFromNamesValuesAndExpressions() {
    assertThat(
            Map.of(
                "env", guess("env", "staging"),
                "num_people", guess("num_people", "four", "6"),
                "address", guess("address", "10.0.0.7"),
                "phone_number", guess("phone_number"),
                "cuisine", guess("cuisine", "thai", "greek"),
                "feedback", guess("feedback", "it was good", "slow")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "env", SlotType.ENVIRONMENT,
                "num_people", SlotType.COUNT,
                "address", SlotType.IP,
                "phone_number", SlotType.TEXT,
                "cuisine", SlotType.PROJECT,
                "feedback", SlotType.TEXT));
    assertThat(
            SlotGuess.of(
                java.util.List.of("key"),
                java.util.List.of(),
                java.util.List.of("[A-Z]{2,5}-\\d+")))
        .isEqualTo(SlotType.TICKET);
  }

  private static SlotType guess(String name, String... values) {
    return SlotGuess.of(java.util.List.of(name), java.util.List.of(values), java.util.List.of());
  }
}
