package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Finds incidents and tickets by their numbers: "INC-2041", "inc 99", "ops-12", "#123", "incident
 * 512", and several at once.
 */
final class Numbered {
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]{0,15}-\\d{1,12}");
  private static final Pattern INCIDENT = Pattern.compile("(?i)inc-?\\d{1,12}");
  private static final Pattern ANY_KEY = Pattern.compile("(?i)[a-z][a-z0-9]{0,15}?-?\\d{1,12}");
  private static final Pattern HASH = Pattern.compile("#\\d{1,12}");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");
  private static final Pattern SERIES = Pattern.compile("[a-z]{2,10}");
  private static final Set<String> NOUNS =
      Set.of(
          "incident",
          "incidents",
          "ticket",
          "tickets",
          "issue",
          "issues",
          "case",
          "cases",
          "bug",
          "task");
  private static final Set<String> NUMBER = Set.of("number", "no", "nr", "id", "#", ":", "num");
  private static final Set<String> AND = Set.of("and", "or", ",", "&", "+");
  private static final Set<String> NEVER = Words.of("NEVER_A_CLOSED_NAME");

  private Numbered() {}

  /** Those that a request names, by the surest form that any has. */
  static List<Entity> in(SlotType type, Wording words) {
    var clear = each(type, words, Numbered::clear);
    var found = clear.isEmpty() ? each(type, words, Numbered::loosely) : clear;
    return found.isEmpty() ? bare(type, words) : found;
  }

  private interface Form {
    Optional<Entity> at(SlotType type, Wording words, int at);
  }

  private static List<Entity> each(SlotType type, Wording words, Form form) {
    var found = new ArrayList<Entity>();
    for (int at = 0; at < words.size(); at++) {
      if (words.free(at)) {
        var entity = form.at(type, words, at).or(() -> listed(type, words, found));
        entity.ifPresent(found::add);
        at = entity.map(e -> words.line().after(e.end()) - 1).orElse(at);
      }
    }
    return found;
  }

  /** One that is such a number in any request. */
  static Optional<Entity> clear(SlotType type, Wording words, int at) {
    String typed = at < words.size() ? words.token(at).text() : "";
    boolean incident = INCIDENT.matcher(typed).matches();
    if (incident || KEY.matcher(typed).matches() || HASH.matcher(typed).matches()) {
      return words.value(type, at, at + 1);
    }
    boolean inc = words.word(at).equals("inc");
    if (!inc && !NOUNS.contains(words.word(at))) {
      return Optional.empty();
    }
    int digits = at + 1;
    while (NUMBER.contains(words.word(digits)) || words.word(digits).equals("-")) {
      digits++;
    }
    String number = words.word(digits).replace("#", "");
    if (!DIGITS.matcher(number).matches()) {
      return Optional.empty();
    }
    return inc
        ? words.value(type, words.span(at, digits + 1), "inc " + number)
        : words.value(type, words.span(digits, digits + 1));
  }

  /** "ops-12" and "ops 12", where a number is wanted. */
  private static Optional<Entity> loosely(SlotType type, Wording words, int at) {
    String word = words.word(at);
    boolean placed =
        type == SlotType.TICKET
            || at > 0
                && (Words.REQUEST_VERBS.contains(words.word(at - 1))
                    || words.word(at - 1).matches("close|mark|fix|reopen|incident|take"));
    if (!placed) {
      return Optional.empty();
    }
    if (ANY_KEY.matcher(word).matches() && word.indexOf('-') > 0) {
      return words.value(type, at, at + 1);
    }
    boolean series =
        SERIES.matcher(word).matches()
            && !word.endsWith("ing")
            && !Words.NEVER_A_NAME.contains(word)
            && !Words.REQUEST_VERBS.contains(word)
            && !NEVER.contains(word);
    boolean number = DIGITS.matcher(words.word(at + 1)).matches() && words.free(at + 1);
    return series && number
        ? words.value(type, words.span(at, at + 2), word + " " + words.word(at + 1))
        : Optional.empty();
  }

  /** The 13 of "INC-12 and 13": of the same series. */
  private static Optional<Entity> listed(SlotType type, Wording words, List<Entity> found) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var last = found.get(found.size() - 1);
    int at = words.line().after(last.end());
    while (AND.contains(words.word(at))) {
      at++;
    }
    boolean number = DIGITS.matcher(words.word(at).replace("#", "")).matches();
    if (!number || at == words.line().after(last.end())) {
      return Optional.empty();
    }
    String series = last.values().get(0).canonical().replaceAll("\\d+$", "");
    String digits = words.word(at).replace("#", "");
    return words.value(type, words.span(at, at + 1), series + digits);
  }

  /** "ack 2041 and 2042": the first and what is listed with it. */
  private static List<Entity> joined(Wording words, List<Entity> numbers) {
    var joined = new ArrayList<Entity>();
    int end = -1;
    for (var number : numbers) {
      int at = words.line().after(number.start());
      if (joined.isEmpty() || at - end <= 2 && AND.contains(words.word(at - 1))) {
        joined.add(number);
        end = at;
      }
    }
    return joined;
  }

  /** "ack 512": the only number there is. */
  private static List<Entity> bare(SlotType type, Wording words) {
    var numbers = new ArrayList<Entity>();
    for (int at = 0; at < words.size(); at++) {
      var token = words.token(at);
      boolean alone =
          words.free(at)
              && DIGITS.matcher(token.text()).matches()
              && !NumberRoles.unit(words.word(at + 1));
      if (alone) {
        words.value(type, new Span(token.start(), token.end())).ifPresent(numbers::add);
      }
    }
    return numbers.size() > 1 ? joined(words, numbers) : numbers;
  }
}
