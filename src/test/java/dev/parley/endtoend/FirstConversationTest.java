package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Answer;
import dev.parley.Assistant;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.reply.Reply;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Records;
import dev.parley.wiring.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first conversation and what may go wrong in it, with a clock that the test sets. */
class FirstConversationTest {
  private static final ConversationId ROOM = new ConversationId("terminal", "room");

  @TempDir static Path folder;
  private static final SetClock CLOCK = new SetClock();
  private static Assembly assembly;
  private Assistant assistant;

  @BeforeAll
  static void open() {
    TestHome.empty(folder)
        .copied("intents/restart_service.yml")
        .copied("training-data/restart_service.yml")
        .copied("inventory");
    assembly =
        Assembly.open(Home.of(folder), new Settings(folder.resolve("data"), true, "jason", CLOCK));
  }

  @AfterAll
  static void close() {
    assembly.close();
  }

  @BeforeEach
  void begin() {
    var records = Records.inMemory();
    assistant = assembly.assistant(records);
    records.workers().start(assistant::perform);
  }

  @Test
  void asksForTheHostThenShowsThenRuns() {
    assertThat(asking(say("restart apache"))).isEqualTo("host");
    shown(say("192.168.0.24"), "apache", "web-01");
    ran(say("yes"), "restart_service service=apache host=web-01");
  }

  @Test
  void takesTheHostFirstAndAsksForTheService() {
    assertThat(asking(say("restart a service on web-02"))).isEqualTo("service");
    shown(say("nginx"), "nginx", "web-02");
  }

  @Test
  void asksForBothWhenBothAreMissing() {
    assertThat(asking(say("can you restart a service for me"))).isEqualTo("service");
    assertThat(asking(say("apache"))).isEqualTo("host");
    shown(say("web-03"), "apache", "web-03");
  }

  @Test
  void asksForNothingThatWasSaid() {
    shown(say("restart apache on web-01"), "apache", "web-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "never mind"})
  void isLeftAtEveryPoint(String word) {
    say("can you restart a service for me");
    left(say(word));
    say("restart apache");
    left(say(word));
    say("restart apache on web-01");
    left(say(word));
    ranNothing(say("yes"));
  }

  @Test
  void aCorrectionIsShownAnewAndOnlyItRuns() {
    say("restart apache on web-01");
    shown(say("no, web-02"), "apache", "web-02");
    ran(say("yes"), "restart_service service=apache host=web-02");
  }

  @Test
  void aHostThatDoesNotExistIsToldWithNearNames() {
    assertThat(words(say("restart apache on web-09"))).contains("web-09").contains("web-01");
    ranNothing(say("yes"));
  }

  @Test
  void aServiceThatIsNotListedThereIsShownWithAWarning() {
    var answer = say("restart nginx on db-01");
    shown(answer, "nginx", "db-01");
    assertThat(words(answer)).contains("does not list nginx on db-01");
  }

  @Test
  void aSecondYesFindsNothing() {
    say("restart apache on web-01");
    ran(say("yes"), "restart_service service=apache host=web-01");
    ranNothing(say("yes"));
  }

  @Test
  void ignoresYesFromSomeoneElse() {
    say("restart apache on web-01");
    ranNothing(hear("maria", UUID.randomUUID().toString(), "yes"));
    ran(say("yes"), "restart_service service=apache host=web-01");
  }

  @Test
  void aYesJustBeforeTheOfferExpiresRuns() {
    say("restart apache on web-01");
    CLOCK.advance(Duration.ofMinutes(5).minusMillis(2));
    ran(say("yes"), "restart_service service=apache host=web-01");
  }

  @Test
  void aYesAfterTheOfferExpiredRunsNothing() {
    say("restart apache on web-01");
    CLOCK.advance(Duration.ofMinutes(5));
    var late = say("yes");
    ranNothing(late);
    assertThat(words(late)).contains("expired");
    ranNothing(say("yes"));
  }

  @Test
  void aMessageThatIsDeliveredTwiceIsHeardOnce() {
    say("restart apache on web-01");
    var first = hear("jason", "same", "yes");
    ran(first, "restart_service service=apache host=web-01");
    CLOCK.advance(Duration.ofMinutes(1));
    assertThat(hear("jason", "same", "yes")).isEqualTo(first);
  }

  private Answer say(String text) {
    return hear("jason", UUID.randomUUID().toString(), text);
  }

  private Answer hear(String person, String id, String text) {
    CLOCK.advance(Duration.ofMillis(1));
    return assistant.hear(new Utterance(id, ROOM, Speaker.of("os", person), text, CLOCK.instant()));
  }

  private static String words(Answer answer) {
    return answer.replies().stream().map(Reply::plainText).collect(Collectors.joining("\n"));
  }

  private static String asking(Answer answer) {
    return answer.state().asking();
  }

  private static void shown(Answer answer, String service, String host) {
    assertThat(words(answer)).contains("restart_service service=" + service + " host=" + host);
    assertThat(answer.state().phase().label()).isEqualTo("confirming");
    assertThat(answer.executions()).isEmpty();
  }

  private static void ran(Answer answer, String exact) {
    assertThat(answer.executions())
        .singleElement()
        .satisfies(
            run ->
                assertThat(
                        "%s service=%s host=%s"
                            .formatted(
                                run.intent(),
                                String.join(",", run.slots().get("service")),
                                String.join(",", run.slots().get("host"))))
                    .isEqualTo(exact));
  }

  /** What ended since the last message may be listed; nothing is begun. */
  private static void ranNothing(Answer answer) {
    assertThat(answer.executions()).allMatch(execution -> execution.status().ended());
    assertThat(words(answer)).doesNotContain("Restarting");
  }

  private static void left(Answer answer) {
    ranNothing(answer);
    assertThat(answer.state().phase().label()).isEqualTo("idle");
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-01-05T10:00:00Z");

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
