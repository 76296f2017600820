package dev.parley.channel;

import static dev.parley.endtoend.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Message;
import dev.parley.reply.Reply;
import dev.parley.wiring.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the assistant said is posted once and in order. */
class CourierTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:41:00Z");
  private static final ConversationId OPS = new ConversationId("fake", "ops");
  private static final ConversationId DEV = new ConversationId("fake", "dev");

  private final Records records = Records.inMemory();
  private final Cursors cursors = new InMemoryCursors(records.transcript());
  private final FakeFrontEnd frontEnd = new FakeFrontEnd("fake");
  private Courier courier = courier();

  private Courier courier() {
    return new Courier(
        records.outbox(),
        records.transcript(),
        cursors,
        Clock.fixed(NOW, ZoneOffset.UTC),
        new Pauses(Duration.ofMillis(1), Duration.ofMillis(5)));
  }

  @AfterEach
  void close() {
    courier.close();
  }

  @Test
  void postsEachMessageOnceAndInOrder() {
    courier.serve(frontEnd);
    var said = IntStream.range(0, 120).mapToObj(String::valueOf).toList();
    said.forEach(text -> say(OPS, text));
    posted(said);
    courier.flush(Duration.ofSeconds(5));
    assertThat(frontEnd.texts()).isEqualTo(said);
  }

  @Test
  void postsWhatWasSaidBeforeItBegan() {
    say(OPS, "early");
    courier.serve(frontEnd);
    posted(List.of("early"));
  }

  @Test
  void goesOnAfterARestartWhereItStopped() {
    courier.serve(frontEnd);
    say(OPS, "one");
    posted(List.of("one"));
    courier.flush(Duration.ofSeconds(5));
    courier.close();
    say(OPS, "two");
    courier = courier();
    courier.serve(frontEnd);
    posted(List.of("one", "two"));
  }

  @Test
  void triesAgainInOrder() {
    frontEnd.failing =
        new CopyOnWriteArrayList<>(
            List.of(
                UndeliveredException.forNow("It is busy."),
                UndeliveredException.after("It is busy.", Duration.ofMillis(20))));
    courier.serve(frontEnd);
    say(OPS, "one");
    say(OPS, "two");
    posted(List.of("one", "two"));
    assertThat(frontEnd.failing).isEmpty();
  }

  @Test
  void leavesOutWhatCanNeverBePosted() {
    frontEnd.failing =
        new CopyOnWriteArrayList<>(List.of(UndeliveredException.forGood("The place is gone.")));
    courier.serve(frontEnd);
    say(OPS, "one");
    say(OPS, "two");
    posted(List.of("two"));
  }

  @Test
  void leavesOutWhatBreaksTheFrontEndAgainAndAgain() {
    frontEnd.breaking = "one";
    courier.serve(frontEnd);
    say(OPS, "one");
    say(OPS, "two");
    posted(List.of("two"));
  }

  @Test
  void aConversationThatIsSlowHoldsUpNoOther() {
    frontEnd.held = OPS;
    courier.serve(frontEnd);
    say(OPS, "slow");
    say(DEV, "fast");
    posted(List.of("fast"));
    frontEnd.release.countDown();
    posted(List.of("fast", "slow"));
  }

  @Test
  void waitsUntilTheFrontEndIsConnected() {
    frontEnd.up = false;
    courier.serve(frontEnd);
    say(OPS, "one");
    courier.flush(Duration.ofSeconds(5));
    assertThat(frontEnd.texts()).isEmpty();
    frontEnd.up = true;
    courier.serve(frontEnd);
    posted(List.of("one"));
  }

  @Test
  void sumsUpWhatWaitedForDays() {
    var old = NOW.minus(Duration.ofDays(2));
    for (int i = 0; i < 500; i++) {
      say(OPS, "old " + i, old);
    }
    say(OPS, "new");
    courier.serve(frontEnd);
    until("the new message is posted", () -> frontEnd.texts().contains("new"));
    assertThat(frontEnd.texts()).hasSize(2);
    assertThat(frontEnd.texts().get(0)).contains("500 messages").contains("old 499");
  }

  @Test
  void leavesOtherFrontEndsConversationsAlone() {
    courier.serve(frontEnd);
    say(new ConversationId("web", "team/1"), "elsewhere");
    say(OPS, "here");
    posted(List.of("here"));
  }

  private void posted(List<String> texts) {
    until("posted: " + texts, () -> frontEnd.texts().equals(texts));
  }

  private void say(ConversationId conversation, String text) {
    say(conversation, text, NOW);
  }

  private void say(ConversationId conversation, String text, Instant at) {
    records
        .transactions()
        .call(
            () ->
                records
                    .outbox()
                    .append(new Message(0, conversation, "jason", Reply.text(text), null, at)));
  }

  /** One that does as it is told. */
  static final class FakeFrontEnd implements FrontEnd {
    final List<Message> posted = new CopyOnWriteArrayList<>();
    final CountDownLatch release = new CountDownLatch(1);
    List<UndeliveredException> failing = new CopyOnWriteArrayList<>();
    String breaking = "";
    ConversationId held;
    volatile boolean up = true;
    private final String platform;

    FakeFrontEnd(String platform) {
      this.platform = platform;
    }

    List<String> texts() {
      return posted.stream().map(message -> message.reply().plainText()).toList();
    }

    @Override
    public String platform() {
      return platform;
    }

    @Override
    public void connect(Ears ears) {
      up = true;
    }

    @Override
    public boolean connected() {
      return up;
    }

    @Override
    public void post(Message message) throws UndeliveredException {
      if (!failing.isEmpty()) {
        throw failing.remove(0);
      }
      if (message.reply().plainText().equals(breaking)) {
        throw new IllegalStateException("It breaks.");
      }
      if (message.conversation().equals(held)) {
        try {
          release.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      posted.add(message);
    }

    @Override
    public void close() {
      up = false;
    }
  }
}
