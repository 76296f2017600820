package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputBufferTest {
  private final OutputBuffer buffer = new OutputBuffer();

  @Test
  void ofMuchTheBeginningAndTheEndAreKept() {
    for (int i = 1; i <= 20_000; i++) {
      write("line " + i + "\n");
    }
    var kept = buffer.kept(Integer.MAX_VALUE);
    assertThat(kept.truncated()).isTrue();
    assertThat(kept.lines()).isEqualTo(20_000);
    assertThat(kept.text())
        .startsWith("line 1\nline 2\n")
        .endsWith("line 19999\nline 20000")
        .hasSizeLessThan(OutputBuffer.LIMIT + 100);
    long shown = kept.text().lines().count() - 1;
    assertThat(kept.text()).contains("\n[… %,d lines left out …]\n".formatted(20_000 - shown));
  }

  @Test
  void whatJustFitsIsKeptWhole() {
    write("a".repeat(OutputBuffer.LIMIT));
    assertThat(buffer.truncated()).isFalse();
    assertThat(buffer.text(1)).hasSize(OutputBuffer.LIMIT);
    write("b");
    assertThat(buffer.truncated()).isTrue();
    assertThat(buffer.text(9)).startsWith("a").contains("\n[…]\n").endsWith("b");
  }

  @Test
  void aCharacterThatArrivesInPiecesIsOne() {
    var heard = new StringBuilder();
    var live = new OutputBuffer(heard::append);
    for (byte b : "Größe: 3 €, 😀\n".getBytes(StandardCharsets.UTF_8)) {
      live.write(b);
    }
    live.end();
    assertThat(heard).hasToString("Größe: 3 €, 😀\n");
  }

  @Test
  void halfACharacterAtTheEndIsShownAsNone() {
    buffer.write(new byte[] {'a', (byte) 0xe2, (byte) 0x82}, 0, 3);
    buffer.end();
    assertThat(buffer.text(1)).isEqualTo("a\uFFFD");
  }

  @Test
  void anEscapeSequenceThatArrivesInPiecesIsLeftOut() {
    for (var piece : List.of("\u001b", "[3", "1mred\u001b]0;ti", "tle\u0007 plain\u001b[", "0m")) {
      write(piece);
    }
    assertThat(buffer.text(9)).isEqualTo("red plain");
  }

  @Test
  void aSequenceThatIsNeverClosedDoesNotSilenceTheRest() {
    write("\u001b]" + "x".repeat(10_000) + "\nstill here\n");
    assertThat(buffer.text(9)).endsWith("still here");
  }

  @Test
  void whatRewritesItsLineBeginsANewOne() {
    write("10%\r20%\r");
    write("\ndone\n");
    assertThat(buffer.text(9)).isEqualTo("10%\n20%\ndone");
  }

  @Test
  void textThatRunsTheOtherWayIsPutStraight() {
    write("exe\u202Etxt.\u2066x\n");
    assertThat(buffer.text(9)).isEqualTo("exetxt.x");
  }

  @Test
  void keepsAsManyLinesAsWereAskedFor() {
    write("one\ntwo\nthree\n");
    assertThat(buffer.text(2)).isEqualTo("one\ntwo");
    assertThat(buffer.truncated()).isFalse();
  }

  @Test
  void nothingInItActsOnATerminal() {
    write("\u001b[31mred\u001b[0m \u001b]0;title\u0007plain\r\n\u009bt\u0000ab\b");
    assertThat(buffer.text(9)).isEqualTo("red plain\ntab");
  }

  private void write(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.write(bytes, 0, bytes.length);
  }
}
