package dev.parley.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type in Slack, and what they mean. */
class SlackTextTest {
  private final SlackText text =
      new SlackText("U0BOT", id -> Map.of("U0MARIA", "maria").getOrDefault(id, id));

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '\0',
      textBlock =
          """
          <@U0BOT> restart apache = restart apache
          <@U0BOT>: restart apache = restart apache
          <@U0BOT|parley>, restart apache = restart apache
          restart apache <@U0BOT> = restart apache
          assign OPS-1 to <@U0MARIA> = assign OPS-1 to @maria
          assign OPS-1 to <@U0OTHER|otto> = assign OPS-1 to @otto
          tell <@U0OTHER> = tell @U0OTHER
          post it in <#C012|deploys> = post it in #deploys
          post it in <#C012|> = post it in #C012
          post it in <#C012> = post it in #C012
          restart <http://web-01.example.com|web-01.example.com> = restart web-01.example.com
          look at <https://ci.example.com/job/7> = look at https://ci.example.com/job/7
          look at <https://ci.example.com/job/7|that job> = look at that job (https://ci.example.com/job/7)
          write to <mailto:ops@example.com|ops@example.com> = write to ops@example.com
          write to <mailto:ops@example.com> = write to ops@example.com
          call <tel:+4930123|030 123> = call 030 123
          <!here> restart apache = @here restart apache
          ask <!subteam^S012|@oncall> = ask @oncall
          at <!date^1392734382^{time}|6:39 AM> = at 6:39 AM
          a &lt; b &amp;&amp; c &gt; d = a < b && c > d
          &amp;lt; = &lt;
          a &lt;@U0MARIA&gt; b = a <@U0MARIA> b
          `restart apache` = restart apache
          ```restart apache``` = restart apache
          restart `apache` on `web-01` = restart `apache` on `web-01`
          search the logs for `out of memory` = search the logs for "out of memory"
          restart\u00a0apache on\u2009web-01 = restart apache on web-01
          search for \u201cdisk full\u201d, it\u2019s bad = search for "disk full", it's bad
          """)
  void isReadAsItIsMeant(String typed, String meant) {
    assertThat(text.plain(typed)).isEqualTo(meant);
  }

  @Test
  void aCodeBlockIsItsContent() {
    assertThat(text.plain("<@U0BOT> ```\nrestart_service service=apache\n```"))
        .isEqualTo("restart_service service=apache");
  }

  @Test
  void whatHidesItselfIsNotRemoved() {
    // the assistant refuses it and says so; removed it would be another message
    assertThat(text.plain("restart\u200b apache")).isEqualTo("restart\u200b apache");
  }

  @Test
  void tellsWhomAMessageAddresses() {
    assertThat(text.mentions("hey <@U0BOT> restart apache")).isTrue();
    assertThat(text.mentions("hey <@U0BOT2> restart apache")).isFalse();
    assertThat(text.addressesSomebodyElse("<@U0MARIA> look")).isTrue();
    assertThat(text.addressesSomebodyElse("<@U0BOT> look")).isFalse();
    assertThat(text.addressesSomebodyElse("look, <@U0MARIA>")).isFalse();
  }
}
