package dev.parley.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of events, as they are stored and as people write them. */
public final class EventKind {
  private static final List<String> STORED =
      Arrays.stream(AuditEvent.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();

  private EventKind() {}

  /** As it is stored: {@code ActionStarted}. */
  public static String of(AuditEvent event) {
    return event.getClass().getSimpleName();
  }

  /** {@code ActionStarted} as people write it: {@code action_started}. */
  public static String written(String stored) {
    return stored.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** All of them as people write them. */
  public static List<String> all() {
    return STORED.stream().map(EventKind::written).toList();
  }

  /** The stored name of what somebody wrote, with hyphens or underscores. */
  public static Optional<String> stored(String text) {
    var wanted = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    return STORED.stream().filter(kind -> written(kind).equals(wanted)).findFirst();
  }
}
