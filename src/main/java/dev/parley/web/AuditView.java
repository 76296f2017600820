package dev.parley.web;

import dev.parley.audit.AuditEvent;
import dev.parley.audit.Entry;
import dev.parley.audit.EventKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** An entry of the record, as the API writes it: its place, its kind, and what it holds by name. */
final class AuditView {
  private AuditView() {}

  static Map<String, Object> of(Entry entry) {
    var view = new LinkedHashMap<String, Object>();
    view.put("number", entry.position());
    view.put("at", entry.event().at().toString());
    view.put("event", EventKind.written(EventKind.of(entry.event())));
    view.putAll(values(entry.event()));
    view.put("hash", entry.hash());
    return view;
  }

  /** What the event holds besides its time. */
  static Map<String, String> values(AuditEvent event) {
    var values = new LinkedHashMap<String, String>();
    Arrays.stream(event.getClass().getRecordComponents())
        .filter(component -> !component.getName().equals("at"))
        .forEach(
            component -> {
              try {
                values.put(
                    component.getName(), String.valueOf(component.getAccessor().invoke(event)));
              } catch (ReflectiveOperationException e) {
                throw new LinkageError("Every audit event is a public record.", e);
              }
            });
    return values;
  }
}
