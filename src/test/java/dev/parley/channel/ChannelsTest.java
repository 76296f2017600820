package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.irc.IrcKind;
import dev.parley.channel.mattermost.MattermostKind;
import dev.parley.intent.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code channels.yml}, with every problem at once. */
class ChannelsTest {
  @TempDir Path folder;

  @Test
  void noFileMeansNoFrontEnd() {
    var result = Channels.read(folder.resolve("channels.yml"), List.of(new IrcKind()));
    assertThat(result.channels()).isEqualTo(Channels.NONE);
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void readsWhatIsWritten() throws IOException {
    var text =
        """
        irc:
          server: irc.example.org
          channels: ["#ops"]
        mattermost: {url: "https://chat.example.org", token: mattermost-token}
        """;
    var first = read(text);
    assertThat(first.problems()).isEmpty();
    assertThat(first.channels().setups()).containsOnlyKeys("irc", "mattermost");
    assertThat(read(text).channels()).isEqualTo(first.channels());
    assertThat(read(text.replace("#ops", "#dev")).channels()).isNotEqualTo(first.channels());
  }

  @Test
  void tellsEveryProblemAtOnce() throws IOException {
    var result =
        read(
            """
            irk: {}
            irc:
              server: irc.example.org
              chanels: ["#ops"]
              nick: "not a nick"
              tls: false
              account: parley
              password: "hunter2 is my password"
              identity: nick
            mattermost:
              url: http://chat.example.org
            """);
    assertThat(result.channels()).isEqualTo(Channels.NONE);
    assertThat(result.problems().stream().map(Problem::toString))
        .anyMatch(line -> line.startsWith("channels.yml:1:") && line.contains("mean irc?"))
        .anyMatch(line -> line.startsWith("channels.yml:4:") && line.contains("mean channels?"))
        .anyMatch(line -> line.startsWith("channels.yml:5:") && line.contains("nick"))
        .anyMatch(line -> line.startsWith("channels.yml:8:") && line.contains("name of a secret"))
        .anyMatch(
            line ->
                line.startsWith("channels.yml:9:") && line.contains("identity")
                    || line.contains("who speaks"))
        .anyMatch(line -> line.contains("key token is missing"))
        .anyMatch(line -> line.startsWith("channels.yml:11:") && line.contains("in the clear"))
        .noneMatch(line -> line.contains("hunter2"));
  }

  private Channels.Result read(String text) throws IOException {
    var file = Files.writeString(folder.resolve("channels.yml"), text);
    return Channels.read(file, List.of(new IrcKind(), new MattermostKind()));
  }
}
