package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginCodesTest {
  private final SettableClock clock = new SettableClock();
  private final LoginCodes codes = new LoginCodes(clock);

  @Test
  void aCodeServesOnce() {
    var code = codes.issue();
    assertThat(codes.redeem(code)).isTrue();
    assertThat(codes.redeem(code)).isFalse();
  }

  @Test
  void refusesACodeAfterTenMinutes() {
    var code = codes.issue();
    clock.advance(Duration.ofMinutes(10));
    assertThat(codes.redeem(code)).isFalse();
  }

  @Test
  void servesUntilTenMinutesHavePassed() {
    var code = codes.issue();
    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(codes.redeem(code)).isTrue();
  }

  @Test
  void refusesACodeThatItNeverMade() {
    codes.issue();
    assertThat(codes.redeem("guess")).isFalse();
    assertThat(codes.redeem("")).isFalse();
  }

  @Test
  void sessionsEndAfterTwelveHours() {
    var sessions = new Sessions(clock);
    var session = sessions.open();
    clock.advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(sessions.isOpen(session)).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(sessions.isOpen(session)).isFalse();
    assertThat(sessions.isOpen("guess")).isFalse();
  }
}
