package dev.parley.channel.irc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.reply.Reply;
import dev.parley.reply.ReplyPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exactly what IRC is sent for each kind of reply. */
class IrcTextTest {
  @Test
  void text() {
    shown(
        new ReplyPart.Text("Restarting apache.\n\nIt takes a moment."),
        "Restarting apache.",
        "It takes a moment.");
  }

  @Test
  void choices() {
    shown(new ReplyPart.Choices(List.of("web-01", "web-02")), "(web-01, web-02)");
    shown(new ReplyPart.Choices(List.of("yes", "no")));
  }

  @Test
  void confirmation() {
    shown(
        new ReplyPart.Confirmation(
            "Shall I go ahead? (yes or no)", List.of("$ systemctl restart apache2", "on web-01")),
        "> $ systemctl restart apache2",
        "> on web-01",
        "Shall I go ahead? (yes or no)");
  }

  @Test
  void table() {
    shown(
        new ReplyPart.Table(List.of("host", "free"), List.of(List.of("web-01", "20 GB"))),
        "host    free",
        "web-01  20 GB");
  }

  @Test
  void code() {
    shown(new ReplyPart.Code("web-01:", "a\n  b\tc"), "web-01:", "| a", "|   b    c");
    shown(new ReplyPart.Code("", "a"), "| a");
  }

  @Test
  void nothingSteersTheServerOrAClient() {
    shown(
        new ReplyPart.Text("a\rQUIT\nb\u0000\u0001ACTION\u0001 \u000304red \u202egpj"),
        "a",
        "QUIT",
        "b\uFFFD\uFFFDACTION\uFFFD \uFFFD04red \uFFFDgpj");
  }

  @Test
  void longLinesAreSplitBetweenWordsAndNeverWithinACharacter() {
    var text = "ä🙂 ".repeat(300);
    var lines = IrcLines.of(text, 100);
    assertThat(lines).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 100);
    assertThat(String.join(" ", lines)).isEqualTo(text.strip());
    var unbroken = IrcLines.of("🙂".repeat(200), 101);
    assertThat(String.join("", unbroken)).isEqualTo("🙂".repeat(200));
    assertThat(unbroken).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 101);
  }

  @Test
  void aLineFitsAsTheServerPassesItOn() {
    int room = IrcLines.room("parley", "#ops");
    var relayed = ":parley!" + "u".repeat(11) + "@" + "h".repeat(63) + " PRIVMSG #ops :";
    assertThat(relayed.length() + room + "\r\n".length()).isEqualTo(512);
  }

  @Test
  void colourIsNotHeard() {
    assertThat(IrcLines.plain("\u0002restart\u000f \u000304,01apache\u0003"))
        .isEqualTo("restart apache");
  }

  private static void shown(ReplyPart part, String... lines) {
    assertThat(IrcLines.of(IrcText.of(new Reply(List.of(part))), 400)).containsExactly(lines);
  }
}
