package dev.parley.wiring;

import static dev.parley.wiring.RecordSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audit.AuditEvent;
import dev.parley.audit.Entry;
import dev.parley.audit.Head;
import dev.parley.audit.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every record of what happened does. */
interface AuditLogContract extends RecordsContract {
  private AuditEvent heard(String text, Instant at) {
    return new AuditEvent.MessageHeard(
        at, "jason", "api:demo", "os:jason", "m-1", text, "restart_service");
  }

  private List<AuditEvent> found(String text, int limit) {
    return records().audit().newest(Wanted.ALL.text(text), limit).stream()
        .map(Entry::event)
        .toList();
  }

  private List<AuditEvent> events(Wanted wanted) {
    return records().audit().newest(wanted, 100).stream().map(Entry::event).toList();
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
    assertThat(found(id, 100)).isEqualTo(events);
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
    assertThat(found(mark, 2))
        .containsExactly(
            heard(mark + " number 4", NOON.plusSeconds(4)),
            heard(mark + " number 5", NOON.plusSeconds(5)));
    assertThat(events(Wanted.ALL.text(mark).since(NOON.plusSeconds(5))))
        .containsExactly(heard(mark + " number 5", NOON.plusSeconds(5)));
  }

  @Test
  default void findsTextWithoutCase() {
    var mark = UUID.randomUUID().toString();
    var event = heard("RESTART Übermaß " + mark, NOON);
    stored(() -> records().audit().append(event));
    assertThat(found("restart ÜBERMAß " + mark, 9)).containsExactly(event);
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
      assertThat(found(text, 1000))
          .as(text)
          .contains(percent)
          .doesNotContain(heard(mark + " 100 of it", NOON));
    }
    assertThat(found(mark + "%it", 9)).isEmpty();
    assertThat(found("' or '1'='1", 9)).isEmpty();
  }

  @Test
  default void forgetsAnUndoneEvent() {
    var mark = UUID.randomUUID().toString();
    undone(() -> records().audit().append(heard(mark, NOON)));
    assertThat(found(mark, 9)).isEmpty();
  }

  @Test
  default void findsByPersonKindIntentAndTime() {
    var mark = UUID.randomUUID().toString();
    var all = Wanted.ALL.text(mark);
    var first = heard(mark, NOON);
    var accepted =
        new AuditEvent.ActionAccepted(
            NOON.plusSeconds(1),
            "maria",
            "api:demo",
            mark,
            "reload_service service=nginx",
            "f00d",
            "permissions.yml:3");
    var started = new AuditEvent.ActionStarted(NOON.plusSeconds(2), "maria", "api:demo", mark);
    stored(() -> List.of(first, accepted, started).forEach(records().audit()::append));
    assertThat(events(all.person("maria"))).containsExactly(accepted, started);
    assertThat(events(all.kind("ActionStarted"))).containsExactly(started);
    assertThat(events(all.intent("reload_service"))).containsExactly(accepted, started);
    assertThat(events(all.intent("restart_service"))).containsExactly(first);
    assertThat(events(all.until(NOON.plusSeconds(1)))).containsExactly(first);
    assertThat(events(all.intent("nothing_such"))).isEmpty();
  }

  @Test
  default void readsOnFromWhereItStopped() {
    var wanted = Wanted.ALL.text(UUID.randomUUID().toString());
    stored(
        () -> {
          for (int i = 0; i < 5; i++) {
            records().audit().append(heard(wanted.text(), NOON.plusSeconds(i)));
          }
        });
    var first = records().audit().after(0, wanted, 3);
    var rest = records().audit().after(first.get(2).position(), wanted, 3);
    assertThat(Stream.concat(first.stream(), rest.stream()).map(entry -> entry.event().at()))
        .containsExactly(
            NOON,
            NOON.plusSeconds(1),
            NOON.plusSeconds(2),
            NOON.plusSeconds(3),
            NOON.plusSeconds(4));
  }

  @Test
  default void whatIsAddedIsChainedWithoutAGapAndSound() {
    var mark = UUID.randomUUID().toString();
    var before = records().audit().head();
    stored(() -> records().audit().append(heard(mark + " one", NOON)));
    undone(() -> records().audit().append(heard(mark + " undone", NOON)));
    stored(
        () -> {
          records().audit().append(heard(mark + " two", NOON));
          records().audit().append(heard(mark + " three \ud83d\ude00 \u0000 \ud800", NOON));
        });
    assertThat(records().audit().newest(Wanted.ALL.text(mark), 9))
        .extracting(entry -> entry.position() - before.position())
        .containsExactly(1L, 2L, 3L);
    var head = records().audit().head();
    assertThat(head.position()).isEqualTo(before.position() + 3);
    assertThat(records().audit().verify(List.of(before, head)).findings()).isEmpty();
    assertThat(records().audit().verify(List.of(new Head(before.position() + 1, "0".repeat(64)))))
        .matches(report -> !report.sound());
  }
}
