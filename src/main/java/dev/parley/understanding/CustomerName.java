package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Finds which customers are meant: an address, a quoted name, "Acme Corp's trial", "for Initech".
 */
final class CustomerName {
  static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]*@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
  private static final int MOST_WORDS = 5;
  private static final Set<String> NO_PART = Words.of("NO_PART_OF_A_CUSTOMER");
  private static final Pattern OF =
      Pattern.compile("for|customer|client|account|of|to|user|company|tenant|:|from|with|at");
  private static final Pattern NOUN =
      Pattern.compile("customer|client|account|user|company|tenant|:|from|at|id|no|number|#|both");
  private static final Pattern VERB =
      Pattern.compile(
          "extend|give|grant|prolong|lengthen|offer|gift|allow|let|bump|renew|want|promised|can|trail");
  private static final Pattern TRIAL =
      Pattern.compile("trials?|evaluation|eval|poc|subscription|demo|extension");
  private static final Pattern NEED =
      Pattern.compile(
          "needs?|wants?|gets?|asked|asks|requested|requests|would|should|deserves?|has|have|hasn't|haven't|is|are|will|runs");
  private static final Pattern MARK_INSIDE = Pattern.compile("&|\\+|'|-");
  private static final Pattern AND = Pattern.compile("and|&|,");

  private final Wording words;

  private CustomerName(Wording words) {
    this.words = words;
  }

  static List<Entity> in(Wording words) {
    var name = new CustomerName(words);
    var first =
        name.quoted()
            .or(name::address)
            .or(name::owner)
            .or(name::capitals)
            .or(() -> name.after(OF))
            .or(name::beforeTrial)
            .or(() -> name.after(VERB))
            .or(name::subject)
            .or(() -> name.after(TRIAL));
    return first.map(name::listed).orElse(List.of()).stream()
        .flatMap(span -> words.value(SlotType.CUSTOMER, span).stream())
        .toList();
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
    return endingAt(Pattern.compile("'s?|s'"));
  }

  /** Names in capitals, where not everything is. */
  private Optional<Span> capitals() {
    boolean mixed =
        words.line().tokens().stream()
                .filter(
                    token -> token.isWord() && Character.isLowerCase(token.text().codePointAt(0)))
                .count()
            > 1;
    for (int at = 0; mixed && at < words.size(); at++) {
      int to = at;
      while (to - at < MOST_WORDS
          && part(to)
          && (capital(to) || !words.token(to).isWord() && to > at)) {
        to++;
      }
      var name = span(at, to);
      if (name.isPresent() && (at > 0 || to > 1)) {
        return name;
      }
    }
    return Optional.empty();
  }

  private boolean capital(int at) {
    return Character.isUpperCase(words.token(at).text().codePointAt(0));
  }

  /** "the Globex trial". */
  private Optional<Span> beforeTrial() {
    return endingAt(TRIAL);
  }

  /** "Acme needs two more weeks". */
  private Optional<Span> subject() {
    return endingAt(NEED);
  }

  private Optional<Span> after(Pattern lead) {
    for (int at = 0; at + 1 < words.size(); at++) {
      if (lead.matcher(words.word(at)).matches()) {
        int from = at + 1;
        while (Words.DETERMINERS.contains(words.word(from))
            || NOUN.matcher(words.word(from)).matches()) {
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

  private Optional<Span> endingAt(Pattern end) {
    for (int at = 1; at < words.size(); at++) {
      int from = at;
      while (end.matcher(words.word(at)).matches() && at - from < MOST_WORDS && part(from - 1)) {
        from--;
      }
      var name = span(from, at);
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  private Optional<Span> from(int from) {
    int to = from;
    while (to - from < MOST_WORDS && part(to)) {
      to++;
    }
    return span(from, to);
  }

  private Optional<Span> span(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && !words.token(first).isWord()) {
      first++;
    }
    while (last > first && !words.token(last - 1).isWord()) {
      last--;
    }
    return last > first ? Optional.of(words.span(first, last)) : Optional.empty();
  }

  /** "globex and initech". */
  private List<Span> listed(Span first) {
    var all = new ArrayList<Span>(List.of(first));
    int at = words.line().after(first.getEnd());
    for (var next = next(at); next.isPresent(); next = next(at)) {
      all.add(next.get());
      at = words.line().after(next.get().getEnd());
    }
    return all;
  }

  private Optional<Span> next(int at) {
    int from = at;
    while (AND.matcher(words.word(from)).matches()) {
      from++;
    }
    var name = from > at ? from(from) : Optional.<Span>empty();
    return name.filter(
        span -> {
          String next = words.word(words.line().after(span.getEnd()));
          return next.isEmpty() || next.matches("by|for|and|,|&|\\.|'s?|until|please|with|another");
        });
  }

  private boolean part(int at) {
    String word = words.word(at);
    return words.free(at)
        && !NO_PART.contains(word)
        && (!Words.NEVER_A_NAME.contains(word) || inside(at))
        && (words.token(at).isWord() || MARK_INSIDE.matcher(word).matches());
  }

  /** The "of" of "Bank of America", the "Systems" of "Cyberdyne Systems". */
  private boolean inside(int at) {
    boolean second = at > 0 && words.token(at - 1).isWord() && capital(at - 1) && capital(at);
    return second
        || at > 0
            && at + 1 < words.size()
            && words.token(at - 1).isWord()
            && capital(at - 1)
            && words.token(at + 1).isWord()
            && capital(at + 1);
  }
}
