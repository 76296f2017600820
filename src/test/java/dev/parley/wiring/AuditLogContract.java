package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audit.AuditEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every record of what happened does. */
interface AuditLogContract extends RecordsContract {
  private AuditEvent heard(String text, Instant at) {
    return new AuditEvent.MessageHeard(
        at, "jason", "api:demo", "os:jason", "m-1", text, "restart_service");
  }

  @Test
  default void keepsEveryKindOfEvent() {
    var id = UUID.randomUUID().toString();
    var events =
        List.of(
            heard(id + " restart", NOON),
            new AuditEvent.RequestRefused(NOON, "jason", "api:demo", id, "permissions.yml:3"),
            new AuditEvent.ActionProposed(NOON, "jason", "api:demo", id, "f00d"),
            new AuditEvent.ActionAccepted(
                NOON, "jason", "api:demo", id, "restart", "f00d", "permissions.yml:3"),
            new AuditEvent.ActionStarted(NOON, "jason", "api:demo", id),
            new AuditEvent.ActionEnded(NOON, "jason", "api:demo", id, "unknown", "Lost."),
            new AuditEvent.LoginCodeIssued(NOON, "jason", "web", id),
            new AuditEvent.SessionOpened(NOON, "jason", "web " + id),
            new AuditEvent.SessionEnded(NOON, "jason", "web", id, true));
    stored(() -> events.forEach(records().audit()::append));
    assertThat(records().audit().search(id, Instant.EPOCH, 100)).isEqualTo(events);
  }

  @Test
  default void givesTheNewestWithTheNewestLast() {
    var mark = UUID.randomUUID().toString();
    stored(
        () -> {
          for (int i = 1; i <= 5; i++) {
            records().audit().append(heard(mark + " number " + i, NOON.plusSeconds(i)));
          }
        });
    assertThat(records().audit().search(mark, Instant.EPOCH, 2))
        .containsExactly(
            heard(mark + " number 4", NOON.plusSeconds(4)),
            heard(mark + " number 5", NOON.plusSeconds(5)));
    assertThat(records().audit().search(mark, NOON.plusSeconds(5), 100))
        .containsExactly(heard(mark + " number 5", NOON.plusSeconds(5)));
  }

  @Test
  default void findsTextWithoutCase() {
    var mark = UUID.randomUUID().toString();
    var event = heard("RESTART Übermaß " + mark, NOON);
    stored(() -> records().audit().append(event));
    assertThat(records().audit().search("restart ÜBERMAß " + mark, Instant.EPOCH, 9))
        .containsExactly(event);
  }

  @Test
  default void takesWildcardsAndQuotesAsTheyStand() {
    var mark = UUID.randomUUID().toString();
    var percent = heard(mark + " 100% _of_ it! \\ 'quoted'", NOON);
    stored(
        () -> {
          records().audit().append(percent);
          records().audit().append(heard(mark + " 100 of it", NOON));
        });
    for (var text : List.of(" 100%", "_of_", "it! ", "\\", "'quoted'", "% _")) {
      assertThat(records().audit().search(text, Instant.EPOCH, 1000))
          .as(text)
          .contains(percent)
          .doesNotContain(heard(mark + " 100 of it", NOON));
    }
    assertThat(records().audit().search(mark + "%it", Instant.EPOCH, 9)).isEmpty();
    assertThat(records().audit().search("' or '1'='1", Instant.EPOCH, 9)).isEmpty();
  }

  @Test
  default void forgetsAnUndoneEvent() {
    var mark = UUID.randomUUID().toString();
    undone(() -> records().audit().append(heard(mark, NOON)));
    assertThat(records().audit().search(mark, Instant.EPOCH, 9)).isEmpty();
  }
}
