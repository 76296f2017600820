package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import dev.parley.understanding.Interpretation.Further;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import opennlp.tools.util.Span;

/**
 * Reads a message of several sentences or clauses: which of them ask for something, in order. What
 * the others name serves the first request where it says less ("web-03 feels slow. what eats the
 * cpu?").
 */
final class SeveralRequests {
  /**
   * What a message asks for.
   *
   * @param start where {@code from} begins
   * @param from the message from the first request on; what stands before says nothing against it
   * @param further what it asks for besides
   */
  record Asked(Heard from, int start, Requests.Reading first, List<Further> further) {
    Asked {
      further = List.copyOf(further);
    }

    /** The first request with its entities where they stand in {@link #from}. */
    Requests.Reading firstThere() {
      // What a sentence before it named is none of its own words.
      var own = first.entities().stream().filter(entity -> entity.start() >= start).toList();
      return first.with(shifted(own, -start));
    }

    /** What the others name, likewise. */
    List<Entity> furtherThere() {
      var named = further.stream().flatMap(next -> next.entities().stream()).toList();
      return shifted(named.stream().filter(entity -> entity.start() >= start).toList(), -start);
    }
  }

  /** "…? the certificate i mean": a sentence that explains the one before. */
  private static final Pattern MEANING =
      Pattern.compile(
          "(?i)[.?!]\\s+(?:(?:well|sorry|the|a|an),?\\s+)*(?:\\w+\\s+){1,2}i mean[\\s.?!]*$");

  /** "i'm about to migrate them, so take a backup": who tells of something goes on to ask. */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?i)^(?:(?:and|so|then|first|therefore)\\s+)*(?:please|pls|plz|kindly|(?:can|could|would|will) (?:you|u|i|we|someone|somebody)"
              + "|(?:i|we)(?:'d| would) like|(?:i|we) (?:want|need)|take|give|show|make)\\b");

  private static final Pattern IT = Pattern.compile("(?i)\\b(?:it|them|that one|this one)\\b");
  private static final Pattern TELLS =
      Pattern.compile(
          "(?i)\\b(?:is|are|was|were|has|have|had|isn't|aren't|can't|cannot|couldn't|won't|doesn't|don't|didn't|hasn't"
              + "|feels?|eats?|hangs?|hung|keeps?|went|got|lost|broke|fell|died|came|left|belongs?|says?|said|looks?|seems?"
              + "|in place|ready|gone|\\w{2,}[a-z]ed)\\b|'(?:s|re|m|ve)\\b");
  private static final Pattern NEEDS =
      Pattern.compile(
          "(?i)\\b(?:needs?|wants?|must|should|would|could|can you|please|pls|plz|due for|requires?|like)\\b");

  private final Requests requests;
  private final IntentScorer scorer;
  private final Predicate<String> elsewhere;
  private final Predicate<String> forOthers;
  private final Function<Line, List<Mention>> mentions;
  private final PairedRequests pairs;
  private final BesideRequest beside;

  SeveralRequests(
      Requests requests,
      IntentScorer scorer,
      Predicate<String> elsewhere,
      Predicate<String> forOthers,
      Function<Line, List<Mention>> mentions) {
    this.requests = requests;
    this.scorer = scorer;
    this.elsewhere = elsewhere;
    this.forOthers = forOthers;
    this.mentions = mentions;
    this.pairs = new PairedRequests(requests, mentions);
    this.beside = new BesideRequest(requests);
  }

  /** A stretch of a message, read by itself. */
  private record Part(Span span, Heard heard) {
    String text() {
      return heard.text();
    }
  }

  Asked read(Heard heard) {
    var spans = Clauses.of(heard.line(), heard.mentions());
    if (spans.size() == 1 || MEANING.matcher(heard.text()).find()) {
      return elsewhere.test(heard.text()) ? nothing(heard) : requested(heard);
    }
    var parts = spans.stream().map(span -> part(heard, span)).toList();
    if (takesBack(parts.get(parts.size() - 1))) {
      return nothing(heard);
    }
    var telling = parts.stream().filter(p -> !Courtesy.nods(p.text())).toList();
    var asking =
        telling.size() == 1 ? telling : unstated(telling.stream().filter(this::asks).toList());
    for (int i = 0; i < asking.size(); i++) {
      var part = asking.get(i);
      var reading = pointing(part, parts);
      if (reading.zone() != Zone.DECLINE) {
        return asked(heard, parts, asking.subList(i, asking.size()), reading);
      }
    }
    return parts.stream().anyMatch(part -> elsewhere.test(part.text()))
        ? nothing(heard)
        : whole(heard);
  }

  /** "redis is down on cache-01. start it": what is only said is not asked for, if anything is. */
  private static List<Part> unstated(List<Part> asking) {
    int wished = 0;
    while (wished < asking.size() && !Wishes.is(asking.get(wished).heard().line())) {
      wished++;
    }
    int first = wished;
    return wished == asking.size()
        ? asking
        : IntStream.range(0, asking.size())
            .filter(i -> !(i < first && tells(asking.get(i).heard().line())))
            .mapToObj(asking::get)
            .filter(part -> !Statements.is(part.heard().line()))
            .toList();
  }

  /** "nginx wedged on web-02", "new certs in place": before a wish this only says why. */
  private static boolean tells(Line line) {
    return !line.question()
        && TELLS.matcher(line.text()).find()
        && !NEEDS.matcher(line.text()).find();
  }

  /**
   * The one request among the clauses of a message that as a whole is none: "i believe somebody
   * left redis off on cache-01, would you switch it back on?", "don't restart it, just reload it".
   */
  Optional<Asked> wish(Heard heard) {
    var spans = Wishes.spans(heard.line());
    if (spans.size() < 2) {
      return Optional.empty();
    }
    var parts = lists(spans, heard.mentions()).stream().map(span -> part(heard, span)).toList();
    var last = parts.get(parts.size() - 1);
    var barred = MARKED.matcher(last.text()).find() ? forOthers : elsewhere;
    return takesBack(last) || parts.stream().anyMatch(part -> barred.test(part.text()))
        ? Optional.empty()
        : wish(heard, parts, part -> Wishes.is(part.heard().line()));
  }

  /** What somebody hands on that was told to do it, or asks how it is done. */
  Optional<Asked> delegated(Heard heard) {
    return Delegated.in(heard.text())
        .map(span -> part(heard, span))
        .flatMap(part -> wish(heard, List.of(part), any -> true));
  }

  /** The one request beside a question how that is done. */
  Optional<Asked> despite(Heard heard, Predicate<String> question) {
    var parts = Wishes.spans(heard.line()).stream().map(span -> part(heard, span)).toList();
    return wish(
        heard, parts, part -> !question.test(words(part)) && Wishes.is(part.heard().line()));
  }

  private static String words(Part part) {
    return String.join(" ", Courtesy.words(part.heard().line().tokens()));
  }

  /** "on web-03, app-01 and db-01": no stretch ends between names that are listed. */
  private static List<Span> lists(List<Span> spans, List<Mention> mentions) {
    var joined = new ArrayList<Span>();
    for (var span : spans) {
      var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      boolean listed =
          last != null
              && mentions.stream().anyMatch(m -> m.end() == last.getEnd())
              && mentions.stream().anyMatch(m -> m.start() == span.getStart());
      if (listed && last != null) {
        joined.set(joined.size() - 1, new Span(last.getStart(), span.getEnd()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** Several questions, where each can be answered by itself. */
  private Optional<Asked> questions(Heard heard) {
    var spans = Clauses.questions(heard.line(), heard.mentions());
    if (spans.size() == 1) {
      return Optional.empty();
    }
    var parts = spans.stream().map(span -> part(heard, span)).toList();
    var readings = parts.stream().map(part -> requests.read(part.heard())).toList();
    boolean each =
        readings.stream().allMatch(reading -> reading.zone() == Zone.ACT)
            && requests.intent(readings.get(0)).filter(Intent::onlyReads).isPresent()
            && readings.stream().map(requests::intent).distinct().count() == readings.size();
    return each ? Optional.of(asked(heard, parts, parts, readings.get(0))) : Optional.empty();
  }

  private Asked requested(Heard heard) {
    var questions = questions(heard);
    if (questions.isPresent()) {
      return questions.get();
    }
    var whole = whole(heard);
    return pairs.of(heard, whole).orElse(whole);
  }

  private Optional<Asked> wish(Heard heard, List<Part> parts, Predicate<Part> wished) {
    Asked only = null;
    for (var part : parts) {
      if (!wished.test(part) || elsewhere.test(part.text())) {
        continue;
      }
      var reading = pointing(part, parts);
      if (reading.zone() == Zone.ACT) {
        if (only != null) {
          return Optional.empty();
        }
        only = asked(heard, parts, List.of(part), reading);
      }
    }
    return Optional.ofNullable(only);
  }

  /** "so please reboot it" asks what it asks with the name for which the "it" stands. */
  private Requests.Reading pointing(Part part, List<Part> parts) {
    var reading = requests.read(part.heard());
    if (reading.zone() == Zone.ACT || !part.heard().mentions().isEmpty()) {
      return reading;
    }
    var it = IT.matcher(part.text());
    var named =
        parts.stream()
            .filter(p -> p.span().getEnd() <= part.span().getStart())
            .flatMap(p -> p.heard().mentions().stream())
            .filter(Objections::plainName)
            .findFirst();
    if (named.isEmpty() || !it.find()) {
      return reading;
    }
    String text =
        part.text().substring(0, it.start())
            + named.get().first().text()
            + part.text().substring(it.end());
    var line = new Line(text, Tokens.of(text), null, part.heard().line().now());
    var put = Heard.of(line, part.heard().act(), mentions.apply(line), part.heard().expectation());
    var meant = requests.read(put);
    return meant.zone() == Zone.ACT
        ? new Requests.Reading(Zone.ACT, meant.ranking(), reading.entities())
        : reading;
  }

  /** The stretches of a message before those of its one wish. */
  List<Line> beside(Heard heard, Asked wish) {
    return Wishes.spans(heard.line()).stream()
        .filter(span -> span.getEnd() <= wish.start())
        .map(span -> part(heard, span).heard().line())
        .toList();
  }

  private static Asked nothing(Heard heard) {
    return new Asked(
        heard, 0, new Requests.Reading(Zone.DECLINE, List.of(), heard.entities()), List.of());
  }

  /** "…. never mind" */
  private static boolean takesBack(Part last) {
    var act = DialogueActs.of(last.text(), Expectation.none());
    return act.bare() && (act.act() == DialogueAct.CANCEL || act.act() == DialogueAct.DENY);
  }

  private Asked whole(Heard heard) {
    return new Asked(heard, 0, requests.read(heard), List.of());
  }

  private Part part(Heard heard, Span span) {
    String text = heard.text().substring(span.getStart(), span.getEnd());
    var line = new Line(text, Tokens.of(text), heard.line().asked(), heard.line().now());
    return new Part(span, Heard.of(line, heard.act(), mentions.apply(line), heard.expectation()));
  }

  private boolean asks(Part part) {
    return !part.heard().onlyNames()
        && !elsewhere.test(part.text())
        && scorer.asks(RequestText.of(part.text()));
  }

  private Asked asked(Heard heard, List<Part> parts, List<Part> asking, Requests.Reading first) {
    var part = asking.get(0);
    int start = part.span().getStart();
    var from = part(heard, new Span(start, heard.text().length()));
    var intent = requests.intent(first);
    var lines = parts.stream().map(p -> p.heard().line()).toList();
    if (intent
        .filter(i -> BesideRequest.takesText(i) || BesideRequest.labelled(i, lines))
        .isPresent()) {
      var entities = requests.entities(intent.get(), from.heard());
      if (start > 0 && !BesideRequest.isFilled(SlotType.TEXT, entities)) {
        // "mail is bouncing. open an incident": what is told stands before the request.
        return new Asked(heard, 0, first.with(requests.entities(intent.get(), heard)), List.of());
      }
      var all = new ArrayList<>(shifted(entities, start));
      parts.stream()
          .filter(p -> p.span().getEnd() <= start)
          .forEach(
              p ->
                  all.addAll(
                      shifted(
                          beside.named(
                              intent.get(),
                              p.heard(),
                              all,
                              BesideRequest.pointed(part.heard().line())),
                          p.span().getStart())));
      return new Asked(from.heard(), start, first.with(all), List.of());
    }
    var entities = new ArrayList<>(shifted(first.entities(), start));
    var further = new ArrayList<Further>();
    for (var next : asking.subList(1, asking.size())) {
      further(next, intent, entities, further);
    }
    intent.ifPresent(
        i ->
            parts.stream()
                .filter(p -> !asking.contains(p))
                .forEach(
                    p ->
                        shifted(
                                beside.named(
                                    i,
                                    p.heard(),
                                    entities,
                                    BesideRequest.pointed(part.heard().line())),
                                p.span().getStart())
                            .forEach(entities::add)));
    return new Asked(from.heard(), start, first.with(entities), further);
  }

  /** One more request, or what the first did not say yet. */
  private void further(
      Part part, Optional<Intent> first, List<Entity> entities, List<Further> further) {
    var reading = requests.read(part.heard());
    var intent = requests.intent(reading);
    if (reading.zone() != Zone.ACT || intent.isEmpty()) {
      return;
    }
    var named = shifted(reading.entities(), part.span().getStart());
    boolean same = intent.equals(first) && further.isEmpty();
    if (same && named.stream().noneMatch(e -> BesideRequest.isFilled(e.type(), entities))) {
      entities.addAll(named);
    } else {
      further.add(new Further(intent.get().name(), named));
    }
  }

  private static List<Entity> shifted(List<Entity> entities, int by) {
    return entities.stream().map(entity -> entity.shifted(by)).toList();
  }
}
