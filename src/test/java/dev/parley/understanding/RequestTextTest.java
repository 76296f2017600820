package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "can you restart nginx? | restart nginx?",
        "please just restart nginx right away | restart nginx",
        "it would be great if you could stop redis for me | stop redis",
        "no rush, but please stop redis when you can | stop redis",
        "why don't you reload haproxy | reload haproxy",
        "hi! restart nginx, thanks a lot | restart nginx",
      })
  void dropsWhatAnyRequestMayStandIn(String said, String asked) {
    assertThat(RequestText.of(said)).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "restrat nginx, restart nginx",
    "resart nginx, restart nginx",
    "stpo nginx, stop nginx",
    "statr nginx, start nginx",
    "relaod nginx, reload nginx",
    "uptmie web-01, uptime web-01",
    "scael shop, scale shop",
    "a tikcet for ops, a ticket for ops",
    "slience HighCPU, silence HighCPU",
    "shut donw redis, shut down redis",
  })
  void putsSlipsRight(String typed, String meant) {
    assertThat(RequestText.of(typed)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx restarts",
        "it stopped",
        "stats of web-01",
        "the state of redis",
        "read the loads",
        "could be that nginx is down",
        "whos on the shopping list",
        "what resolves it isnt cached",
        "can you see whether nginx runs",
        "please"
      })
  void leavesTheRestAlone(String text) {
    assertThat(RequestText.of(text)).isEqualTo(text);
  }
}
