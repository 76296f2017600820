package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.intent.Discretion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscreetOutputTest {
  private final StringBuilder live = new StringBuilder();

  private String shown(String... pieces) {
    var run = new ActiveRun("e1");
    run.conceal(List.of("hunter2"));
    try (var following = run.follow((target, text) -> live.append(text))) {
      var output = run.output("web-01");
      for (var piece : pieces) {
        var bytes = piece.getBytes(StandardCharsets.UTF_8);
        output.write(bytes, 0, bytes.length);
      }
      output.end();
      return output.text(Integer.MAX_VALUE);
    }
  }

  @Test
  void aSecretThatArrivesInPiecesIsTakenOutHereAndForThoseWhoFollow() {
    assertThat(shown("it is hun", "ter2\nand Bear", "er abcdef0123456789xyz\nbye"))
        .isEqualTo("it is •••\nand Bearer •••\nbye");
    assertThat(live).hasToString("it is •••\nand Bearer •••\nbye");
  }

  @Test
  void ofAPrivateKeyOnlyThatItWasThere() {
    assertThat(
            shown(
                "key:\n-----BEGIN PRIVATE KEY-----\n",
                "MIIEvQIBADANBg\nkqhkiG9w0B\n",
                "-----END PRIVATE KEY-----\n",
                "done\n"))
        .isEqualTo("key:\n•••\ndone");
  }

  @Test
  void aLineThatNeverEndsIsPassedOnAndWhatIsLeftAtTheEnd() {
    var output = new DiscreetOutput(Discretion::over);
    assertThat(output.next("a".repeat(10_000))).hasSize(10_000);
    assertThat(output.next("b")).isEmpty();
    assertThat(output.end()).isEqualTo("b");
  }

  @Test
  void aSecretAcrossTheEndOfAPieceOfALongLineIsTakenOutToo() {
    var output = new DiscreetOutput(Discretion::over);
    var shown =
        output.next("a ".repeat(5_000) + "Authorization: Bearer abcdef")
            + output.next("0123456789xyz and more")
            + output.end();
    assertThat(shown.substring(shown.indexOf("Auth")))
        .isEqualTo("Authorization: Bearer ••• and more");
  }
}
