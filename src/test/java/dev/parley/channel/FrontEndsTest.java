package dev.parley.channel;

import static dev.parley.endtoend.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.wiring.Records;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Front ends are connected to, and what is wrong with one touches no other. */
class FrontEndsTest {
  private static final Pauses SHORT = new Pauses(Duration.ofMillis(1), Duration.ofMillis(5));

  private final Records records = Records.inMemory();
  private final Cursors cursors = new InMemoryCursors(records.transcript());
  private final Courier courier =
      new Courier(records.outbox(), records.transcript(), cursors, Clock.systemUTC(), SHORT);
  private final FrontEnds frontEnds =
      new FrontEnds(
          new FrontEnds.Means(
              null,
              courier,
              cursors,
              new Workshop(name -> name, Clock.systemUTC()),
              SHORT,
              Duration.ofMillis(2),
              Duration.ofSeconds(3)));

  @AfterEach
  void close() {
    frontEnds.close();
    courier.close();
  }

  @Test
  void aRefusedTokenIsToldAndTheOthersConnect() {
    var wrong = new Scripted(List.of(NotConnectedException.forGood("The token is refused.")));
    var right = new Scripted(List.of());
    frontEnds.configure(new Channels(Map.of("a", wrong, "b", right)));
    until("b is connected", () -> status("b").connected());
    until("a has given up", () -> status("a").problem().equals("The token is refused."));
    assertThat(status("a").connected()).isFalse();
    assertThat(wrong.tries.get()).isEqualTo(1);
  }

  @Test
  void whatMayHealIsTriedAgain() {
    var away = NotConnectedException.forNow("It is away.");
    var setup = new Scripted(List.of(away, away, away));
    frontEnds.configure(new Channels(Map.of("a", setup)));
    until("it is connected", () -> status("a").connected());
    assertThat(setup.tries.get()).isEqualTo(4);
  }

  @Test
  void oneThatIsLostIsConnectedToAgain() {
    var setup = new Scripted(List.of());
    frontEnds.configure(new Channels(Map.of("a", setup)));
    until("it is connected", () -> status("a").connected());
    setup.opened.get(0).up = false;
    until("it is connected again", () -> setup.tries.get() == 2 && status("a").connected());
    assertThat(setup.opened).hasSize(1);
  }

  @Test
  void aReloadLeavesWhatHasNotChangedAlone() {
    var same = new Scripted(List.of());
    var before = new Scripted(List.of());
    var after = new Scripted(List.of());
    frontEnds.configure(new Channels(Map.of("a", same, "b", before)));
    until("both are connected", () -> status("a").connected() && status("b").connected());
    frontEnds.configure(new Channels(Map.of("a", same, "b", after)));
    until("b is connected anew", () -> after.tries.get() == 1 && status("b").connected());
    assertThat(same.tries.get()).isEqualTo(1);
    assertThat(before.opened.get(0).connected()).isFalse();
    frontEnds.configure(Channels.NONE);
    assertThat(frontEnds.statuses()).isEmpty();
    assertThat(same.opened.get(0).connected()).isFalse();
  }

  @Test
  void aReloadTriesWhatWasRefusedAgain() {
    var setup = new Scripted(List.of(NotConnectedException.forGood("The token is refused.")));
    frontEnds.configure(new Channels(Map.of("a", setup)));
    until("it has given up", () -> !status("a").problem().isEmpty());
    frontEnds.configure(new Channels(Map.of("a", setup)));
    until("it is connected", () -> status("a").connected());
  }

  private FrontEnds.Status status(String platform) {
    return frontEnds.statuses().stream()
        .filter(status -> status.platform().equals(platform))
        .findFirst()
        .orElse(new FrontEnds.Status(platform, false, ""));
  }

  /** Refuses so often before it lets in. */
  private static final class Scripted implements Setup {
    final AtomicInteger tries = new AtomicInteger();
    final List<CourierTest.FakeFrontEnd> opened = new CopyOnWriteArrayList<>();
    private final List<NotConnectedException> refusals;

    Scripted(List<NotConnectedException> refusals) {
      this.refusals = new CopyOnWriteArrayList<>(refusals);
    }

    @Override
    public FrontEnd open(Workshop workshop) {
      var inner = new CourierTest.FakeFrontEnd("a");
      inner.up = false;
      opened.add(inner);
      return new FrontEnd() {
        @Override
        public String platform() {
          return "a";
        }

        @Override
        public void connect(Ears ears) throws NotConnectedException {
          tries.incrementAndGet();
          if (!refusals.isEmpty()) {
            throw refusals.remove(0);
          }
          inner.up = true;
        }

        @Override
        public boolean connected() {
          return inner.up;
        }

        @Override
        public void post(dev.parley.delivery.Message message) throws UndeliveredException {
          inner.post(message);
        }

        @Override
        public void close() {
          inner.close();
        }
      };
    }

    @Override
    public void attempt(Workshop workshop) {}
  }
}
