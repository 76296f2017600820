package dev.parley.understanding;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time that a message speaks of.
 *
 * @param role what it says of the time, by the words before it
 * @param first its first word, the preposition included
 * @param from the first word of the time itself
 * @param end the word after it
 * @param amount an ISO 8601 duration where it was said relative, the rule (RFC 5545) of a
 *     recurrence, else null
 * @param start the instant, or the beginning of the day or interval
 * @param stop the end of the day or interval
 * @param assumed what was taken for granted, each to finish "I take it that …"
 * @param choices the instants to choose from where only the person knows which is meant
 */
record TimeExpression(
    Kind kind,
    Role role,
    int first,
    int from,
    int end,
    @Nullable String amount,
    @Nullable Instant start,
    @Nullable Instant stop,
    List<String> assumed,
    List<Instant> choices) {
  /** What the time is. */
  enum Kind {
    INSTANT,
    DAY,
    INTERVAL,
    DURATION,
    RECURRENCE,
    /** "later", "soon": nobody can say when. */
    VAGUE
  }

  /** What is said of it. */
  enum Role {
    /** "at 18:00", "tomorrow". */
    AT,
    /** "in 20 minutes". */
    IN,
    /** "within the hour": at the latest then. */
    WITHIN,
    /** "for two hours". */
    FOR,
    /** "the last hour", "an hour ago". */
    LAST,
    SINCE,
    UNTIL,
    /** "by 18:00". */
    BEFORE,
    /** "from 18:00", "not before 23:00". */
    AFTER,
    EVERY,
    /** "2h", of which the words around say nothing. */
    BARE
  }

  static TimeExpression amount(Role role, int first, int from, int end, String iso) {
    return new TimeExpression(
        Kind.DURATION, role, first, from, end, iso, null, null, List.of(), List.of());
  }

  static TimeExpression point(Role role, int first, int from, PointsInTime.Point point) {
    return new TimeExpression(
        point.kind(),
        role,
        first,
        from,
        from + point.words(),
        point.amount(),
        point.start(),
        point.stop(),
        point.assumed(),
        point.choices());
  }

  static TimeExpression vague(int first, int end) {
    return new TimeExpression(
        Kind.VAGUE, Role.AT, first, first, end, null, null, null, List.of(), List.of());
  }

  /** The ISO 8601 duration of a time that was said relative. */
  String length() {
    return Objects.requireNonNull(amount);
  }

  TimeExpression as(Role newRole, int newFirst) {
    return new TimeExpression(
        kind, newRole, newFirst, from, end, amount, start, stop, assumed, choices);
  }
}
