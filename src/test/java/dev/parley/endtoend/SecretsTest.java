package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Answer;
import dev.parley.Assistant;
import dev.parley.audit.Wanted;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.dialogue.DialogueId;
import dev.parley.reply.Reply;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Records;
import dev.parley.wiring.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret reaches its program and nothing else: no reply, no record, no dialogue, no output. */
class SecretsTest {
  private static final ConversationId ROOM = new ConversationId("terminal", "room");
  private static final String SECRET = "correct horse-7";

  @TempDir static Path folder;
  private static Assembly assembly;
  private Records records;
  private Assistant assistant;

  @BeforeAll
  static void learn() {
    var home = TestHome.empty(folder);
    var script =
        home.script(
            "set", "printf '%s' \"$3\" > \"$0.got\"\necho \"set $1 to $3\"\n[ \"$3\" != fails ]\n");
    home.with(
        "set_password",
        """
        summary: Set somebody's password
        risk: medium
        slots:
          person: {type: person, ask: "Whose password?"}
          password: {type: text, secret: true, ask: "Which password?"}
        action:
          process: {command: [%s, "{person}", "--", "{password}"]}
        replies:
          succeeded: "The password of {person} is {password} now"
        """
            .formatted(script),
        "set the password of [maria](person)",
        "change the password for [jason](person)",
        "[ada](person) needs another password",
        "reset [bob](person)'s password",
        "give [eve](person) a new password");
    assembly =
        Assembly.open(
            Home.of(folder),
            new Settings(folder.resolve("data"), false, "jason", Clock.systemUTC()));
  }

  @BeforeEach
  void open() {
    records = Records.inMemory();
    assistant = assembly.assistant(records);
    records.workers().start(assistant::perform);
  }

  @AfterAll
  static void close() {
    assembly.close();
  }

  private Answer say(String text) {
    return assistant.hear(
        new Utterance(
            UUID.randomUUID().toString(), ROOM, Speaker.of("os", "jason"), text, Instant.now()));
  }

  private static String words(Answer answer) {
    return answer.replies().stream().map(Reply::plainText).collect(Collectors.joining("\n"));
  }

  private String received() throws IOException {
    return Files.readString(folder.resolve("set.got"));
  }

  /** Everything that was said, kept or is still held. */
  private String everything() {
    return records.outbox().after(ROOM, 0, 100)
        + " "
        + records.transcript().after(ROOM, 0, 100)
        + " "
        + records.audit().newest(Wanted.ALL, 100)
        + " "
        + records.dialogues().find(new DialogueId(ROOM, "jason"))
        + " "
        + records.journal().endedSince(ROOM, "jason", Instant.EPOCH);
  }

  @Test
  void anAskedForSecretReachesItsProgramAndNothingElse() throws IOException {
    say("set_password person=maria");
    var asked = say(SECRET);
    assertThat(words(asked)).contains("•••").doesNotContain(SECRET);
    assertThat(asked.toString()).doesNotContain(SECRET);
    assertThat(say("yes").toString()).doesNotContain(SECRET);
    assertThat(received()).isEqualTo(SECRET);
    assertThat(everything())
        .contains("set maria to •••")
        .contains("The password of maria is ••• now")
        .doesNotContain("horse-7");
  }

  @Test
  void oneInAnExactCommandToo() throws IOException {
    var answer = say("set_password person=maria password=\"" + SECRET + "\"");
    assertThat(words(answer)).contains("set_password person=maria password=•••");
    say("yes");
    assertThat(received()).isEqualTo(SECRET);
    assertThat(everything()).doesNotContain("horse-7");
  }

  @Test
  void alsoWhenItsProgramFails() {
    say("set_password person=maria password=fails");
    say("yes");
    assertThat(everything()).contains("set maria to •••").doesNotContain("fails");
  }

  @Test
  void oneInADryRunToo() {
    var answer = say("dry run: set_password person=maria password=\"" + SECRET + "\"");
    assertThat(words(answer)).contains("password=•••").doesNotContain("started");
    say("dry run of set_password person=maria password=" + SECRET);
    assertThat(everything()).contains("dry run: set_password").doesNotContain("horse-7");
  }

  @Test
  void aCommandThatIsWrongIsKeptWithoutItsSecret() {
    say("set_password person=maria password=\"" + SECRET + "\" colour=red");
    say("set_password person=maria password=" + SECRET);
    assertThat(everything()).contains("password=•••").doesNotContain("horse-7");
  }

  @Test
  void whatIsShownInItsPlaceIsNoValue() {
    var answer = say("set_password person=maria password=•••");
    assertThat(answer.state().asking()).isEqualTo("password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AKIAABCDEFGHIJKLMNOP", "Bearer abcdef0123456789xyz"})
  void whatLooksLikeATokenIsKeptNowhere(String token) {
    say("why does " + token + " not work any more");
    say("set_password person=maria");
    say(token);
    say("no");
    assertThat(everything()).contains("why does").doesNotContain("AKIA").doesNotContain("abcdef01");
  }

  @Test
  void aTokenThatWasAskedForIsUsed() throws IOException {
    say("set_password person=maria");
    say("AKIAABCDEFGHIJKLMNOP");
    say("yes");
    assertThat(received()).isEqualTo("AKIAABCDEFGHIJKLMNOP");
    assertThat(everything()).doesNotContain("AKIA");
  }
}
