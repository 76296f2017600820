package dev.parley.channel.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.reply.Reply;
import dev.parley.reply.ReplyPart;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exactly what Mattermost is sent for each kind of reply. */
class MattermostTextTest {
  @Test
  void text() {
    shown(new ReplyPart.Text("Done on web-01."), "Done on web\\-01.");
  }

  @Test
  void choices() {
    var choices = new ReplyPart.Choices(List.of("api", "web"));
    shown(choices, "(api, web)");
    assertThat(MattermostText.of(new Reply(List.of(choices)), true)).isEmpty();
  }

  @Test
  void confirmation() {
    shown(
        new ReplyPart.Confirmation("Shall I?", List.of("$ systemctl restart apache2", "on web-01")),
        "```\n$ systemctl restart apache2\non web-01\n```\n**Shall I?**");
  }

  @Test
  void table() {
    shown(
        new ReplyPart.Table(List.of("host", "free"), List.of(List.of("a|b", "20 GB"))),
        "| host | free |\n| --- | --- |\n| a\\|b | 20 GB |");
  }

  @Test
  void code() {
    shown(new ReplyPart.Code("web:", "a\n```\nb"), "web:\u2060\n````\na\n```\nb\n````");
  }

  @Test
  void nothingInATextIsMarkupOrCallsAnybody() {
    shown(
        new ReplyPart.Text("@channel **now** [x](http://y)"),
        "@\u200bchannel \\*\\*now\\*\\* \\[x\\]\\(http:\u2060//y\\)");
  }

  @Test
  void whatIsTooLongIsCutAndSaidToBe() {
    var shown =
        MattermostText.of(new Reply(List.of(new ReplyPart.Code("", "x\n".repeat(20_000)))), false);
    assertThat(shown.length()).isLessThan(16_000);
    assertThat(shown).endsWith("\n```\n*The rest is too long for a message here.*");
  }

  private static void shown(ReplyPart part, String text) {
    assertThat(MattermostText.of(new Reply(List.of(part)), false)).isEqualTo(text);
  }
}
