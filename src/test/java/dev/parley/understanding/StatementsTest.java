package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis is doing fine on cache-01",
        "nginx on web-02 is back up",
        "fyi: the gateway is still down",
        "the load of db-02 is at 9 and rising",
        "web-03 was unreachable",
        "cache-01 has 32 cores",
        "haproxy looks healthy",
        "we have four copies of it in staging",
        "we only run two of them",
        "cache-01 has port 6379 open",
        "app-02 had java 11 installed",
      })
  void sayHowThingsAre(String text) {
    assertThat(Statements.is(Line.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is redis fine on cache-01",
        "nginx on web-02 is down, restart it",
        "the gateway is down?",
        "i want to know if web-03 is up",
        "haproxy is slow and needs a restart",
        "show me what is up on web-01",
        "who is on call",
        "redis is down on cache-01. restart it",
        "redis should be up on cache-01",
        "we have two customers waiting, restart redis",
        "do we have four copies?",
        "i have to scale it to four",
      })
  void whatAsksIsNone(String text) {
    assertThat(Statements.is(Line.of(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis is fine on cache-01", "pg is up again on db-01"})
  void startNothing(String text) {
    assertThat(Shipped.read("service_status", text).zone()).isEqualTo(Zone.DECLINE);
  }
}
