package dev.parley;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Slot;
import dev.parley.reply.TimeWording;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/** The time at which a request is to run, as far as it says one. */
final class DueTime {
  private static final Period FARTHEST = Period.ofYears(1);

  private DueTime() {}

  /** When it is due, counted from now; empty for at once. */
  static Optional<Instant> of(ActionRequest request, Instant now, ZoneId zone) {
    return request.canonical(Slot.WHEN).stream().findFirst().map(said -> point(said, now, zone));
  }

  /** The point in time that a canonical form means: days and longer go by the calendar. */
  static Instant point(String canonical, Instant now, ZoneId zone) {
    if (!canonical.startsWith("P")) {
      return Instant.parse(canonical);
    }
    return canonical.indexOf('T') < 0
        ? now.atZone(zone).plus(Period.parse(canonical)).toInstant()
        : now.plus(Duration.parse(canonical));
  }

  /** Why nothing can be done at the time that is asked for. */
  static Optional<String> problem(ActionRequest request, Instant now, ZoneId zone) {
    return of(request, now, zone)
        .flatMap(
            due -> {
              var time = TimeWording.absolute(due, zone);
              if (due.isBefore(now)) {
                return Optional.of(
                    "%s has passed, so nothing was started. Name a time to come, or none to have it now."
                        .formatted(time));
              }
              return due.isAfter(now.atZone(zone).plus(FARTHEST).toInstant())
                  ? Optional.of(
                      "%s is more than a year away, and I don't plan that far ahead, so nothing was started. Ask again nearer the time."
                          .formatted(time))
                  : Optional.empty();
            });
  }
}
