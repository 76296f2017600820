package dev.parley.web;

import dev.parley.audit.AuditEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An entry of the record, as the API writes it: its kind, and what it holds by name. */
final class AuditView {
  private AuditView() {}

  static Map<String, Object> of(AuditEvent event) {
    var view = new LinkedHashMap<String, Object>();
    view.put("at", event.at().toString());
    view.put("event", words(event.getClass().getSimpleName()));
    Arrays.stream(event.getClass().getRecordComponents())
        .filter(component -> !component.getName().equals("at"))
        .forEach(
            component -> {
              try {
                view.put(
                    component.getName(), String.valueOf(component.getAccessor().invoke(event)));
              } catch (ReflectiveOperationException e) {
                throw new LinkageError("Every audit event is a public record.", e);
              }
            });
    return view;
  }

  /** {@code ActionStarted} as {@code action_started}. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
