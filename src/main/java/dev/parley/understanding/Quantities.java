package dev.parley.understanding;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds how many replicas or days a request means, in digits or words. */
final class Quantities {
  private static final Pattern WHOLE_DAYS = Pattern.compile("P(\\d+)D");

  /** Of "from 3 to 5" only the second is meant, and "two more" says nothing of how many in all. */
  private static final Pattern RELATIVE = Pattern.compile("by|from|than|version|v|build|port");

  private static final Pattern MORE = Pattern.compile("more|additional|extra|fewer|less|other");
  private static final Pattern TIMES = Pattern.compile("(?:x(\\d{1,4})|(\\d{1,4})x)");

  private Quantities() {}

  static List<Entity> replicas(Wording words) {
    var found = new ArrayList<Entity>();
    for (int at = 0; at < words.size(); at++) {
      var number = words.free(at) ? number(words, at) : Optional.<NumberWords.Number>empty();
      if (number.isPresent()) {
        int count = number.get().words();
        boolean relative =
            RELATIVE.matcher(words.word(at - 1)).matches()
                || MORE.matcher(words.word(at + count)).matches();
        if (!relative) {
          words
              .value(SlotType.REPLICAS, words.span(at, at + count), number.get().digits())
              .ifPresent(found::add);
        }
        at += count - 1;
      }
    }
    return found;
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
      var amount = words.free(at) ? Amounts.at(words.line(), at) : Optional.<Amounts.Amount>empty();
      if (amount.isPresent()) {
        int to = Math.min(words.size(), at + amount.get().words());
        int from = at;
        days(amount.get().iso())
            .flatMap(d -> words.value(SlotType.DAYS, words.span(from, to), d))
            .ifPresent(amounts::add);
        at = to - 1;
      }
    }
    return amounts.isEmpty() ? numbers(words) : amounts;
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
