package dev.parley.web;

import dev.parley.audit.Entry;
import dev.parley.audit.EventKind;
import dev.parley.audit.EventText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Entries of the record as lines of a spreadsheet (RFC 4180). A spreadsheet takes what begins like
 * a formula for one, and people choose what they write; so an apostrophe is put before it.
 */
final class RecordCsv {
  static final String HEADER =
      "number,at,event,person,conversation,intent,execution,details,hash\r\n";
  private static final String FORMULA = "=+-@\t\r\n";

  private RecordCsv() {}

  static String line(Entry entry) {
    var event = entry.event();
    var details = AuditView.values(event);
    details.keySet().removeAll(List.of("person", "conversation", "executionId"));
    return List.of(
                String.valueOf(entry.position()),
                event.at().toString(),
                EventKind.written(EventKind.of(event)),
                event.person(),
                event.conversation(),
                EventText.intent(event),
                EventText.execution(event),
                RecordBook.json(details),
                entry.hash())
            .stream()
            .map(RecordCsv::field)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  static String field(String value) {
    var harmless = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return harmless.matches("[^\",\r\n]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
