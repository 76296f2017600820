package dev.parley.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.schedule.Scheduled;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of what runs later does. */
interface ScheduleContract extends RecordsContract {
  static Scheduled later(ConversationId conversation, Instant due) {
    return new Scheduled(
        UUID.randomUUID().toString(),
        "r4k9",
        RecordSamples.PROPOSAL.dueAt(due),
        "jason",
        RecordSamples.JASON,
        conversation,
        "maria",
        RecordSamples.NOON,
        Scheduled.State.WAITING);
  }

  private static Scheduled farAway() {
    var due = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    return later(RecordSamples.conversation(), due);
  }

  private Scheduled waiting() {
    var later = farAway();
    stored(() -> records().schedule().add(later));
    return later;
  }

  @Test
  default void findsWhatIsScheduledAsItWasStored() {
    var later = waiting();
    assertThat(records().schedule().find(later.id())).contains(later);
    assertThat(records().schedule().waiting()).contains(later);
  }

  @Test
  default void listsTheSoonestFirst() {
    var second = farAway();
    var first = later(second.conversation(), second.due().minusSeconds(60));
    stored(() -> records().schedule().add(second));
    stored(() -> records().schedule().add(first));
    assertThat(
            records().schedule().waiting().stream()
                .filter(l -> l.conversation().equals(second.conversation())))
        .containsExactly(first, second);
  }

  @Test
  default void takesWhatIsScheduledOnce() {
    var later = waiting();
    stored(() -> assertThat(records().schedule().take(later.id(), Scheduled.State.BEGUN)).isTrue());
    stored(
        () ->
            assertThat(records().schedule().take(later.id(), Scheduled.State.CANCELLED)).isFalse());
    assertThat(records().schedule().waiting()).doesNotContain(later);
    assertThat(records().schedule().find(later.id())).contains(later.as(Scheduled.State.BEGUN));
  }

  @Test
  default void whatIsTakenInAnUndoneTransactionWaitsOn() {
    var later = waiting();
    undone(() -> records().schedule().take(later.id(), Scheduled.State.BEGUN));
    assertThat(records().schedule().waiting()).contains(later);
    stored(
        () -> assertThat(records().schedule().take(later.id(), Scheduled.State.MISSED)).isTrue());
  }

  @Test
  default void nothingIsScheduledByAnUndoneTransaction() {
    var later = farAway();
    undone(() -> records().schedule().add(later));
    assertThat(records().schedule().find(later.id())).isEmpty();
  }
}
