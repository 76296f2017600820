package dev.parley.web;

import dev.parley.audit.EventKind;
import dev.parley.audit.Wanted;
import dev.parley.intent.NearNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a search in the record. */
final class RecordQuery {
  private RecordQuery() {}

  /**
   * @param given the value of a parameter by its name, or null
   */
  static Wanted wanted(UnaryOperator<@Nullable String> given) {
    return new Wanted(
        or(given.apply("text"), ""),
        or(given.apply("person"), ""),
        or(given.apply("intent"), ""),
        kind(given.apply("kind")),
        instant("since", given.apply("since"), Wanted.ALL.since()),
        instant("until", given.apply("until"), Wanted.ALL.until()));
  }

  private static String or(@Nullable String given, String otherwise) {
    return given == null ? otherwise : given;
  }

  private static String kind(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return "";
    }
    return EventKind.stored(given).orElseThrow(() -> Refusal.badRequest(unknown(given)));
  }

  private static String unknown(String kind) {
    var near = NearNames.of(kind, EventKind.all());
    return "There is no kind of event "
        + kind
        + "."
        + (near.isEmpty()
            ? " There are " + String.join(", ", EventKind.all()) + "."
            : " Did you mean " + near.get(0) + "?");
  }

  private static Instant instant(String name, @Nullable String given, Instant otherwise) {
    try {
      return given == null ? otherwise : Instant.parse(given);
    } catch (DateTimeException e) {
      throw Refusal.badRequest("`" + name + "` must be an instant such as 2026-01-31T18:00:00Z.");
    }
  }

  /** Empty for a form that there is none of. */
  static Optional<RecordBook.Form> form(@Nullable String given) {
    var name = given == null ? "JSONL" : given.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(RecordBook.Form.values())
        .filter(form -> form.name().equals(name))
        .findFirst();
  }
}
