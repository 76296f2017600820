package dev.parley.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many people at once, and a Slack with whom much goes wrong. */
class SlackSoakTest {
  private static final int MESSAGES = Integer.getInteger("soak.messages", 400);

  @Test
  void everyMessageIsAnsweredOnceInItsThreadAndNothingRunsTwice(@TempDir Path folder)
      throws Exception {
    var result = SlackSoak.here(folder, MESSAGES, System.out);
    assertThat(result.wrong()).isEmpty();
    assertThat(result.lost()).isZero();
    assertThat(result.messages()).isGreaterThanOrEqualTo(MESSAGES);
  }
}
