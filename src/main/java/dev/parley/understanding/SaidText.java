package dev.parley.understanding;

import dev.parley.intent.Slot;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import opennlp.tools.util.Span;

/**
 * Finds what a request is to say: the title of an incident, the message of a page, the note of a
 * resolution. It is what is quoted, else what follows the request proper ("open a sev1: …", "page
 * payments and tell them …"), else what stands before it ("checkout is down, open a sev1").
 */
final class SaidText {
  private static final Pattern STATE =
      Pattern.compile(
          "is|are|was|were|be|being|very|so|not|and|the|an?|extremely|really|of|for|in|on");
  private static final Pattern PRONOUN =
      Pattern.compile("it|this|that|them|him|her|us|me|these|those|everyone|you");

  private final Wording words;
  private final List<Entity> named;
  private final boolean required;
  private final Segments segments;
  private final RequestHead head;

  private SaidText(Slot slot, Wording words, List<Entity> named) {
    this.words = words;
    this.named = named;
    this.required = slot.required();
    this.segments = new Segments(words);
    this.head = new RequestHead(words, named);
  }

  /**
   * @param named what the request names besides
   */
  static Optional<Span> in(Slot slot, Wording words, List<Entity> named) {
    return new SaidText(slot, words, named).span();
  }

  private Optional<Span> span() {
    var quotes = Quotes.in(words.line().text().substring(0, end()));
    var labelled = labelled(quotes);
    if (labelled.isPresent()) {
      return labelled;
    }
    var plain = plain();
    var quoted =
        quotes.stream()
            .filter(q -> plain.isEmpty() || !within(q, plain.get()) || ends(q, plain.get()))
            .findFirst();
    return quoted.isPresent() ? quoted : plain;
  }

  /** What a label says to be the text: "note: …", "title "…"", "the message is '…'". */
  private Optional<Span> labelled(List<Span> quotes) {
    for (int at = 0; at + 1 < words.size(); at++) {
      if (words.word(at).equals(":")) {
        return Optional.empty();
      }
      if (!TextLeads.labelsText(words, at)) {
        continue;
      }
      int next = words.word(at + 1).matches("is|reads|says|:|=|of") ? at + 2 : at + 1;
      next = words.word(next).equals(":") ? next + 1 : next;
      int start = next < words.size() ? words.token(next).start() : end();
      var quoted = quotes.stream().filter(q -> q.getStart() == start).findFirst();
      if (quoted.isPresent()) {
        return quoted;
      }
      if (words.word(next - 1).equals(":") && at > 0 && !words.token(at - 1).isWord()) {
        int to = trimmed(next);
        return to > next ? Optional.of(words.span(next, to)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A quotation at the end, with no more than a word of its own before it, is all that is said. */
  private boolean ends(Span quoted, Span said) {
    int to = words.line().after(quoted.getStart());
    long before =
        IntStream.range(words.line().after(said.getStart()), to)
            .filter(i -> words.token(i).isWord() && !head.namedAt(i))
            .count();
    boolean several =
        words.line().text().substring(quoted.getStart(), quoted.getEnd()).indexOf(' ') > 0;
    long behind =
        IntStream.range(words.line().after(quoted.getEnd()), words.line().after(said.getEnd()))
            .filter(i -> words.token(i).isWord() && !head.namedAt(i))
            .filter(i -> !TextLeads.label(words.word(i)))
            .count();
    return several && before <= 1 && behind == 0;
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
    var put = put();
    if (put.isPresent()) {
      return put;
    }
    int start = head.start();
    if (start < 0) {
      return Optional.empty();
    }
    int end = head.end(start);
    int from = TextLeads.past(words, end);
    int to = trimmed(from);
    boolean led = from > end;
    boolean told = TextLeads.tells(words, end, from);
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

  /** "file the proxy strips our headers as a bug": what is put into such a thing. */
  private Optional<Span> put() {
    int noun = words.size() - 1;
    while (noun > 0 && !words.token(noun).isWord()) {
      noun--;
    }
    int to = noun - 1;
    while (to > 0 && (head.namedAt(to) || words.word(to).matches("an?|new|the"))) {
      to--;
    }
    boolean put =
        head.noun(noun)
            && words.word(to).matches("as|into")
            && words.word(0).matches("file|add|log|put|record|track|report|create|open|raise")
            && head.target(1) == 1
            && !head.namedAt(1)
            && !head.noun(1);
    return put && to > 2 ? Optional.of(words.span(1, putEnd(to))) : Optional.empty();
  }

  /** Before "to the backlog of SHOP". */
  private int putEnd(int to) {
    int end = to;
    for (int at = 2; at < to; at++) {
      if (words.word(at).equals("to")
          && words.word(at + 1).equals("the")
          && TextLeads.label(words.word(at + 2))) {
        end = at;
      }
    }
    return end;
  }

  private boolean saysSomething(int from, int to) {
    return to > from && !(to == from + 1 && PRONOUN.matcher(words.word(from)).matches());
  }

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
    while (end - 1 > from && TextLeads.label(words.word(end - 1)) && !head.namedAt(end - 1)) {
      end--;
    }
    int start = end;
    while (start > from && head.namedAt(start - 1)) {
      start--;
    }
    if (start == end || start < from || !apart(start, from, to)) {
      return to;
    }
    while (start > from && TextLeads.beforeMark(words.word(start - 1))) {
      start--;
    }
    return start;
  }

  private boolean apart(int start, int from, int to) {
    var entity =
        named.stream()
            .filter(e -> RequestHead.covers(e, words.token(start).start()))
            .findFirst()
            .orElseThrow();
    boolean again = named.stream().anyMatch(e -> e.type() == entity.type() && before(e, from));
    return !again
        && switch (entity.type()) {
          case SEVERITY ->
              entity.text().matches(".*\\d.*")
                  || TextLeads.label(words.word(start - 1))
                  || start == from
                  || to == words.size() && !STATE.matcher(words.word(start - 1)).matches()
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
    while (from < start && (head.namedAt(from) || !words.token(from).isWord())) {
      from++;
    }
    int to = TextLeads.beforeRequest(words, from, start);
    from = segments.first(from, to);
    to = segments.last(from, to);
    from = Math.min(TextLeads.pastTelling(words, from), to);
    boolean said = to - from > 1 && !segments.nothing(from + 1, to);
    return said ? Optional.of(words.span(from, to)) : Optional.empty();
  }
}
