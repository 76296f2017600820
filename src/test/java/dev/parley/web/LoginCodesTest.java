package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Speaker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginCodesTest {
  private static final Speaker MARIA = Speaker.of("parley", "maria");
  private final SettableClock clock = new SettableClock();
  private final PassStore store = new KeptPasses();
  private final LoginCodes codes = new LoginCodes(store, clock);

  @Test
  void aCodeServesOnceAndThePersonWhomItIsFor() {
    var code = codes.issue(MARIA);
    assertThat(codes.redeem(code)).contains(MARIA);
    assertThat(codes.redeem(code)).isEmpty();
  }

  @Test
  void refusesACodeAfterTenMinutes() {
    var code = codes.issue(MARIA);
    clock.advance(Duration.ofMinutes(10));
    assertThat(codes.redeem(code)).isEmpty();
  }

  @Test
  void servesUntilTenMinutesHavePassed() {
    var code = codes.issue(MARIA);
    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(codes.redeem(code)).isPresent();
  }

  @Test
  void refusesACodeThatItNeverMade() {
    codes.issue(MARIA);
    assertThat(codes.redeem("guess")).isEmpty();
    assertThat(codes.redeem("")).isEmpty();
  }

  @Test
  void refusesACodeThatWasWithdrawn() {
    var code = codes.issue(MARIA);
    var other = codes.issue(Speaker.of("parley", "jason"));
    codes.withdraw("parley:maria");
    assertThat(codes.redeem(code)).isEmpty();
    assertThat(codes.redeem(other)).isPresent();
  }

  @Test
  void servesOnceAmongAllServers() {
    var other = new LoginCodes(store, clock);
    var code = codes.issue(MARIA);
    assertThat(other.redeem(code)).contains(MARIA);
    assertThat(codes.redeem(code)).isEmpty();
  }

  @Test
  void noCodeStandsInTheStore() {
    var code = codes.issue(MARIA);
    assertThat(store.all(Pass.Kind.CODE).toString()).contains("maria").doesNotContain(code);
  }
}
