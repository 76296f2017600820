package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Speaker JASON = Speaker.of("parley", "jason");
  private static final Speaker MARIA = Speaker.of("parley", "maria");
  private final SettableClock clock = new SettableClock();
  private final Sessions sessions = new Sessions(clock);

  @Test
  void endAfterTwelveHours() {
    var secret = sessions.open(JASON);
    clock.advance(Duration.ofHours(12).minusSeconds(1));
    var session = sessions.find(secret).orElseThrow();
    assertThat(session.speaker()).isEqualTo(JASON);
    assertThat(session.remaining()).isEqualTo(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(sessions.find(secret)).isEmpty();
    assertThat(session.isOpen()).isFalse();
    assertThat(sessions.find("guess")).isEmpty();
  }

  @Test
  void tellThoseWhoFollowWhenTheyAreRevoked() {
    var told = new ArrayList<String>();
    var secret = sessions.open(JASON);
    var session = sessions.find(secret).orElseThrow();
    session.whenRevoked(() -> told.add("one"));
    Runnable gone = () -> told.add("gone");
    session.whenRevoked(gone);
    session.forget(gone);
    sessions.close(secret);
    sessions.close(secret);
    assertThat(told).containsExactly("one");
    assertThat(session.isOpen()).isFalse();
    session.whenRevoked(() -> told.add("late"));
    assertThat(told).containsExactly("one", "late");
  }

  @Test
  void ofOnePersonEndTogetherAndNobodyElses() {
    sessions.open(MARIA);
    var second = sessions.open(MARIA);
    var jasons = sessions.open(JASON);
    assertThat(sessions.closeAll("parley:maria")).isEqualTo(2);
    assertThat(sessions.find(second)).isEmpty();
    assertThat(sessions.find(jasons)).isPresent();
    assertThat(sessions.closeAll("parley:maria")).isZero();
  }
}
