package dev.parley.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Channels;
import dev.parley.channel.Setup;
import dev.parley.intent.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack in {@code channels.yml}, and what is documented of it. */
class SlackKindTest {
  private static final Path DOCS = Path.of("docs/slack");

  @TempDir Path folder;

  private Channels.Result read(String text) throws IOException {
    var file = folder.resolve("channels.yml");
    Files.writeString(file, text);
    return Channels.read(file, List.of(new SlackKind()));
  }

  private Setup setup(String text) throws IOException {
    var read = read(text);
    assertThat(read.problems()).isEmpty();
    return read.channels().setups().get("slack");
  }

  @Test
  void nothingHasToBeSaid() throws IOException {
    assertThat(setup("slack: {}\n"))
        .isEqualTo(
            new SlackSetup(
                SlackSetup.Mode.SOCKET,
                "slack-bot-token",
                "slack-app-token",
                "slack-signing-secret",
                "https://slack.com/api/"));
  }

  @Test
  void everyNodeIsCalledAndOnlyOneCalls() throws IOException {
    assertThat(setup("slack: {mode: http}\n").onEachNode()).isTrue();
    assertThat(setup("slack: {mode: socket}\n").onEachNode()).isFalse();
  }

  @Test
  void whatIsWrongIsToldWithItsLine() throws IOException {
    var problems =
        read(
                """
                slack:
                  mode: sockets
                  bot_tokn: a
                  app_token: xapp-1-A0-123-SECRET
                  api: http://slack.example.com/api
                """)
            .problems()
            .stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n"));
    assertThat(problems)
        .contains(":2", "There is no mode sockets", "socket")
        .contains(":3", "bot_tokn", "bot_token")
        .contains(":4", "the name of a secret")
        .contains(":5", "https://")
        .doesNotContain("SECRET");
  }

  @Test
  void theDocumentedKeysAreTheOnesThatThereAre() throws IOException {
    var page = Files.readString(DOCS.resolve("README.md"));
    for (var key : List.of("mode", "bot_token", "app_token", "signing_secret", "api")) {
      assertThat(page).contains("| `" + key + "` |");
    }
  }

  /** Each method that is called needs one of these, by Slack's documentation. */
  @Test
  void theManifestAsksForWhatIsNeededAndNoMore() throws IOException {
    var manifest = Files.readString(DOCS.resolve("manifest.yml"));
    var scopes =
        Pattern.compile("- ([a-z_]+:[a-z]+|commands)\\b")
            .matcher(manifest)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(scopes)
        .containsExactlyInAnyOrder(
            "app_mentions:read",
            "channels:history",
            "channels:read",
            "chat:write",
            "commands",
            "files:write",
            "groups:history",
            "groups:read",
            "im:history",
            "im:read",
            "im:write",
            "reactions:write");
    assertThat(manifest)
        .contains(
            "- app_mention\n", "- message.channels\n", "- message.groups\n", "- message.im\n");
  }
}
