package dev.parley.audit;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a search in the record looks at: the values of an event, without the names of its fields.
 */
public final class EventText {
  private EventText() {}

  /** The event's values, separated by spaces. */
  public static String of(AuditEvent event) {
    return Arrays.stream(event.getClass().getRecordComponents())
        .map(
            component -> {
              try {
                return String.valueOf(component.getAccessor().invoke(event));
              } catch (ReflectiveOperationException e) {
                throw new LinkageError("Every audit event is a public record.", e);
              }
            })
        .collect(Collectors.joining(" "));
  }
}
