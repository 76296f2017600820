package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationId;
import dev.parley.permission.Approval;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of approvals does. */
interface ApprovalsContract extends RecordsContract {
  private static Approval approval(ConversationId conversation) {
    var id = UUID.randomUUID().toString().substring(0, 8);
    return new Approval(
        id,
        RecordSamples.PROPOSAL,
        "jason",
        "Jason",
        RecordSamples.JASON,
        conversation,
        NOON,
        NOON.plusSeconds(1800));
  }

  private boolean waits(Approval approval, Instant now) {
    return records().approvals().waiting(now).contains(approval);
  }

  @Test
  default void findsWhatWaitsAsItWasStored() {
    var approval = approval(RecordSamples.conversation());
    stored(() -> records().approvals().await(approval));
    assertThat(records().approvals().find(approval.id())).contains(approval);
    assertThat(waits(approval, NOON)).isTrue();
  }

  @Test
  default void whatExpiredNoLongerWaits() {
    var approval = approval(RecordSamples.conversation());
    stored(() -> records().approvals().await(approval));
    assertThat(waits(approval, approval.expiresAt())).isFalse();
  }

  @Test
  default void settlesOnce() {
    var approval = approval(RecordSamples.conversation());
    stored(() -> records().approvals().await(approval));
    stored(() -> assertThat(records().approvals().settle(approval.id())).isTrue());
    stored(() -> assertThat(records().approvals().settle(approval.id())).isFalse());
    assertThat(waits(approval, NOON)).isFalse();
  }

  @Test
  default void anUndoneSettlementIsNone() {
    var approval = approval(RecordSamples.conversation());
    stored(() -> records().approvals().await(approval));
    undone(() -> records().approvals().settle(approval.id()));
    assertThat(waits(approval, NOON)).isTrue();
  }
}
