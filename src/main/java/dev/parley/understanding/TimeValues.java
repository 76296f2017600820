package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds how long something is to last and since when it is meant: "for an hour", "until 18:00", "in
 * the last 30 minutes", "since yesterday". What was said relative stays an amount; a clock time is
 * an instant in the speaker's zone.
 */
final class TimeValues {
  private static final Set<String> LAST = Set.of("last", "past", "previous", "recent");
  private static final Set<String> INTO_THE_PAST =
      Set.of("in", "over", "for", "within", "during", "from", "of", "across", "since", "on");
  private static final Set<String> LASTING = Set.of("for", "during");
  private static final Set<String> UNTIL = Set.of("until", "till", "til");
  private static final Set<String> SINCE = Set.of("since", "from", "after");
  private static final Set<String> ABOUT =
      Set.of(
          "the",
          "these",
          "our",
          "a",
          "about",
          "around",
          "roughly",
          "exactly",
          "next",
          "another",
          "coming",
          "max",
          "maximum",
          "say",
          "approximately",
          "~");

  /** Before such a word an amount says when, not how long. */
  private static final Set<String> BEFORE_A_DELAY =
      Set.of("in", "after", "every", "each", "within", "by", "next", "at", "before", "than");

  private static final Set<String> AFTER_A_POINT =
      Set.of("later", "before", "after", "from", "old", "earlier", "hence", "each", "every");

  /** "how many 500s": no 500 seconds. */
  private static final Pattern HTTP_CODES = Pattern.compile("[1-5]\\d\\ds");

  private final Set<SlotType> types;

  TimeValues(Set<SlotType> types) {
    this.types = types;
  }

  /** The time that begins at a word, the words that lead to it included. */
  Optional<Mention> at(Line line, int start) {
    if (!types.contains(SlotType.DURATION) && !types.contains(SlotType.SINCE)) {
      return Optional.empty();
    }
    return Stream.<java.util.function.Supplier<Optional<Mention>>>of(
            () -> ago(line, start),
            () -> last(line, start),
            () -> since(line, start),
            () -> lasting(line, start),
            () -> until(line, start),
            () -> bare(line, start))
        .map(java.util.function.Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** "since 2 hours ago", "an hour ago". */
  private Optional<Mention> ago(Line line, int start) {
    int from = SINCE.contains(line.word(start)) ? start + 1 : start;
    return Amounts.at(line, from)
        .filter(amount -> line.word(from + amount.words()).equals("ago"))
        .flatMap(a -> mention(line, start, from, a.words() + 1, a.iso(), SlotType.SINCE));
  }

  /** "the last hour", "in the past 30 minutes". */
  private Optional<Mention> last(Line line, int start) {
    int from = INTO_THE_PAST.contains(line.word(start)) ? start + 1 : start;
    from = skipped(line, from);
    if (!LAST.contains(line.word(from))) {
      return Optional.empty();
    }
    int last = from;
    int amountAt = line.word(last + 1).matches("about|~") ? last + 2 : last + 1;
    return Amounts.at(line, amountAt)
        .or(() -> Amounts.unitAt(line, amountAt))
        .flatMap(
            a -> mention(line, start, last, amountAt - last + a.words(), a.iso(), SlotType.SINCE));
  }

  /** "since 09:00", "since yesterday", "since 2h". */
  private Optional<Mention> since(Line line, int start) {
    String word = line.word(start);
    if (line.asked() != SlotType.SINCE && !SINCE.contains(word)) {
      return Optional.empty();
    }
    int from = SINCE.contains(word) ? start + 1 : start;
    boolean certain = word.equals("since") || from == start;
    if (line.word(from).equals("yesterday") && !clockFollows(line, from + 1)) {
      return mention(line, start, from, 1, "P1D", SlotType.SINCE);
    }
    var amount = Amounts.at(line, skipped(line, from)).filter(a -> certain);
    if (amount.isPresent()) {
      int at = Amounts.at(line, from).isPresent() ? from : skipped(line, from);
      return amount.flatMap(a -> mention(line, start, at, a.words(), a.iso(), SlotType.SINCE));
    }
    return PointsInTime.past(line, from)
        .filter(point -> certain || !bareNumber(line, from, point.words()))
        .flatMap(p -> mention(line, start, from, p.words(), p.at().toString(), SlotType.SINCE));
  }

  private static boolean clockFollows(Line line, int at) {
    return PointsInTime.past(line, at).isPresent();
  }

  private static boolean bareNumber(Line line, int from, int words) {
    return words == 1 && line.word(from).matches("\\d+");
  }

  /** "for an hour", "for the next 30 minutes". */
  private Optional<Mention> lasting(Line line, int start) {
    if (!LASTING.contains(line.word(start))) {
      return Optional.empty();
    }
    int from = Amounts.at(line, start + 1).isPresent() ? start + 1 : skipped(line, start + 1);
    boolean next = line.word(from - 1).matches("next|coming");
    return Amounts.at(line, from)
        .or(() -> next ? Amounts.unitAt(line, from) : Optional.empty())
        .flatMap(a -> amount(line, start, from, a));
  }

  /** "until 18:00", "till tomorrow". */
  private Optional<Mention> until(Line line, int start) {
    return UNTIL.contains(line.word(start))
        ? PointsInTime.future(line, start + 1)
            .flatMap(
                p ->
                    mention(
                        line, start, start + 1, p.words(), p.at().toString(), SlotType.DURATION))
        : Optional.empty();
  }

  /** "2h" where nothing says that it is a delay or a point in time. */
  private Optional<Mention> bare(Line line, int start) {
    boolean asked = line.asked() == SlotType.DURATION || line.asked() == SlotType.SINCE;
    String before = line.before(start);
    if (!asked && BEFORE_A_DELAY.contains(before)) {
      return Optional.empty();
    }
    return Amounts.at(line, start)
        .filter(a -> a.counted() || asked)
        .filter(a -> !HTTP_CODES.matcher(line.word(start)).matches())
        .filter(a -> !AFTER_A_POINT.contains(line.word(start + a.words())))
        .flatMap(a -> amount(line, start, start, a));
  }

  private static int skipped(Line line, int at) {
    int next = at;
    while (ABOUT.contains(line.word(next))) {
      next++;
    }
    return next;
  }

  private Optional<Mention> amount(Line line, int start, int from, Amounts.Amount amount) {
    return mention(
        line, start, from, amount.words(), amount.iso(), SlotType.DURATION, SlotType.SINCE);
  }

  private Optional<Mention> mention(
      Line line, int start, int from, int words, String value, SlotType... kinds) {
    String text = line.phrase(from, words);
    int begin = line.tokens().get(from).start();
    var values = List.of(SlotValue.of(value, text));
    var readings =
        Stream.of(kinds)
            .filter(types::contains)
            .map(
                kind ->
                    new Entity(kind, null, text, begin, begin + text.length(), values, List.of()))
            .toList();
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Mention(line.tokens().get(start).start(), begin + text.length(), readings));
  }
}
