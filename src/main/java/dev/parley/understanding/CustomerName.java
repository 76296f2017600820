package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Finds which customer is meant: an address, a quoted name, "Acme Corp's trial", "for Initech". */
final class CustomerName {
  static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]*@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
  private static final int MOST_WORDS = 6;
  private static final Set<String> ENDS = Words.of("ENDS_A_CUSTOMER");
  private static final Set<String> NOT = Words.of("NO_CUSTOMER");
  private static final Pattern LEAD =
      Pattern.compile("for|customer|client|account|of|to|user|company|tenant|:");
  private static final Pattern VERB =
      Pattern.compile("extend|give|grant|prolong|lengthen|offer|gift|allow|let|bump|renew");
  private static final Pattern NEED =
      Pattern.compile(
          "needs?|wants?|gets?|asked|asks|requested|requests|would|should|deserves?|has|have|is|are|will");
  private static final Pattern MARK_INSIDE = Pattern.compile("&|\\+|'|-");

  private final Wording words;

  private CustomerName(Wording words) {
    this.words = words;
  }

  static List<Entity> in(Wording words) {
    var name = new CustomerName(words);
    return name.quoted()
        .or(name::address)
        .or(name::owner)
        .or(() -> name.after(LEAD))
        .or(name::ofTrial)
        .or(() -> name.after(VERB))
        .or(name::subject)
        .flatMap(span -> words.value(SlotType.CUSTOMER, span))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<Span> quoted() {
    return Quotes.in(words.line().text()).stream()
        .findFirst()
        .map(span -> new Span(span.getStart() + 1, span.getEnd() - 1));
  }

  private Optional<Span> address() {
    for (int at = 0; at < words.size(); at++) {
      var chunk = words.chunk(at);
      if (ADDRESS.matcher(words.text(chunk)).matches()) {
        return Optional.of(chunk);
      }
    }
    return Optional.empty();
  }

  /** "Acme Corp's trial". */
  private Optional<Span> owner() {
    for (int at = 1; at < words.size(); at++) {
      if (words.word(at).matches("'s?|s'")) {
        var name = endingAt(at);
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /** "the Globex trial". */
  private Optional<Span> ofTrial() {
    for (int at = 1; at < words.size(); at++) {
      if (words.word(at).matches("trial|trials|evaluation|eval|poc|subscription|demo")) {
        var name = endingAt(at);
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Span> after(Pattern lead) {
    for (int at = 0; at + 1 < words.size(); at++) {
      if (lead.matcher(words.word(at)).matches()) {
        int from = at + 1;
        while (Words.DETERMINERS.contains(words.word(from))
            || words
                .word(from)
                .matches("customer|client|account|user|company|tenant|:|from|at|id|no|number|#")) {
          from++;
        }
        var name = from(from);
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /** "Acme needs two more weeks". */
  private Optional<Span> subject() {
    for (int at = 1; at < words.size(); at++) {
      if (NEED.matcher(words.word(at)).matches()) {
        var name = endingAt(at);
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Span> from(int from) {
    int to = from;
    while (to - from < MOST_WORDS && part(to)) {
      to++;
    }
    while (to > from && !words.token(to - 1).isWord()) {
      to--;
    }
    return span(from, to);
  }

  private Optional<Span> endingAt(int to) {
    int from = to;
    while (to - from < MOST_WORDS
        && part(from - 1)
        && !VERB.matcher(words.word(from - 1)).matches()) {
      from--;
    }
    while (from < to && !words.token(from).isWord()) {
      from++;
    }
    return span(from, to);
  }

  private Optional<Span> span(int from, int to) {
    boolean only = to == from + 1 && Words.NEVER_A_NAME.contains(words.word(from));
    return to > from && !only ? Optional.of(words.span(from, to)) : Optional.empty();
  }

  private boolean part(int at) {
    return words.free(at)
        && !ENDS.contains(words.word(at))
        && !NOT.contains(words.word(at))
        && (words.token(at).isWord() || MARK_INSIDE.matcher(words.word(at)).matches());
  }
}
