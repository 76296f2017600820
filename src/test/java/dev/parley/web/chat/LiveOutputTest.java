package dev.parley.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.chat.LiveOutput.Segment;
import org.junit.jupiter.api.Test;

class LiveOutputTest {
  private final LiveOutput output = new LiveOutput();

  @Test
  void goesOnWhereAReaderStopped() {
    output.append("web-01", "one\n");
    output.append("web-01", "two\n");
    output.append("web-02", "three\n");
    var all = output.since(0);
    assertThat(all.from()).isZero();
    assertThat(all.next()).isEqualTo(14);
    assertThat(all.segments())
        .containsExactly(new Segment("web-01", "one\ntwo\n"), new Segment("web-02", "three\n"));
    assertThat(output.since(6).segments())
        .containsExactly(new Segment("web-01", "o\n"), new Segment("web-02", "three\n"));
    assertThat(output.since(14).segments()).isEmpty();
    output.append("web-02", "");
    assertThat(output.since(14).segments()).isEmpty();
  }

  @Test
  void forgetsTheBeginningOfMuchOutputAndSaysHowMuch() {
    output.append("web-01", "a".repeat(1000));
    output.append("web-01", "b".repeat(64 * 1024));
    var piece = output.since(0);
    assertThat(piece.from()).isEqualTo(1000);
    assertThat(piece.segments()).containsExactly(new Segment("web-01", "b".repeat(64 * 1024)));
    output.append("web-02", "c".repeat(200_000));
    piece = output.since(1000);
    assertThat(piece.next()).isEqualTo(1000 + 64 * 1024 + 200_000);
    assertThat(piece.from()).isEqualTo(piece.next() - 64 * 1024);
    assertThat(piece.segments()).containsExactly(new Segment("web-02", "c".repeat(64 * 1024)));
  }
}
