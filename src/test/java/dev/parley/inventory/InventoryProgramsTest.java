package dev.parley.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryProgramsTest {
  private static final String HOSTS =
      """
      {"web": {"hosts": ["web-01", "web-02"], "vars": {"ansible_user": "deploy", "x": {"y": 1}},
               "children": ["edge"]},
       "edge": ["web-03"],
       "lonely": {"ansible_port": 2200},
       "_meta": {"hostvars": {"web-01": {"ansible_host": "10.0.0.1", "ansible_become": true}}}}
      """;

  @TempDir Path home;
  private Path folder = Path.of("");
  private InventoryPrograms programs = InventoryPrograms.inMemory();

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(home.resolve("inventory"));
    mode(folder, "rwxr-xr-x");
  }

  @Test
  void readsWhatAProgramPrints() throws IOException {
    program("cat <<'END'\n" + HOSTS + "END");
    var inventory = sound();
    assertThat(inventory.members("web")).containsExactly("web-01", "web-02", "web-03");
    assertThat(inventory.host("web-01"))
        .hasValue(new Host("web-01", "10.0.0.1", 22, "deploy", null, true));
    assertThat(inventory.host("lonely").orElseThrow().port()).isEqualTo(2200);
    assertThat(inventory.host("web-03").orElseThrow().user()).isEqualTo("deploy");
  }

  @Test
  void asksForEachHostOnlyWhenItIsNotToldAtOnce() throws IOException {
    program(
        """
        echo "$@" >>"%s"
        case $1 in
          --list) echo '{"web": ["web-01", "web-02"]}' ;;
          --host) if [ "$2" = web-02 ]; then echo '{"ansible_port": 2222}'; fi ;;
        esac
        """
            .formatted(home.resolve("calls")));
    assertThat(sound().host("web-02").orElseThrow().port()).isEqualTo(2222);
    assertThat(Files.readString(home.resolve("calls")))
        .isEqualTo("--list\n--host web-01\n--host web-02\n");
  }

  @Test
  void aProgramFindsNothingOfTheAssistantsEnvironment() throws IOException {
    program(
        "env >\""
            + home.resolve("environment")
            + "\"; echo '{\"web\": [\"a\"], \"_meta\":"
            + " {\"hostvars\": {}}}'");
    sound();
    assertThat(Files.readAllLines(home.resolve("environment")))
        .allMatch(line -> line.matches("(?:PATH|HOME|LANG|PWD|SHLVL|_|OLDPWD)=.*"));
  }

  @Test
  void aFailureIsOneProblemWithTheFirstLineOfItsErrors() throws IOException {
    program("echo >&2; echo 'No credentials found' >&2; echo 'usage: …' >&2; exit 3");
    assertThat(problems())
        .containsExactly(
            "inventory/hosts.sh:1: It ended with status 3: No credentials found. Try it by hand:"
                + " inventory/hosts.sh --list.");
    program("printf 'Traceback (most recent call last):\\n  File x\\nKeyError: 1\\n' >&2; exit 1");
    assertThat(problems()).singleElement().asString().contains("with status 1: KeyError: 1. Try");
  }

  @Test
  void whatIsNoInventoryIsRefusedWhole() throws IOException {
    for (var printed :
        List.of(
            "nonsense",
            "[]",
            "{\"web\": 1}",
            "{\"web\": [\"-rf\"]}",
            "{\"web\": [\"a b\"]}",
            "{\"web\": {\"hosts\": {\"a\": 1}}}",
            "{\"web\": {\"children\": [\"../x\"]}}")) {
      program("echo '" + printed + "'");
      assertThat(problems()).as(printed).hasSize(1);
      assertThat(InventoryReader.read(folder).inventory().hosts()).as(printed).isEmpty();
    }
  }

  @Test
  void whatRunsTooLongOrPrintsTooMuchIsEnded() throws IOException {
    program("sleep 1000 & echo $! >\"" + home.resolve("pid") + "\"; wait");
    programs = new InventoryPrograms(null, Duration.ofMillis(500), 1000);
    assertThat(problems()).singleElement().asString().contains("It did not end within 0 seconds");
    var child = Long.parseLong(Files.readString(home.resolve("pid")).strip());
    ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
    program("while :; do echo 0123456789; done");
    programs = new InventoryPrograms(null, Duration.ofSeconds(60), 1000);
    assertThat(problems()).singleElement().asString().contains("prints more than 1000 bytes");
  }

  @Test
  void whatOthersCanWriteIsNeverRun() throws IOException {
    var ran = home.resolve("ran");
    var program = program("touch \"" + ran + "\"; echo '{}'");
    mode(program, "rwxrwxr-x");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("inventory/hosts.sh:1: This program is not run. ")
        .endsWith("hosts.sh can be written by others. Take that away with: chmod go-w.");
    mode(program, "rwxr-xr-x");
    mode(folder, "rwxrwxrwx");
    assertThat(problems()).singleElement().asString().contains("inventory can be written by");
    mode(folder, "rwxr-xr-x");
    var elsewhere = Files.createDirectories(home.resolve("elsewhere"));
    mode(elsewhere, "rwxrwxrwx");
    Files.move(program, elsewhere.resolve("hosts.sh"));
    Files.createSymbolicLink(program, elsewhere.resolve("hosts.sh"));
    assertThat(problems()).singleElement().asString().contains("elsewhere can be written by");
    assertThat(ran).doesNotExist();
  }

  @Test
  void whatIsExecutableButNoProgramIsAFile() throws IOException {
    var file = Files.writeString(folder.resolve("hosts"), "[web]\nweb-01\n");
    mode(file, "rwxrwxrwx");
    assertThat(sound().members("web")).containsExactly("web-01");
  }

  @Test
  void whatItPrintedLastStandsInForWhatFails() throws IOException {
    programs = InventoryPrograms.keptIn(home.resolve("kept"));
    program("echo '{\"web\": [\"web-01\"], \"_meta\": {\"hostvars\": {}}}'");
    assertThat(sound().members("web")).containsExactly("web-01");

    program("echo 'The cloud is gone' >&2; exit 1");
    var result = InventoryReader.read(folder, false, programs);
    assertThat(result.problems()).isEmpty();
    assertThat(result.inventory().members("web")).containsExactly("web-01");
    assertThat(result.standIns()).singleElement().asString().contains("The cloud is gone.");

    programs = InventoryPrograms.keptIn(home.resolve("kept"));
    var later = InventoryReader.read(folder, false, programs);
    assertThat(later.inventory().members("web")).as("after a start").containsExactly("web-01");
    assertThat(later.standIns()).hasSize(1);
  }

  @Test
  void itIsRunAgainWhenItChangedAndWhenThatIsWanted() throws IOException {
    var list = home.resolve("list");
    programs = InventoryPrograms.keptIn(home.resolve("kept"));
    Files.writeString(list, "{\"web\": [\"web-01\"], \"_meta\": {\"hostvars\": {}}}");
    program("cat \"" + list + "\"");
    assertThat(sound().members("web")).containsExactly("web-01");
    Files.writeString(list, "{\"web\": [\"web-02\"], \"_meta\": {\"hostvars\": {}}}");
    assertThat(sound().members("web")).containsExactly("web-01");
    InventoryReader.read(folder, false, programs.again());
    assertThat(sound().members("web")).containsExactly("web-02");
    program("# changed\necho '{\"web\": [\"web-03\"], \"_meta\": {\"hostvars\": {}}}'");
    assertThat(sound().members("web")).containsExactly("web-03");
    assertThat(programs.found()).isTrue();
  }

  private Inventory sound() {
    var result = InventoryReader.read(folder, false, programs);
    assertThat(result.problems()).isEmpty();
    return result.inventory();
  }

  private List<String> problems() {
    return InventoryReader.read(folder, false, programs).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  private Path program(String text) throws IOException {
    var file = folder.resolve("hosts.sh");
    Files.deleteIfExists(file);
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    return mode(file, "rwxr-xr-x");
  }

  private static Path mode(Path path, String mode) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }
}
