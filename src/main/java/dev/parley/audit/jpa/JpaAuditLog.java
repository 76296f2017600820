package dev.parley.audit.jpa;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audit.AuditEvent;
import dev.parley.audit.AuditLog;
import dev.parley.audit.EventText;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The record in the database. */
public final class JpaAuditLog implements AuditLog {
  private final AuditJson json;

  public JpaAuditLog(ObjectMapper mapper) {
    this.json = new AuditJson(mapper);
  }

  @Override
  public void append(AuditEvent event) {
    var row = new AuditEventRow();
    row.happenedAt = event.at().truncatedTo(ChronoUnit.MICROS);
    row.kind = event.getClass().getSimpleName();
    row.conversation = event.conversation();
    row.person = event.person();
    row.words = EventText.of(event).toLowerCase(Locale.ROOT);
    row.event = json.write(event);
    row.persist();
  }

  @Override
  public List<AuditEvent> search(String text, Instant since, int limit) {
    var newestFirst =
        QuarkusTransaction.joiningExisting()
            .call(
                () ->
                    AuditEventRow.<AuditEventRow>find(
                            "happenedAt >= ?1 and words like ?2 escape '!' order by id desc",
                            since.truncatedTo(ChronoUnit.MICROS),
                            containing(text))
                        .page(0, limit)
                        .list());
    var events = new ArrayList<AuditEvent>();
    newestFirst.forEach(row -> events.add(json.read(row.event)));
    Collections.reverse(events);
    return events;
  }

  /** The text itself, whatever is in it, anywhere. */
  private static String containing(String text) {
    return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }
}
