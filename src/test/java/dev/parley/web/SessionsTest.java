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
  private final PassStore store = new KeptPasses();
  private final Sessions sessions = new Sessions(store, clock);

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

  @Test
  void openedOnOneServerTheyAreKnownToTheOthers() {
    var other = new Sessions(store, clock);
    var secret = sessions.open(JASON);
    other.refresh();
    assertThat(other.find(secret).orElseThrow().speaker()).isEqualTo(JASON);
    clock.advance(Duration.ofHours(12));
    assertThat(other.find(secret)).isEmpty();
  }

  @Test
  void endedOnOneServerTheyEndOnTheOthersAndWhoFollowsIsTold() {
    var other = new Sessions(store, clock);
    var secret = sessions.open(MARIA);
    other.refresh();
    var told = new ArrayList<String>();
    other.find(secret).orElseThrow().whenRevoked(() -> told.add("ended"));
    assertThat(sessions.closeAll("parley:maria")).isEqualTo(1);
    other.refresh();
    assertThat(told).containsExactly("ended");
    assertThat(other.find(secret)).isEmpty();
  }

  @Test
  void noSecretStandsInTheStore() {
    var secret = sessions.open(MARIA);
    assertThat(store.all(Pass.Kind.SESSION).toString()).contains("maria").doesNotContain(secret);
    assertThat(sessions.find(store.all(Pass.Kind.SESSION).get(0).hash())).isEmpty();
  }
}
