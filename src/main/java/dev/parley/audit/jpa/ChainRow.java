package dev.parley.audit.jpa;

import dev.parley.audit.AuditEvent;
import dev.parley.audit.EventKind;
import dev.parley.audit.EventText;
import dev.parley.audit.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Everything that is stored of an event besides its place; all of it is under the seal.
 *
 * @param words what a search looks at, in lower case
 * @param intent which it is about, or empty
 * @param execution which it is about, or empty
 * @param event as JSON
 */
record ChainRow(
    Instant happenedAt,
    String kind,
    String conversation,
    String person,
    String words,
    String intent,
    String execution,
    String event) {

  static ChainRow of(AuditEvent event, AuditJson json) {
    return new ChainRow(
        event.at().truncatedTo(ChronoUnit.MICROS),
        EventKind.of(event),
        event.conversation(),
        event.person(),
        EventText.of(event).toLowerCase(Locale.ROOT).replace("\0", ""),
        EventText.intent(event),
        EventText.execution(event),
        json.write(event));
  }

  static ChainRow read(ResultSet rows) throws SQLException {
    return new ChainRow(
        rows.getObject("happened_at", OffsetDateTime.class).toInstant(),
        rows.getString("kind"),
        rows.getString("conversation"),
        rows.getString("person"),
        rows.getString("words"),
        rows.getString("intent"),
        rows.getString("execution"),
        rows.getString("event"));
  }

  /** The same with what a search looks at besides, which older rows lack. */
  ChainRow indexed(AuditJson json) {
    var read = json.read(event);
    return new ChainRow(
        happenedAt,
        kind,
        conversation,
        person,
        words,
        EventText.intent(read),
        EventText.execution(read),
        event);
  }

  List<String> fields() {
    return List.of(
        happenedAt.toString(), kind, conversation, person, words, intent, execution, event);
  }

  /** A row in its place. */
  record Placed(long position, String previous, String hash, ChainRow row) {
    Verification.Link link() {
      return new Verification.Link(position, previous, hash, row.fields());
    }
  }
}
