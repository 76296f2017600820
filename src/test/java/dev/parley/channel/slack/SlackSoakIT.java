package dev.parley.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short form of {@code src/test/bench/slack-soak}, with the packaged server. */
class SlackSoakIT {
  private static final int MESSAGES = 600;

  @Test
  void everyMessageIsAnsweredOnceWhateverSlackDoes(@TempDir Path folder) throws Exception {
    var result =
        SlackSoak.packaged(Path.of(System.getProperty("parley.jar")), folder, MESSAGES, System.out);
    assertThat(result.wrong()).isEmpty();
    assertThat(result.lost()).isZero();
    assertThat(result.messages()).isGreaterThanOrEqualTo(MESSAGES);
    assertThat(result.connections()).isGreaterThan(1);
  }
}
