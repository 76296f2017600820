package dev.parley.action.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.intent.ExecutionStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingCheckTest {
  @BeforeEach
  void needsThePingProgram() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ping")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void tellsHowQuicklyAnAddressAnswers(String address) {
    var outcome = new Lookout().reaches("127.0.0.1", "::1").ping(address);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(outcome.results().get(0).output())
        .contains("answers 4 of 4 pings, in ")
        .contains("4 packets transmitted");
  }

  @Test
  void theProgramGetsTheAddressThatWasJudged() {
    var lookout = new Lookout().reaches("127.0.0.0/8").knows("a.example", "127.0.0.9");
    assertThat(lookout.ping("a.example").results().get(0).output())
        .startsWith("a.example (127.0.0.9) answers")
        .contains("PING 127.0.0.9");
    assertThat(lookout.asked()).containsExactly("a.example");
  }
}
