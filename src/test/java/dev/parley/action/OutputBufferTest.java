package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputBufferTest {
  private final OutputBuffer buffer = new OutputBuffer();

  @Test
  void keepsTheFirst64KiBAndSaysThatItCut() {
    write("a".repeat(OutputBuffer.LIMIT));
    assertThat(buffer.truncated()).isFalse();
    write("b");
    assertThat(buffer.truncated()).isTrue();
    assertThat(buffer.text(1)).hasSize(OutputBuffer.LIMIT).doesNotContain("b");
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
