package dev.parley.understanding;

import dev.parley.understanding.TimeExpression.Kind;
import dev.parley.understanding.TimeExpression.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the times that a message speaks of, in this order: what comes again, bounds (since, until,
 * by), ranges, delays, lengths, what is past, points. Only whole words count, so that web-01, 1.4.2
 * or INC-2041 never are times; the words before say which direction is meant.
 */
final class TimeParser {
  private static final Set<String> LAST = Set.of("last", "past", "previous", "recent");
  private static final Set<String> BACK =
      Set.of("in", "over", "for", "within", "during", "from", "of", "across", "since", "on");
  private static final Set<String> ABOUT = Words.of("ABOUT_AN_AMOUNT");
  static final Set<String> COMING = Set.of("next", "coming", "following");
  private static final Set<String> VAGUE = Words.of("VAGUE_TIMES");

  /** Words with which a time can begin, besides digits and the names of days. */
  private static final Set<String> OPENINGS = Words.of("OPENINGS_OF_TIMES");

  private static final Set<String> LEADING_A_LENGTH = Set.of("for", "during", "over", "throughout");

  /** "10 minutes to six" is a clock time. */
  private static final Set<String> BESIDE_AN_HOUR = Set.of("to", "past", "til", "till");

  private static final Set<String> LEADING_A_POINT = Set.of("at", "on", "@", "around", "about");
  private static final Set<String> BEFORE_AN_HOUR = Set.of("at", "@", "around");
  private static final Set<String> PAST = Set.of("yesterday", "yday", "last", "previous");

  /** "by a week": a length without a number. */
  private static final Set<String> ADDED = Set.of("by", "another", "lasting", "extra");

  /** "the disk is at 9": no hour. */
  private static final Set<String> BEFORE_A_LEVEL =
      Set.of("is", "are", "was", "were", "be", "stands", "up", "now", "still", "running");

  /** "how many 500s": no 500 seconds. */
  private static final Pattern HTTP_CODES = Pattern.compile("[1-5]\\d\\ds");

  /** Before such a word an amount says when, not how long. */
  private static final Set<String> BEFORE_A_DELAY =
      Set.of("after", "before", "than", "at", "every", "each");

  private static final Set<String> AFTER_A_POINT =
      Set.of("later", "before", "after", "from", "old", "earlier", "hence", "each", "every");

  private TimeParser() {}

  /** All times of a text. */
  static List<TimeExpression> in(Line line) {
    var found = new ArrayList<TimeExpression>();
    for (int at = 0; at < line.size(); ) {
      var time = at(line, at);
      time.ifPresent(found::add);
      at = time.map(TimeExpression::end).orElse(at + 1);
    }
    return found;
  }

  /** The time that begins at a word, the words that lead to it included. */
  static Optional<TimeExpression> at(Line line, int at) {
    String word = line.word(at);
    if (word.isEmpty() || !mayBegin(word)) {
      return Optional.empty();
    }
    if (Character.isDigit(word.charAt(0))) {
      var amount = amount(line, at);
      if (amount.isPresent() && !BESIDE_AN_HOUR.contains(line.word(amount.get().end()))) {
        return TimeDelays.counted(line, at).or(() -> bare(line, at));
      }
    }
    return TimeDelays.ledFromNow(line, at)
        .or(() -> recurrence(line, at))
        .or(() -> bound(line, at, word))
        .or(() -> range(line, at))
        .or(() -> TimeDelays.at(line, at))
        .or(() -> last(line, at))
        .or(() -> length(line, at, word))
        .or(() -> TimeDelays.counted(line, at))
        .or(() -> point(line, at, word))
        .or(() -> bare(line, at))
        .or(() -> vague(line, at));
  }

  private static boolean mayBegin(String word) {
    char first = word.charAt(0);
    return Character.isDigit(first)
        || OPENINGS.contains(word)
        || CalendarDays.beginsWith(word)
        || Recurrences.beginsWith(word)
        || VAGUE.contains(word)
        || first == 'p'
            && word.length() > 2
            && (word.charAt(1) == 't' || Character.isDigit(word.charAt(1)));
  }

  private static Optional<TimeExpression> recurrence(Line line, int at) {
    int from = line.word(at).equals("on") ? at + 1 : at;
    return Recurrences.beginsWith(line.word(from))
        ? Recurrences.at(line, from)
            .map(
                rule ->
                    new TimeExpression(
                        Kind.RECURRENCE,
                        Role.EVERY,
                        at,
                        from,
                        rule.end(),
                        rule.text(),
                        null,
                        null,
                        List.of(),
                        List.of()))
        : Optional.empty();
  }

  /** "since 9am", "until tomorrow", "by 18:00", "not before 23:00". */
  private static Optional<TimeExpression> bound(Line line, int at, String word) {
    return switch (word) {
      case "since" -> since(line, at);
      case "until", "till", "til" -> bounded(Role.UNTIL, line, at, at + 1);
      case "up" ->
          line.word(at + 1).matches("to|until|till")
              ? sure(bounded(Role.UNTIL, line, at, at + 2), line)
              : Optional.empty();
      case "by" -> sure(bounded(Role.BEFORE, line, at, at + 1), line);
      case "before" -> bounded(Role.BEFORE, line, at, at + 1);
      case "after" -> bounded(Role.AFTER, line, at, at + 1);
      case "not", "no" -> negated(line, at);
      default -> Optional.empty();
    };
  }

  /** "by 2" raises something by two, "by 2pm" is a time. */
  private static Optional<TimeExpression> sure(Optional<TimeExpression> time, Line line) {
    return time.filter(t -> t.end() > t.from() + 1 || !line.word(t.from()).matches("\\d+"));
  }

  private static Optional<TimeExpression> bounded(Role role, Line line, int first, int from) {
    return PointsInTime.at(line, from, true, true)
        .map(point -> TimeExpression.point(role, first, from, point))
        .or(
            () ->
                amount(line, from).map(a -> a.as(role == Role.UNTIL ? Role.FOR : Role.BARE, first)))
        .filter(time -> role == Role.UNTIL || time.role() != Role.BARE);
  }

  /** "not before 23:00" is from then on, "no later than 6pm" is by then. */
  private static Optional<TimeExpression> negated(Line line, int at) {
    int next = at + 1;
    String word = line.word(next);
    int point =
        word.matches("earlier|later|sooner") && line.word(next + 1).equals("than")
            ? next + 2
            : next + 1;
    boolean from = word.matches("before|until|till|earlier|sooner");
    boolean by = word.matches("after|later");
    return from || by
        ? PointsInTime.at(line, point, true, true)
            .map(p -> TimeExpression.point(from ? Role.AFTER : Role.BEFORE, at, point, p))
        : Optional.empty();
  }

  private static Optional<TimeExpression> since(Line line, int at) {
    int from = about(line, at + 1);
    var amount = amount(line, from);
    if (amount.isPresent()) {
      int end = amount.get().end();
      int ago = line.word(end).equals("ago") ? end + 1 : end;
      return Optional.of(TimeExpression.amount(Role.LAST, at, from, ago, amount.get().length()));
    }
    return PointsInTime.at(line, at + 1, false, true)
        .map(point -> TimeExpression.point(Role.SINCE, at, at + 1, point))
        .or(() -> last(line, at));
  }

  /** "between 9 and 11", "from 22:00 to 02:00", "14:00-15:30", "tomorrow between 9 and 11". */
  private static Optional<TimeExpression> range(Line line, int at) {
    return TimeRanges.at(line, at);
  }

  /** "the last hour", "in the past 30 minutes". */
  private static Optional<TimeExpression> last(Line line, int at) {
    int from = BACK.contains(line.word(at)) ? at + 1 : at;
    from = about(line, from);
    if (!LAST.contains(line.word(from))) {
      return Optional.empty();
    }
    int amountAt = line.word(from + 1).matches("about|~") ? from + 2 : from + 1;
    int value = from;
    return amount(line, amountAt)
        .or(() -> unit(line, amountAt))
        .map(a -> TimeExpression.amount(Role.LAST, at, value, a.end(), a.length()));
  }

  /** "for two hours", "for the next hour", "for the weekend", "rest of the day". */
  private static Optional<TimeExpression> length(Line line, int at, String word) {
    boolean leads = LEADING_A_LENGTH.contains(word);
    int from = leads ? at + 1 : at;
    var rest = TimeRanges.restOf(line, at, from);
    if (rest.isPresent() || !leads) {
      return rest;
    }
    int about = amount(line, from).isPresent() ? from : about(line, from);
    boolean next = COMING.contains(line.word(about - 1));
    return amount(line, about)
        .or(() -> next ? unit(line, about) : Optional.empty())
        .filter(a -> !word.equals("over") || next)
        .map(
            a ->
                new TimeExpression(
                    a.kind(),
                    Role.FOR,
                    at,
                    about,
                    orSo(line, a.end()),
                    a.amount(),
                    null,
                    null,
                    List.of(),
                    List.of()))
        .or(() -> named(line, at, word));
  }

  /** "for the weekend" lasts so long, "for 6:15 tomorrow" and "over the weekend" say when. */
  private static Optional<TimeExpression> named(Line line, int at, String word) {
    int from = DayParts.at(line, at, false).isPresent() ? at : at + 1;
    return PointsInTime.at(line, from, true, false)
        .map(
            p ->
                TimeExpression.point(
                    word.equals("for") && p.kind() == Kind.INTERVAL ? Role.FOR : Role.AT,
                    at,
                    from,
                    p));
  }

  private static int orSo(Line line, int end) {
    return line.word(end).equals("or") && line.word(end + 1).equals("so") ? end + 2 : end;
  }

  /** "at 18:00", "tomorrow", "on monday at 10", "from 18:00". */
  private static Optional<TimeExpression> point(Line line, int at, String word) {
    if (word.equals("from")) {
      return PointsInTime.at(line, at + 1, true, false)
          .map(p -> TimeExpression.point(Role.AFTER, at, at + 1, p));
    }
    boolean leads = LEADING_A_POINT.contains(word);
    boolean hour = BEFORE_AN_HOUR.contains(word) && !BEFORE_A_LEVEL.contains(line.word(at - 1));
    int from = leads ? at + 1 : at;
    boolean past = PAST.contains(line.word(from));
    return PointsInTime.at(line, from, !past, hour || word.equals("on"))
        .map(p -> TimeExpression.point(Role.AT, at, from, p));
  }

  /** "2h" where nothing says that it is a delay or a point in time. */
  private static Optional<TimeExpression> bare(Line line, int at) {
    if (BEFORE_A_DELAY.contains(line.before(at))) {
      return Optional.empty();
    }
    return Amounts.at(line, at)
        .filter(a -> a.counted() || line.asked() != null || ADDED.contains(line.word(at - 1)))
        .filter(a -> !HTTP_CODES.matcher(line.word(at)).matches())
        .filter(a -> !AFTER_A_POINT.contains(line.word(at + a.words())))
        .map(a -> TimeExpression.amount(Role.BARE, at, at, at + a.words(), a.iso()));
  }

  private static Optional<TimeExpression> vague(Line line, int at) {
    return VagueTimes.at(line, at)
        .filter(end -> TimeParser.at(line, end).filter(t -> t.role() != Role.BARE).isEmpty())
        .map(end -> TimeExpression.vague(at, end));
  }

  static Optional<TimeExpression> amount(Line line, int at) {
    return Amounts.at(line, at)
        .map(a -> TimeExpression.amount(Role.BARE, at, at, at + a.words(), a.iso()));
  }

  static Optional<TimeExpression> unit(Line line, int at) {
    return Amounts.unitAt(line, at)
        .map(a -> TimeExpression.amount(Role.BARE, at, at, at + a.words(), a.iso()));
  }

  static int about(Line line, int at) {
    int next = at;
    while (ABOUT.contains(line.word(next))) {
      next++;
    }
    return next;
  }
}
