package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.understanding.TimeExpression.Kind;
import dev.parley.understanding.TimeExpression.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to say of a time at which nothing can be done: it comes again and again, it has passed, or
 * it is so vague that the clock time has to be asked for.
 */
final class Untimely {
  private static final Pattern AGAIN =
      Pattern.compile(
          "periodically|regularly|recurring|repeatedly|.*\\btimes\\b.*|(?:twice|thrice|once)\\s+(?:a|an|per|every|each)\\b.*|(?:a|per)\\s+\\w+");

  private static boolean isOver(TimeExpression time, Instant now) {
    var begins = time.start();
    var ends = time.stop() == null ? begins : time.stop();
    return begins != null && ends != null && !ends.isAfter(now);
  }

  /** What lasts says for how long, and not when. */
  private static final Pattern LASTING =
      Pattern.compile("(?:until|till|since|during|while|over|throughout|for|before|by|wait)\\b.*");

  /** "schedule a restart": that it is for later, and nothing of when. */
  private static final Pattern UNSAID =
      Pattern.compile("(?:schedul|postpon|delay|on a schedule).*");

  private Untimely() {}

  /** The more exact reason, of an objection to a time. */
  static Objection exactly(Heard heard, Objection why) {
    if (why.kind() != Objection.Kind.TIME) {
      return why;
    }
    var excerpt = why.excerpt().toLowerCase(Locale.ROOT);
    boolean again =
        AGAIN.matcher(excerpt).matches()
            || times(heard, excerpt).stream().anyMatch(time -> time.kind() == Kind.RECURRENCE);
    return again ? new Objection(Objection.Kind.REPEATS, why.excerpt()) : why;
  }

  private static List<TimeExpression> times(Heard heard, String excerpt) {
    var line = heard.line();
    return TimeParser.in(line).stream()
        .filter(
            time ->
                excerpt.contains(
                    line.phrase(time.first(), time.end() - time.first()).toLowerCase(Locale.ROOT)))
        .toList();
  }

  /**
   * The time that has to be asked for, where an objection is only to its vagueness.
   *
   * @param intent what is asked for, or null
   */
  static Optional<Entity> vague(Heard heard, Objection why, @Nullable Intent intent) {
    var excerpt = why.excerpt().toLowerCase(Locale.ROOT);
    boolean asks =
        why.kind() == Objection.Kind.TIME
            && intent != null
            && intent.schedulable()
            && !LASTING.matcher(excerpt).matches()
            && times(heard, excerpt).stream().noneMatch(time -> says(heard, time));
    if (!asks) {
      return Optional.empty();
    }
    int start = Math.max(0, heard.text().toLowerCase(Locale.ROOT).indexOf(excerpt));
    var spoken = UNSAID.matcher(excerpt).matches() ? "" : why.excerpt();
    return Optional.of(
        new Entity(
            SlotType.TIME,
            Slot.WHEN,
            spoken,
            start,
            start + spoken.length(),
            List.of(),
            List.of()));
  }

  /** Whether a time says anything that a clock could tell, for which an objection stands. */
  private static boolean says(Heard heard, TimeExpression time) {
    var now = heard.line().now().toInstant();
    boolean lies = time.start() != null && (time.stop() == null || !time.stop().isAfter(now));
    return time.kind() != Kind.VAGUE
        && (lies || time.role() != Role.AT && time.role() != Role.AFTER && time.role() != Role.IN);
  }

  /** "restart apache on web-01 yesterday at 5pm": said of the request, and no reason for it. */
  static Optional<Objection> past(Heard heard, @Nullable Intent intent) {
    var line = heard.line();
    if (intent == null || !intent.schedulable() || !Words.REQUEST_VERBS.contains(line.word(0))) {
      return Optional.empty();
    }
    var now = line.now().toInstant();
    return TimeParser.in(line).stream()
        .filter(time -> time.role() == Role.AT && isOver(time, now))
        .filter(time -> behindAName(heard, time))
        .findFirst()
        .map(
            time ->
                new Objection(
                    Objection.Kind.PAST, line.phrase(time.first(), time.end() - time.first())));
  }

  private static boolean behindAName(Heard heard, TimeExpression time) {
    int start = heard.line().tokens().get(time.first()).start();
    return heard.mentions().stream()
        .filter(Objections::plainName)
        .anyMatch(m -> m.end() <= start && heard.text().substring(m.end(), start).isBlank());
  }

  static List<Entity> and(List<Entity> entities, Entity vague) {
    var all = new ArrayList<Entity>();
    entities.stream().filter(e -> e.type() != SlotType.TIME).forEach(all::add);
    all.add(vague);
    return all;
  }
}
