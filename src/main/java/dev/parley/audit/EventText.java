package dev.parley.audit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be looked for in an event. */
public final class EventText {
  private EventText() {}

  /** The event's values without the names of its fields, separated by spaces. */
  public static String of(AuditEvent event) {
    return Arrays.stream(event.getClass().getRecordComponents())
        .map(component -> value(event, component))
        .collect(Collectors.joining(" "));
  }

  /**
   * The intent that it names, itself or at the beginning of a request; empty when it names none.
   */
  public static String intent(AuditEvent event) {
    var named = first(event, Set.of("intent", "request"));
    int end = named.indexOf(' ');
    return end < 0 ? named : named.substring(0, end);
  }

  /** The execution that it is about; empty when it is about none. */
  public static String execution(AuditEvent event) {
    return first(event, Set.of("executionId"));
  }

  private static String first(AuditEvent event, Set<String> names) {
    return Arrays.stream(event.getClass().getRecordComponents())
        .filter(component -> names.contains(component.getName()))
        .map(component -> value(event, component))
        .findFirst()
        .orElse("");
  }

  private static String value(AuditEvent event, RecordComponent component) {
    try {
      return String.valueOf(component.getAccessor().invoke(event));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Every audit event is a public record.", e);
    }
  }
}
