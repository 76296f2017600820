package dev.parley.understanding;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Finds how many replicas or days a request means, in digits or words. */
final class Quantities {
  private static final Pattern WHOLE_DAYS = Pattern.compile("P(\\d+)D");

  /** Of "from 3 to 5" only the second is meant, and "two more" says nothing of how many in all. */
  private static final Pattern RELATIVE =
      Pattern.compile(
          "by|from|than|version|v|build|port|at|around|remove|add|another|extra|drop|lose");

  private static final Pattern REPLICAS =
      Pattern.compile("replicas?|pods?|copies|copy|instances?|containers?|times");

  private static final Pattern MORE = Pattern.compile("more|additional|extra|fewer|less|other");
  private static final Pattern PLUS = Pattern.compile("\\+(\\d{1,4})");
  private static final Pattern TIMES = Pattern.compile("(?:x(\\d{1,4})|(\\d{1,4})x)");

  private Quantities() {}

  static List<Entity> replicas(Wording words) {
    var found = new ArrayList<Entity>();
    for (int at = 0; at < words.size(); at++) {
      var number = words.free(at) ? number(words, at) : Optional.<NumberWords.Number>empty();
      if (number.isPresent()) {
        int count = number.get().words();
        String next = words.word(at + count);
        boolean relative =
            RELATIVE.matcher(words.word(at - 1)).matches()
                || MORE.matcher(next).matches()
                || NumberRoles.unit(next) && !REPLICAS.matcher(next).matches();
        if (!relative) {
          words
              .value(SlotType.REPLICAS, words.span(at, at + count), number.get().digits())
              .ifPresent(found::add);
        }
        at += count - 1;
      }
    }
    return last(words, found);
  }

  /** "the two pods are maxed out, we want 5": the last, unless several stand side by side. */
  private static List<Entity> last(Wording words, List<Entity> found) {
    var to =
        found.stream()
            .filter(e -> words.word(words.line().after(e.start()) - 1).equals("to"))
            .toList();
    if (to.size() == 1 || found.isEmpty()) {
      return to;
    }
    var last = found.get(found.size() - 1);
    boolean listed = words.word(words.line().after(last.start()) - 1).matches("or|and|,");
    return listed ? found : List.of(last);
  }

  /** "5", "five", "x5", "5x". */
  private static Optional<NumberWords.Number> number(Wording words, int at) {
    var times = TIMES.matcher(words.word(at));
    if (times.matches()) {
      String digits = times.group(1) == null ? times.group(2) : times.group(1);
      return Optional.of(new NumberWords.Number(digits, 1));
    }
    boolean one = words.word(at).equals("one") && words.word(at - 1).matches("the|this|that|which");
    return one ? Optional.empty() : NumberWords.at(words.line(), at);
  }

  /** "30 days", "two weeks", "a month"; else the only number there is. */
  static List<Entity> days(Wording words) {
    var amounts = new ArrayList<Entity>();
    for (int at = 0; at < words.size(); at++) {
      var amount = words.free(at) ? amount(words, at) : Optional.<Amounts.Amount>empty();
      if (amount.isPresent()) {
        int to = Math.min(words.size(), at + amount.get().words());
        int from = at;
        days(amount.get().iso())
            .flatMap(d -> words.value(SlotType.DAYS, counted(words, from, to), d))
            .ifPresent(amounts::add);
        at = to - 1;
      }
    }
    return amounts.isEmpty() ? numbers(words) : amounts;
  }

  /** Of "14 days" the number, of "two weeks" both words. */
  private static Span counted(Wording words, int from, int to) {
    int end = to;
    while (end - 1 > from
        && words.word(end - 1).matches("days?|more|extra|additional|full|whole")) {
      end--;
    }
    return words.span(from, words.word(to - 1).matches("days?") ? end : to);
  }

  /** "two weeks", "another month", "+14 days". */
  private static Optional<Amounts.Amount> amount(Wording words, int at) {
    var plus = PLUS.matcher(words.word(at));
    if (plus.matches()) {
      return Amounts.unitAt(words.line(), at + 1)
          .or(() -> plural(words.word(at + 1)))
          .flatMap(unit -> days(unit.iso()))
          .map(unit -> Long.parseLong(unit) * Long.parseLong(plus.group(1)))
          .map(days -> new Amounts.Amount("P" + days + "D", 2, true));
    }
    boolean another = words.word(at).matches("another|additional|extra|further");
    return another
        ? Amounts.unitAt(words.line(), at + 1)
            .map(unit -> new Amounts.Amount(unit.iso(), unit.words() + 1, true))
        : Amounts.at(words.line(), at);
  }

  private static Optional<Amounts.Amount> plural(String unit) {
    String days =
        switch (unit) {
          case "days" -> "P1D";
          case "weeks" -> "P7D";
          case "months" -> "P30D";
          default -> "";
        };
    return days.isEmpty() ? Optional.empty() : Optional.of(new Amounts.Amount(days, 1, true));
  }

  private static List<Entity> numbers(Wording words) {
    var found = new ArrayList<Entity>();
    for (int at = 0; at < words.size(); at++) {
      int from = at;
      var number =
          words.free(at) && !words.word(at).equals("one")
              ? NumberWords.at(words.line(), at)
              : Optional.<NumberWords.Number>empty();
      number
          .filter(n -> SlotForms.canonical(SlotType.DAYS, n.digits()).isPresent())
          .filter(n -> !NumberRoles.unit(words.word(from + n.words())))
          .flatMap(n -> words.value(SlotType.DAYS, words.span(from, from + n.words()), n.digits()))
          .ifPresent(found::add);
    }
    return found.size() == 1 ? found : List.of();
  }

  /** An amount of whole days as their number. */
  static Optional<String> days(String iso) {
    var days = WHOLE_DAYS.matcher(iso);
    if (days.matches()) {
      return Optional.of(days.group(1));
    }
    if (!iso.startsWith("PT")) {
      return Optional.empty();
    }
    var length = Duration.parse(iso);
    return length.equals(Duration.ofDays(length.toDays()))
        ? Optional.of(Long.toString(length.toDays()))
        : Optional.empty();
  }
}
