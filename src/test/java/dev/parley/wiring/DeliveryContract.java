package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static dev.parley.wiring.RecordSamples.answer;
import static dev.parley.wiring.RecordSamples.conversation;
import static dev.parley.wiring.RecordSamples.message;
import static dev.parley.wiring.RecordSamples.utterance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Message;
import dev.parley.delivery.Said;
import dev.parley.reply.Reply;
import dev.parley.reply.ReplyPart;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every inbox and outbox does. */
interface DeliveryContract extends RecordsContract {
  @Test
  default void givesTheFirstAnswerAgain() {
    var heard = utterance(conversation(), "m-1", NOON);
    stored(() -> records().inbox().record(heard, "jason", answer("On which host?")));
    assertThat(records().inbox().answered(heard, "jason")).contains(answer("On which host?"));
  }

  @Test
  default void keepsWhatIsMissingMissing() {
    var heard = utterance(conversation(), "m-1", NOON);
    stored(() -> records().inbox().record(heard, "jason", RecordSamples.emptyAnswer()));
    assertThat(records().inbox().answered(heard, "jason")).contains(RecordSamples.emptyAnswer());
  }

  @Test
  default void tellsMessagesApartByConversationPersonAndId() {
    var heard = utterance(conversation(), "m-1", NOON);
    stored(() -> records().inbox().record(heard, "jason", answer("Yes?")));
    var inbox = records().inbox();
    assertThat(inbox.answered(heard, "maria")).isEmpty();
    assertThat(inbox.answered(utterance(heard.conversation(), "m-2", NOON), "jason")).isEmpty();
    assertThat(inbox.answered(utterance(conversation(), "m-1", NOON), "jason")).isEmpty();
  }

  @Test
  default void refusesASecondAnswerToOneMessage() {
    var heard = utterance(conversation(), "m-1", NOON);
    stored(() -> records().inbox().record(heard, "jason", answer("first")));
    assertThatThrownBy(
            () -> stored(() -> records().inbox().record(heard, "jason", answer("second"))))
        .isInstanceOf(RuntimeException.class);
    assertThat(records().inbox().answered(heard, "jason")).contains(answer("first"));
  }

  @Test
  default void forgetsAnUndoneAnswer() {
    var heard = utterance(conversation(), "m-1", NOON);
    undone(() -> records().inbox().record(heard, "jason", answer("Yes?")));
    assertThat(records().inbox().answered(heard, "jason")).isEmpty();
  }

  @Test
  default void knowsWhenSomebodyWasLastHeard() {
    var here = conversation();
    assertThat(records().inbox().lastHeard(here, "jason")).isEmpty();
    stored(
        () -> {
          records().inbox().record(utterance(here, "b", NOON.plusSeconds(5)), "jason", answer("b"));
          records().inbox().record(utterance(here, "a", NOON), "jason", answer("a"));
          records().inbox().record(utterance(here, "c", NOON.plusSeconds(9)), "maria", answer("c"));
        });
    assertThat(records().inbox().lastHeard(here, "jason")).contains(NOON.plusSeconds(5));
  }

  @Test
  default void keepsMessagesAsTheyWereSaid() {
    var here = conversation();
    var reply =
        new Reply(
            List.of(
                new ReplyPart.Text("Hello – «you» 🙂"),
                new ReplyPart.Choices(List.of("web-01", "web-02")),
                new ReplyPart.Confirmation("Shall I?", List.of("one", "two"), true),
                new ReplyPart.Table(List.of("a", "b"), List.of(List.of("1", "2"))),
                new ReplyPart.Code("output", "x".repeat(200_000))));
    var said = new Message(0, here, "jason", reply, "e-1", NOON);
    stored(() -> assertThat(records().outbox().append(said)).isEqualTo(1));
    assertThat(records().outbox().after(here, 0, 10)).containsExactly(said.numbered(1));
  }

  @Test
  default void numbersMessagesWithoutGaps() {
    var here = conversation();
    stored(() -> records().outbox().append(message(here, "one")));
    undone(() -> records().outbox().append(message(here, "never")));
    stored(
        () -> {
          records().outbox().append(message(here, "two"));
          records().outbox().append(message(conversation(), "elsewhere"));
          records().outbox().append(message(here, "three"));
        });
    assertThat(records().outbox().after(here, 0, 10))
        .extracting(m -> m.number() + " " + m.reply().plainText())
        .containsExactly("1 one", "2 two", "3 three");
    assertThat(records().outbox().after(here, 1, 1))
        .extracting(Message::number)
        .containsExactly(2L);
  }

  @Test
  default void tellsThoseWhoFollowAfterTheCommitOnly() throws Exception {
    var here = conversation();
    var seen = new LinkedBlockingQueue<Integer>();
    var following =
        records()
            .outbox()
            .subscribe(here, () -> seen.add(records().outbox().after(here, 0, 10).size()));
    undone(() -> records().outbox().append(message(here, "never")));
    stored(() -> records().outbox().append(message(here, "one")));
    assertThat(seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
    stored(() -> records().outbox().append(message(here, "two")));
    assertThat(seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(2);
    following.close();
    var others = new LinkedBlockingQueue<Integer>();
    try (var other = records().outbox().subscribe(here, () -> others.add(3))) {
      stored(() -> records().outbox().append(message(here, "three")));
      assertThat(others.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(3);
    }
    assertThat(seen).isEmpty();
  }

  @Test
  default void whatPeopleSaidAndWhatWasAnsweredHaveOneOrder() {
    var here = conversation();
    stored(
        () -> {
          records().inbox().record(utterance(here, "m-1", NOON), "jason", answer("ignored"));
          records().outbox().append(message(here, "one"));
          records().outbox().append(message(here, "two"));
        });
    stored(() -> records().inbox().record(utterance(here, "m-2", NOON), "maria", answer("x")));
    stored(() -> records().outbox().append(message(here, "three")));
    var transcript = records().transcript();
    assertThat(transcript.after(here, 0, 10))
        .extracting(DeliveryContract::brief)
        .containsExactly("1 jason m-1", "2 > one", "3 > two", "4 maria m-2", "5 > three");
    assertThat(transcript.after(here, 2, 2))
        .extracting(DeliveryContract::brief)
        .containsExactly("3 > two", "4 maria m-2");
    assertThat(transcript.before(here, 5, 2))
        .extracting(DeliveryContract::brief)
        .containsExactly("3 > two", "4 maria m-2");
    assertThat(transcript.before(here, 3, 10)).hasSize(2);
    assertThat(records().outbox().last(here)).isEqualTo(5);
    assertThat(records().outbox().after(here, 2, 10))
        .extracting(Message::number)
        .containsExactly(3L, 5L);
  }

  private static String brief(Said said) {
    return said instanceof Said.ByPerson person
        ? said.number() + " " + person.person() + " " + person.messageId()
        : said.number() + " > " + ((Said.ByAssistant) said).message().reply().plainText();
  }

  @Test
  default void listsTheConversationsOfAPlaceTheLatestFirst() {
    var beginning = "a_%!/" + UUID.randomUUID() + "/";
    for (int i = 1; i <= 3; i++) {
      var here = new ConversationId("web", beginning + i);
      var at = NOON.plusSeconds(i == 1 ? 60 : i);
      stored(() -> records().inbox().record(utterance(here, "m", at), "jason", answer("x")));
    }
    var elsewhere = new ConversationId("web", "aXX!/" + beginning.substring(5) + "4");
    stored(() -> records().inbox().record(utterance(elsewhere, "m", NOON), "maria", answer("x")));

    var latest = records().transcript().latest("web", beginning, 2);
    assertThat(latest)
        .extracting(topic -> topic.conversation().place())
        .containsExactly(beginning + "1", beginning + "3");
    assertThat(latest.get(0).person()).isEqualTo("jason");
    assertThat(latest.get(0).opening()).startsWith("restart");
    assertThat(latest.get(0).activeAt()).isEqualTo(NOON.plusSeconds(60));
    assertThat(latest.get(0).last()).isEqualTo(1);
  }

  @Test
  default void tellsThoseWhoFollowEverythingAfterTheCommitOnly() throws Exception {
    var here = conversation();
    var told = new LinkedBlockingQueue<ConversationId>();
    try (var following = records().transcript().subscribe(told::add)) {
      undone(() -> records().inbox().record(utterance(here, "m", NOON), "jason", answer("x")));
      assertThat(told).doesNotContain(here);
      stored(() -> records().inbox().record(utterance(here, "m", NOON), "jason", answer("x")));
      assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(here);
    }
  }
}
