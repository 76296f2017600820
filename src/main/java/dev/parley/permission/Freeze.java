package dev.parley.permission;

import dev.parley.intent.Risk;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time in which something must not be done, whoever may do it otherwise. Whatever is empty or
 * null restricts nothing.
 *
 * @param place where it stands, e.g. {@code permissions.yml:31}
 * @param intents patterns of names
 * @param risks these risks; where neither these nor intents are named, everything above low risk
 * @param values slot to patterns of canonical values
 * @param from the first moment, or null
 * @param until the moment after the last, or null
 * @param zone in which days and hours are meant
 * @param override the roles that may go ahead all the same, with a reason
 */
public record Freeze(
    String place,
    String name,
    String reason,
    List<String> intents,
    Set<Risk> risks,
    Map<String, List<String>> values,
    Weekly weekly,
    @Nullable Instant from,
    @Nullable Instant until,
    ZoneId zone,
    Set<String> override) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm zzz", Locale.ENGLISH);

  public Freeze {
    intents = List.copyOf(intents);
    risks = Set.copyOf(risks);
    values = Map.copyOf(values);
    override = Set.copyOf(override);
  }

  /** Whether it holds at a moment. */
  boolean holds(Instant now) {
    return (from == null || !now.isBefore(from))
        && (until == null || now.isBefore(until))
        && weekly.contains(now.atZone(zone));
  }

  /** Whether it is about a request; a slot that has no value yet makes it about nothing. */
  boolean concerns(Request request) {
    boolean named =
        intents.isEmpty() && risks.isEmpty()
            ? request.risk() != Risk.LOW
            : RuleMatch.names(intents, risks, request);
    return named
        && values.entrySet().stream()
            .allMatch(entry -> RuleMatch.anyFits(entry.getKey(), entry.getValue(), request));
  }

  boolean stops(Request request) {
    return holds(request.now()) && concerns(request);
  }

  boolean overridableBy(Set<String> roles) {
    return override.stream().anyMatch(roles::contains);
  }

  /** When it ends that holds now; empty when nobody has said. */
  Optional<ZonedDateTime> end(Instant now) {
    var last = Optional.ofNullable(until).map(end -> end.atZone(zone));
    var soon = weekly.always() ? Optional.<ZonedDateTime>empty() : weekly.end(now.atZone(zone));
    return soon.filter(end -> last.isEmpty() || end.isBefore(last.get())).or(() -> last);
  }

  /** Its name and line, e.g. {@code the freeze "holidays" (permissions.yml:31)}. */
  public String told() {
    return "the freeze \"%s\" (%s)".formatted(name, place);
  }

  /** Until when and why, e.g. {@code holds until Mon 5 Jan 2026 08:00 CET: nobody is around}. */
  String holding(Instant now, ZoneId where) {
    var end = end(now).map(time -> MOMENT.format(time.withZoneSameInstant(where)));
    return "holds "
        + end.map(time -> "until " + time).orElse("until it is taken out of the file")
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
