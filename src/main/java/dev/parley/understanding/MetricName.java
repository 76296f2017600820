package dev.parley.understanding;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Finds which metric a graph is asked of: "the cpu graph of web-01", "plot the error rate", or one
 * that everybody knows ("how did memory develop").
 */
final class MetricName {
  private static final int MOST_WORDS = 5;
  private static final Pattern GRAPH =
      Pattern.compile(
          "graph(?:s|ed|ing)?|charts?|charting|plot(?:s|ted|ting)?|draw|diagram|curves?|trends?|timeline|sparkline"
              + "|visuali[sz]e|history|dashboard|panel|grafana");

  /** Behind these stands what is to be drawn. */
  private static final Pattern ORDERS = Pattern.compile("draw|visuali[sz]e");

  private static final Pattern OF_TIME =
      Pattern.compile("s|sec|second|min|minute|hour|day|request|host|core");

  private static final Pattern TECHNICAL =
      Pattern.compile("(?i)[a-z][a-z0-9]*(?:[_:][a-z0-9]+)+|[a-z]+(?:\\.[a-z0-9_]+){2,}");
  private static final Set<String> LEADING = Words.of("BEFORE_A_METRIC");
  private static final Set<String> KNOWN = Words.of("METRICS");
  private static final Set<String> MEASURED = Words.of("AFTER_A_METRIC");

  /** Said of what is counted: "open connections". */
  private static final Set<String> QUALIFYING =
      Set.of(
          "open",
          "active",
          "idle",
          "failed",
          "slow",
          "packet",
          "consumer",
          "queue",
          "total",
          "free",
          "used",
          "dropped",
          "waiting");

  private static final Set<String> PLACES =
      Set.of("on", "of", "for", "from", "at", "in", "across", "over", "during", "since", "per");

  private final Line line;
  private final List<Mention> mentions;
  private final int size;

  private MetricName(Line line, int end, List<Mention> mentions) {
    this.line = line;
    this.mentions = mentions;
    this.size = line.after(end);
  }

  /** The metric that a text up to an end names. */
  static Optional<Span> in(Line line, int end, List<Mention> mentions) {
    var name = new MetricName(line, end, mentions);
    return name.technical().or(name::besideGraph).or(name::known).filter(name::wellFormed);
  }

  private boolean wellFormed(Span span) {
    String text = span.getCoveredText(line.text()).toString();
    return SlotForms.canonical(SlotType.METRIC, text).isPresent();
  }

  private Optional<Span> technical() {
    for (int i = 0; i < size; i++) {
      if (!known(i) && TECHNICAL.matcher(line.word(i)).matches()) {
        return Optional.of(span(i, i + 1));
      }
    }
    return Optional.empty();
  }

  private Optional<Span> besideGraph() {
    for (int i = 0; i < size; i++) {
      if (GRAPH.matcher(line.word(i)).matches()) {
        int graph = i;
        boolean ofIt = line.word(graph + 1).matches("of|for|the|showing");
        var found =
            ofIt || ORDERS.matcher(line.word(graph)).matches()
                ? after(graph).or(() -> before(graph))
                : before(graph).or(() -> after(graph));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Span> after(int graph) {
    int from = graph + 1;
    while (from < size && LEADING.contains(line.word(from)) && !placeAt(from)) {
      from++;
    }
    int to = from;
    while (to < size && to - from < MOST_WORDS && !ends(to)) {
      to++;
    }
    return to > from && !line.word(from).matches("something|it|that|this")
        ? Optional.of(span(from, to))
        : Optional.empty();
  }

  private Optional<Span> before(int graph) {
    int from = graph;
    while (from > 0
        && graph - from < MOST_WORDS
        && line.tokens().get(from - 1).isWord()
        && !LEADING.contains(line.word(from - 1))
        && !line.word(from - 1).equals("'s")
        && !named(from - 1)) {
      from--;
    }
    return from < graph ? Optional.of(span(from, graph)) : Optional.empty();
  }

  /** The longest run of words that are said of metrics, with one among them that is one. */
  private Optional<Span> known() {
    int longest = 0;
    int start = 0;
    for (int i = 0; i < size; i++) {
      int words = KNOWN.contains(line.word(i)) && !named(i) ? run(i) : 0;
      if (words > longest) {
        longest = words;
        start = i;
      }
    }
    int from = start > 0 && QUALIFYING.contains(line.word(start - 1)) ? start - 1 : start;
    return longest == 0 ? Optional.empty() : Optional.of(span(from, start + longest));
  }

  /** How many words from an index on are of a metric: "requests per second". */
  private int run(int from) {
    int to = from + 1;
    while (to < size && (KNOWN.contains(line.word(to)) || MEASURED.contains(line.word(to)))) {
      to++;
    }
    return to + 1 < size
            && line.word(to).equals("per")
            && OF_TIME.matcher(line.word(to + 1)).matches()
        ? to + 2 - from
        : to - from;
  }

  private boolean ends(int at) {
    return !line.tokens().get(at).isWord()
        || GRAPH.matcher(line.word(at)).matches()
        || named(at)
        || placeAt(at)
        || line.word(at)
            .matches("please|pls|thanks|thx|and|since|over|now|today|as|is|was|has|went");
  }

  private Span span(int from, int to) {
    return new Span(line.tokens().get(from).start(), line.tokens().get(to - 1).end());
  }

  /** Whether a word belongs to a host or a time. */
  private boolean named(int at) {
    if (at >= size) {
      return false;
    }
    var token = line.tokens().get(at);
    return mentions.stream()
        .filter(m -> m.overlaps(token.start(), token.end()))
        .anyMatch(
            m -> m.as(SlotType.HOST).isPresent() || m.first().type().kind() == SlotType.Kind.TIME);
  }

  /** Whether a word belongs to a host that exists, or to a time. */
  private boolean known(int at) {
    var token = line.tokens().get(at);
    return named(at)
        && mentions.stream()
            .filter(m -> m.overlaps(token.start(), token.end()))
            .anyMatch(m -> m.first().values().stream().anyMatch(SlotValue::known));
  }

  private boolean placeAt(int at) {
    int next = at + 1;
    while (next < size && line.word(next).matches("the|our|all|host|server|box|machine")) {
      next++;
    }
    return PLACES.contains(line.word(at)) && named(next);
  }
}
