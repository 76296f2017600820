package dev.parley.understanding;

import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Finds what a request is to say: the title of an incident, the message of a page, the note of a
 * resolution. It is what is quoted, else what follows the request proper ("open a sev1: …", "page
 * payments and tell them …"), else what stands before it ("checkout is down, open a sev1").
 */
final class SaidText {
  private static final Set<String> VERBS = Words.of("VERBS_OF_TEXTS");
  private static final Set<String> NOUNS = Words.of("NOUNS_OF_TEXTS");
  private static final Set<String> BETWEEN = Words.of("BEFORE_A_TEXT_NOUN");
  private static final Set<String> AFTER = Words.of("AFTER_A_TEXT_NOUN");
  private static final Pattern PREPOSITION =
      Pattern.compile("in|to|on|for|with|at|of|as|under|into|from");
  private static final Pattern LISTED = Pattern.compile(",|and|&|\\+|\\(|/|-");
  private static final Pattern BEING =
      Pattern.compile("as|is|are|was|were|can|be|should|has|been|to|may|now|it|that");
  private static final Pattern DONE =
      Pattern.compile(
          "resolved?|closed?|fixed|done|over|solved|complete|completed|finished|acknowledged|acked");
  private static final Pattern IDIOM =
      Pattern.compile(
          "(?i)(?:on (?:call|duty)|out of bed|(?:on|to) the (?:phone|line|case)|out of (?:this|that|it)|'s (?:on-?call|pager|team))\\b[,:;. ]*");
  private static final Pattern CLOSING =
      Pattern.compile("resolve|close|solve|finish|resolving|closing");
  private static final Pattern PRONOUN =
      Pattern.compile("it|this|that|them|him|her|us|me|these|those|everyone|you");

  private final Wording words;
  private final List<Entity> named;
  private final boolean required;
  private final Segments segments;

  private SaidText(Slot slot, Wording words, List<Entity> named) {
    this.words = words;
    this.named = named;
    this.required = slot.required();
    this.segments = new Segments(words);
  }

  /**
   * @param named what the request names besides
   */
  static Optional<Span> in(Slot slot, Wording words, List<Entity> named) {
    return new SaidText(slot, words, named).span();
  }

  private Optional<Span> span() {
    var plain = plain();
    var quoted =
        Quotes.in(words.line().text().substring(0, end())).stream()
            .filter(q -> plain.isEmpty() || !within(q, plain.get()))
            .findFirst();
    return quoted.isPresent() ? quoted : plain;
  }

  private int end() {
    return words.size() == 0 ? 0 : words.token(words.size() - 1).end();
  }

  /** Whether a quotation is only part of what is said. */
  private boolean within(Span quoted, Span said) {
    return said.getStart() < quoted.getStart()
        && quoted.getStart() < said.getEnd()
        && !segments.nothing(
            words.line().after(said.getStart()), words.line().after(quoted.getStart()));
  }

  private Optional<Span> plain() {
    int start = headStart();
    if (start < 0) {
      return Optional.empty();
    }
    int head = headEnd(start);
    int from = TextLeads.past(words, head);
    int to = trimmed(from);
    boolean led = from > head;
    boolean told = TextLeads.tells(words, head, from);
    int first = segments.first(from, to);
    if (first < to) {
      first = TextLeads.past(words, first);
      to = trimmed(first, segments.last(first, to));
    } else if (told && required) {
      first = from;
    }
    if (first < to && saysSomething(first, to) && (led || required || to - first > 1)) {
      return Optional.of(words.span(first, to));
    }
    return required ? before(start) : Optional.empty();
  }

  private boolean saysSomething(int from, int to) {
    return to > from && !(to == from + 1 && PRONOUN.matcher(words.word(from)).matches());
  }

  // The request proper

  /** Where the request proper begins, or -1. */
  private int headStart() {
    for (int at = 0; at < words.size(); at++) {
      if (VERBS.contains(words.word(at)) && !namedAt(at)) {
        int target = target(at + 1);
        boolean pointed =
            CLOSING.matcher(words.word(at)).matches() && words.word(at + 1).matches("it|that|this");
        if (noun(target) || namedAt(target) || pointed) {
          return at;
        }
      }
    }
    for (int at = 0; at < words.size(); at++) {
      boolean alone =
          at == 0
              || Words.DETERMINERS.contains(words.word(at - 1))
              || !words.token(at - 1).isWord();
      if (namedAt(at) && told(at) || noun(at) && !words.word(at).equals("one") && alone) {
        return at;
      }
    }
    return -1;
  }

  /** Times stand beside a request, but are no part of it that tells where it begins. */
  private boolean told(int at) {
    return named.stream()
        .filter(e -> covers(e, words.token(at).start()))
        .anyMatch(e -> e.type().kind() != SlotType.Kind.TIME);
  }

  private int target(int from) {
    int at = from;
    while (BETWEEN.contains(words.word(at)) && !namedAt(at) && !noun(at)) {
      at++;
    }
    return at;
  }

  private boolean noun(int at) {
    return NOUNS.contains(words.word(at));
  }

  private int headEnd(int start) {
    boolean verb = VERBS.contains(words.word(start));
    int at = namedAt(start) ? start : target(noun(start) && !verb ? start : start + 1);
    int next = at;
    do {
      at = next;
      next = further(at);
    } while (next > at);
    return at;
  }

  /** Past one more piece of the request proper, or the same index. */
  private int further(int at) {
    if (at >= words.size()) {
      return at;
    }
    if (namedAt(at)) {
      return pastName(at);
    }
    var idiom = IDIOM.matcher(words.line().text().substring(words.token(at).start()));
    if (idiom.lookingAt()) {
      return words.line().after(words.token(at).start() + idiom.end());
    }
    if (noun(at) || AFTER.contains(words.word(at))) {
      return at + 1;
    }
    int done = at;
    while (done < at + 4 && BEING.matcher(words.word(done)).matches()) {
      done++;
    }
    if (DONE.matcher(words.word(done)).matches()) {
      return done + 1;
    }
    boolean joins =
        PREPOSITION.matcher(words.word(at)).matches() || LISTED.matcher(words.word(at)).matches();
    int name = at + 1;
    while (joins
        && (TextLeads.label(words.word(name)) || Words.DETERMINERS.contains(words.word(name)))) {
      name++;
    }
    return joins && namedAt(name) ? pastName(name) : at;
  }

  private boolean namedAt(int at) {
    return at >= 0
        && at < words.size()
        && named.stream().anyMatch(e -> covers(e, words.token(at).start()));
  }

  private static boolean covers(Entity entity, int place) {
    return entity.start() <= place && place < entity.end();
  }

  private int pastName(int at) {
    int next = at;
    while (namedAt(next)) {
      next++;
    }
    return next;
  }

  // Around the text

  private int trimmed(int from) {
    return trimmed(from, words.size());
  }

  private int trimmed(int from, int end) {
    int to = end;
    int shorter = to;
    do {
      to = shorter;
      shorter = TextLeads.withoutCourtesy(words, from, to);
      shorter = withoutMarks(from, shorter);
    } while (shorter < to);
    return to;
  }

  /** ", sev2", "with high priority", "in project infra" at the end belong to the request. */
  private int withoutMarks(int from, int to) {
    int end = to - 1 > from && words.word(to - 1).equals(")") ? to - 1 : to;
    while (end - 1 > from && TextLeads.label(words.word(end - 1)) && !namedAt(end - 1)) {
      end--;
    }
    int start = end;
    while (start > from && namedAt(start - 1)) {
      start--;
    }
    if (start == end || start < from || !apart(start, from)) {
      return to;
    }
    while (start > from && TextLeads.beforeMark(words.word(start - 1))) {
      start--;
    }
    return start;
  }

  private boolean apart(int start, int from) {
    var entity =
        named.stream().filter(e -> covers(e, words.token(start).start())).findFirst().orElseThrow();
    boolean again = named.stream().anyMatch(e -> e.type() == entity.type() && before(e, from));
    return !again
        && switch (entity.type()) {
          case SEVERITY ->
              entity.text().matches(".*\\d.*")
                  || TextLeads.label(words.word(start - 1))
                  || start == from
                  || words.word(start - 1).matches(",|-|\\(|as|make|\u2013|\u2014|\\.|;|:|a");
          case PRIORITY, PROJECT -> true;
          default -> false;
        };
  }

  private boolean before(Entity entity, int from) {
    return from >= words.size() || entity.end() <= words.token(from).start();
  }

  /** "checkout is down, open a sev1". */
  private Optional<Span> before(int start) {
    int from = TextLeads.pastOpening(words, start);
    while (from < start && (namedAt(from) || !words.token(from).isWord())) {
      from++;
    }
    int to = TextLeads.beforeRequest(words, from, start);
    from = segments.first(from, to);
    to = segments.last(from, to);
    from = Math.min(TextLeads.pastTelling(words, from), to);
    return to - from > 1 ? Optional.of(words.span(from, to)) : Optional.empty();
  }
}
