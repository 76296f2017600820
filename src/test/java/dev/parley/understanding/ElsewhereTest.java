package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElsewhereTest {
  private static final Elsewhere ELSEWHERE = new Elsewhere(Set.of("Xavier"), "oscar"::equals);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xavier, restart nginx",
        "Xavier can you restart nginx",
        "@somebot restart nginx",
        "hey maria, stop redis please",
        "can you stop redis, xavier?",
        "i'm restarting nginx",
        "we are about to stop redis",
        "maria has restarted nginx",
        "i'll reload haproxy",
        "restarting nginx now",
        "thanks for restarting nginx",
        "should we restart nginx",
        "is it safe to stop redis",
        "what happens if you reload haproxy",
        "have you restarted nginx",
        "remind me to restart nginx",
        "tell xavier to stop redis",
        "we rolled back the shop an hour ago",
        "xavier acked INC-12",
        "i'm deploying billing right now",
        "should i roll back billing",
        "who deployed the shop last night",
        "ask xavier to silence the alert",
        "xavier will open an incident tomorrow",
        "let's say nginx dies, restart it then",
        "our wiki clearly says to restart nginx",
        "xavier wants to restart nginx on friday, i heard",
        "write a reminder to restart nginx",
        "what did i do this morning",
        "they asked at the exam how one restarts nginx",
        "somebody wanted to know whether web-01 is up",
        "Mar 03 11:52:40 app-01 java[4411]: worker exited",
        "2026-03-03T11:52:40.120Z ERROR reboot of web-01 failed",
        "what have we changed since lunch?",
        "so what did maria ask you",
        "what was maria doing",
        "our vendor always says: restart nginx first",
        "and my predecessor was like, \"reboot web-01\"",
        "had to restart nginx twice tonight, yuck",
        "we used to reboot web-01 every monday",
        "one might scale the shop down",
        "in theory the shop scales to twenty",
        "someone turned nginx off",
        "xavier took web-02 down",
        "nginx was restarted on web-02, that was all",
        "would a restart of nginx cut connections?",
        "let redis come up at boot"
      })
  void asksForNothing(String text) {
    assertThat(ELSEWHERE.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart nginx",
        "@here can somebody restart nginx",
        "oscar: restart nginx",
        "restart nginx on web-01, thanks, maria",
        "i restarted it twice, please restart nginx",
        "i'm going to need nginx restarted",
        "can we restart nginx",
        "is nginx running",
        "tell me the uptime of web-01",
        "tell me if nginx is up",
        "what does the load on web-01 look like",
        "does nginx run on web-01",
        "open a ticket to restart nginx",
        "file a bug: the search is slow",
        "tell the payments on-call that checkout is down",
        "we deployed 1.9 and it is broken, please roll back billing",
        "roll back billing in staging",
        "can you ack INC-12",
        "who is on call",
        "what does example.com resolve to",
        "nginx on web-01 needs a restart",
        "what is running on web-01",
        "he asked whether web-01 is up, can you look",
        "my boss said to restart nginx on web-01",
        "could a reload of nginx be done please",
        "nginx was stopped on web-01, please start it",
        "might we reboot web-02",
        "do you think we could restart nginx",
        "had to leave my desk, please restart nginx"
      })
  void asksTheAssistant(String text) {
    assertThat(ELSEWHERE.is(text)).isFalse();
  }
}
