package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Finds the text that a request looks for: what is quoted, else what follows "grep", "for" or
 * "containing", or stands before "in the logs", up to where the request goes on to say where and
 * since when.
 */
final class SearchedText {
  private static final Pattern GREP = Pattern.compile("[ezf]?grep|rg|ack|ag|gerp|grpe");
  private static final Pattern SEARCHING =
      Pattern.compile(
          "search\\w*|look\\w*|scan\\w*|check\\w*|grep\\w*|find\\w*|hunt\\w*|filter\\w*|watch|inspect\\w*"
              + "|query|comb|examine|parse|dig|go|trawl|sift|sweep|logs?|journal|journalctl|monitor");
  private static final Pattern LOG =
      Pattern.compile("logs?|log-?files?|log's|journal|journals|syslog|journalctl|logging");
  private static final Pattern HOLDING =
      Pattern.compile(
          "containing|contains?|matching|match(?:es)?|mentioning|mentions?|saying|says?|includ(?:ing|es?)|with|about|like");
  private static final Pattern OCCURRENCES =
      Pattern.compile("occurr?ences?|mentions?|instances?|traces?|hits?|signs?|cases?");
  private static final Pattern APPEARS =
      Pattern.compile(
          "appear(?:s|ed)?|occur(?:s|red)?|shows?|showed|turns?|comes?|came|pops?|there|are|is|was|were");
  private static final Set<String> PLACES =
      Set.of(
          "on",
          "in",
          "at",
          "from",
          "of",
          "across",
          "inside",
          "within",
          "through",
          "over",
          "to",
          "during",
          "under",
          "for",
          "into",
          "throughout",
          "out",
          "among",
          "amongst",
          "onto",
          "@");
  private static final Set<String> OPENING = Words.of("BEFORE_A_SEARCHED_TEXT");
  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "any", "some", "all", "a", "an", "every", "each", "this", "that", "our", "my",
          "its", "their", "your");
  private static final Set<String> NOTHING =
      Set.of("something", "it", "anything", "stuff", "things", "this", "that", "them", "me", "us");
  private static final Set<String> CALLED =
      Set.of(
          "string",
          "strings",
          "text",
          "word",
          "words",
          "phrase",
          "pattern",
          "term",
          "keyword",
          "regex",
          "expression",
          "lines",
          "entries",
          "line",
          "entry",
          "something");
  private static final Set<String> POLITE =
      Set.of("please", "pls", "plz", "thanks", "thx", "cheers", "thank", "and");
  private static final Set<String> ABOUT_LOGS = Words.of("ABOUT_LOGS");

  private final Line line;
  private final List<Mention> mentions;
  private final int size;

  private SearchedText(Line line, int end, List<Mention> mentions) {
    this.line = line;
    this.mentions = mentions;
    this.size = line.after(end);
  }

  /** The stretch that is looked for, quotation marks included, in a text up to an end. */
  static Optional<Span> in(Line line, int end, List<Mention> mentions) {
    var quoted = Quotes.in(line.text().substring(0, end)).stream().findFirst();
    return quoted.isPresent() ? quoted : new SearchedText(line, end, mentions).plain();
  }

  private Optional<Span> plain() {
    return after(this::grepAt)
        .or(() -> after(this::forAt))
        .or(() -> after(this::holdingAt))
        .or(this::beforeTheLogs);
  }

  private interface Start {
    /** Where the text begins when a word leads to it, or -1. */
    int after(int at);
  }

  private Optional<Span> after(Start start) {
    for (int at = 0; at < size; at++) {
      int from = start.after(at);
      var found = from < 0 ? Optional.<Span>empty() : textFrom(from);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private int grepAt(int at) {
    if (!GREP.matcher(line.word(at)).matches()) {
      return -1;
    }
    int next = at + 1;
    while (line.word(next).startsWith("-") || line.word(next).matches("for|fro|me|out")) {
      next++;
    }
    int named = next;
    while (DETERMINERS.contains(line.word(named))) {
      named++;
    }
    return where(named) || log(named) ? -1 : next;
  }

  private int forAt(int at) {
    boolean searches =
        line.word(at).equals("for")
            && line.tokens().subList(0, at).stream()
                .anyMatch(token -> SEARCHING.matcher(token.lower()).matches());
    return searches && !placeAt(at) && !timeAt(at) ? at + 1 : -1;
  }

  private int holdingAt(int at) {
    boolean logs =
        line.tokens().stream().anyMatch(token -> LOG.matcher(token.lower()).matches())
            || line.word(at - 1).matches("lines?|entries|messages");
    boolean of = line.word(at).equals("of") && OCCURRENCES.matcher(line.word(at - 1)).matches();
    boolean holding = at > 0 && HOLDING.matcher(line.word(at)).matches();
    return logs && (of || holding) ? at + 1 : -1;
  }

  /** "any timeouts in the nginx log", "find out of memory in the logs". */
  private Optional<Span> beforeTheLogs() {
    int at = 0;
    while (at < size && (OPENING.contains(line.word(at)) || mark(at))) {
      at++;
    }
    return at < size && !where(at) && !log(at)
        ? textFrom(at).filter(span -> placeAt(line.after(span.getEnd())) || appears(span))
        : Optional.empty();
  }

  private boolean appears(Span span) {
    return APPEARS.matcher(line.word(line.after(span.getEnd()))).matches();
  }

  private Optional<Span> textFrom(int start) {
    int from = start;
    while (from + 1 < size
        && (DETERMINERS.contains(line.word(from))
            || CALLED.contains(line.word(from)) && !ends(from + 1)
            || line.word(from).equals("of") && from > start
            || HOLDING.matcher(line.word(from)).matches() && !ends(from + 1))) {
      from++;
    }
    int to = address(from) ? from + 1 : from;
    while (to < size && !ends(to)) {
      to++;
    }
    return to > from && !(to == from + 1 && NOTHING.contains(line.word(from)))
        ? Optional.of(new Span(line.tokens().get(from).start(), line.tokens().get(to - 1).end()))
        : Optional.empty();
  }

  /** An address or a path may be what is looked for. */
  private boolean address(int at) {
    return at < size && line.word(at).matches("\\d+\\.\\d+\\.\\d+\\.\\d+|/.+|.*::.*");
  }

  private boolean ends(int at) {
    return at >= size
        || mark(at)
        || placeAt(at)
        || timeAt(at)
        || where(at)
        || log(at) && line.word(at - 1).matches("the|our|error|access|system")
        || POLITE.contains(line.word(at)) && onlyPoliteFrom(at)
        || APPEARS.matcher(line.word(at)).matches() && at + 1 < size && placeOrUp(at + 1);
  }

  private boolean placeOrUp(int at) {
    return placeAt(at) || line.word(at).matches("up|anywhere|often");
  }

  private boolean onlyPoliteFrom(int at) {
    for (int i = at; i < size; i++) {
      if (!mark(i) && !POLITE.contains(line.word(i)) && !line.word(i).matches("you|a|lot|mate")) {
        return false;
      }
    }
    return true;
  }

  /** A mark that ends a clause, and none inside a word. */
  private boolean mark(int at) {
    var token = line.tokens().get(at);
    boolean last = token.end() == line.text().length();
    return ".,;?!".contains(token.text())
        && (last || Character.isWhitespace(line.text().charAt(token.end())));
  }

  private boolean timeAt(int at) {
    int start = line.tokens().get(at).start();
    return mentions.stream()
        .anyMatch(m -> m.start() == start && m.first().type().kind() == SlotType.Kind.TIME);
  }

  /** A host, or a service whose log it is, that no preposition leads to. */
  private boolean where(int at) {
    if (at >= size) {
      return false;
    }
    int start = line.tokens().get(at).start();
    return mentions.stream()
        .filter(m -> m.start() == start)
        .anyMatch(
            m ->
                m.as(SlotType.HOST).isPresent()
                    || m.as(SlotType.PATH).isPresent()
                    || m.as(SlotType.SERVICE).isPresent() && logSoon(line.after(m.end())));
  }

  private boolean logSoon(int at) {
    int next = at;
    while (ABOUT_LOGS.contains(line.word(next))) {
      next++;
    }
    return log(next);
  }

  private boolean log(int at) {
    return at < size && LOG.matcher(line.word(at)).matches();
  }

  /** Whether a preposition leads to a place: a host, a service, the logs. */
  private boolean placeAt(int at) {
    if (at >= size || !PLACES.contains(line.word(at))) {
      return false;
    }
    int next = at + 1;
    while (next < size
        && (PLACES.contains(line.word(next))
            || DETERMINERS.contains(line.word(next))
            || ABOUT_LOGS.contains(line.word(next)))) {
      next++;
    }
    return next < size && (log(next) || place(next) || hostNoun(next));
  }

  private boolean hostNoun(int at) {
    return Words.HOST_NOUNS.contains(line.word(at)) && !line.word(at).matches("systems?|groups?");
  }

  private boolean place(int at) {
    int start = line.tokens().get(at).start();
    return mentions.stream()
        .filter(m -> m.start() <= start && start < m.end())
        .anyMatch(m -> m.as(SlotType.HOST).isPresent() || m.as(SlotType.SERVICE).isPresent());
  }
}
