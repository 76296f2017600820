package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Finds which alert is meant: HighErrorRate, node_down, "the disk full alert". */
final class AlertName {
  private static final int MOST_WORDS = 6;
  private static final Pattern TECHNICAL =
      Pattern.compile(
          "(?:[A-Z]+[a-z0-9]+){2,}[A-Z]*|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*|[a-z]+[0-9]*[A-Z][A-Za-z0-9]*"
              + "|[A-Za-z0-9-]+(?:[_:/.][A-Za-z0-9-]+)+|[a-z]+(?:-[a-z0-9]+)*-\\d{3,}");
  private static final Pattern HOST = Pattern.compile("[a-z]+[a-z.-]*-?\\d+");
  private static final Pattern NOUN =
      Pattern.compile("alerts?|alarms?|alertname|warnings?|notifications?|monitors?|alerting");
  private static final Set<String> VERBS = Words.of("SILENCING_VERBS");
  private static final Set<String> ENDS = Words.of("ENDS_AN_ALERT");
  private static final Set<String> SKIPPED = Words.of("BEFORE_AN_ALERT");

  private final Wording words;

  private AlertName(Wording words) {
    this.words = words;
  }

  static List<Entity> in(Wording words) {
    var name = new AlertName(words);
    var technical = name.technical();
    var spans =
        name.quoted()
            .map(List::of)
            .or(() -> Optional.of(technical).filter(all -> !all.isEmpty()))
            .or(
                () ->
                    name.beforeNoun()
                        .or(name::afterNoun)
                        .or(name::object)
                        .or(name::subject)
                        .map(List::of))
            .orElse(List.of());
    return spans.stream().flatMap(span -> words.value(SlotType.ALERT, span).stream()).toList();
  }

  private Optional<Span> quoted() {
    return Quotes.in(words.line().text()).stream()
        .findFirst()
        .map(span -> new Span(span.getStart() + 1, span.getEnd() - 1));
  }

  /** Names that no ordinary word looks like. */
  private List<Span> technical() {
    var spans = new ArrayList<Span>();
    for (int at = 0; at < words.size(); at++) {
      boolean first = at == 0 || words.token(at - 1).end() < words.token(at).start();
      var chunk = words.chunk(at);
      if (first && words.free(at) && TECHNICAL.matcher(words.text(chunk)).matches()) {
        spans.add(chunk);
      }
    }
    return spans;
  }

  /** "the disk full alert". */
  private Optional<Span> beforeNoun() {
    for (int noun = words.size() - 1; noun > 0; noun--) {
      if (NOUN.matcher(words.word(noun)).matches()) {
        int from = noun;
        while (from > 0 && noun - from < MOST_WORDS && part(from - 1)) {
          from--;
        }
        if (from < noun) {
          return Optional.of(words.span(from, noun));
        }
      }
    }
    return Optional.empty();
  }

  private boolean part(int at) {
    String word = words.word(at);
    boolean place = word.equals("on") && HOST.matcher(words.word(at + 1)).matches();
    return words.free(at)
        && (place || words.token(at).isWord())
        && !VERBS.contains(word)
        && (place || !SKIPPED.contains(word) && !ENDS.contains(word));
  }

  /** "the alert for disk space on db-02 for an hour", "alert DiskFull". */
  private Optional<Span> afterNoun() {
    for (int noun = 0; noun < words.size(); noun++) {
      if (NOUN.matcher(words.word(noun)).matches() && !VERBS.contains(words.word(noun))) {
        int from = noun + 1;
        while (words.word(from).matches("for|about|on|called|named|of|from|:|the|is|regarding")
            && words.free(from)) {
          from++;
        }
        var span = from(from);
        if (span.isPresent()) {
          return span;
        }
      }
    }
    return Optional.empty();
  }

  /** "mute disk full for 2h". */
  private Optional<Span> object() {
    for (int verb = 0; verb < words.size(); verb++) {
      if (VERBS.contains(words.word(verb))) {
        int from = verb + 1;
        while (SKIPPED.contains(words.word(from))) {
          from++;
        }
        var span = from(from);
        if (span.isPresent()) {
          return span;
        }
      }
    }
    return Optional.empty();
  }

  /** "disk full on log-02 keeps alerting, shush it": what it is that does so. */
  private Optional<Span> subject() {
    for (int at = 1; at < words.size(); at++) {
      if (words.word(at).matches("keeps|is|goes|fires|flaps|has|pages|wakes|alerts|:")) {
        int from = at;
        while (from > 0 && part(from - 1)) {
          from--;
        }
        if (from < at && from == words.pastDeterminers(0)) {
          return Optional.of(words.span(from, at));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Span> from(int from) {
    int to = from;
    while (to - from < MOST_WORDS
        && part(to)
        && !NOUN.matcher(words.word(to)).matches()
        && !Words.NEVER_A_NAME.contains(from == to ? words.word(to).replace("disk", "") : "")) {
      to++;
    }
    return to > from ? Optional.of(words.span(from, to)) : Optional.empty();
  }
}
