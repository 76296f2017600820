package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.Interpretation.Further;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
      return first.with(shifted(first.entities(), -start));
    }
  }

  private final Requests requests;
  private final IntentScorer scorer;
  private final Predicate<String> elsewhere;
  private final Function<Line, List<Mention>> mentions;

  SeveralRequests(
      Requests requests,
      IntentScorer scorer,
      Predicate<String> elsewhere,
      Function<Line, List<Mention>> mentions) {
    this.requests = requests;
    this.scorer = scorer;
    this.elsewhere = elsewhere;
    this.mentions = mentions;
  }

  /** A stretch of a message, read by itself. */
  private record Part(Span span, Heard heard) {
    String text() {
      return heard.text();
    }
  }

  Asked read(Heard heard) {
    var spans = Clauses.of(heard.line(), heard.mentions());
    if (spans.size() == 1) {
      return elsewhere.test(heard.text()) ? nothing(heard) : requested(heard);
    }
    var parts = spans.stream().map(span -> part(heard, span)).toList();
    if (takesBack(parts.get(parts.size() - 1))) {
      return nothing(heard);
    }
    var telling = parts.stream().filter(p -> !Courtesy.only(p.text())).toList();
    var asking = telling.size() == 1 ? telling : telling.stream().filter(this::asks).toList();
    for (int i = 0; i < asking.size(); i++) {
      var part = asking.get(i);
      var reading = requests.read(part.heard());
      if (reading.zone() != Zone.DECLINE) {
        return asked(heard, parts, asking.subList(i, asking.size()), reading);
      }
    }
    return parts.stream().anyMatch(part -> elsewhere.test(part.text()))
        ? nothing(heard)
        : whole(heard);
  }

  /** "restart apache on web-01 and nginx on web-02": the same for each pair. */
  private Asked requested(Heard heard) {
    var whole = whole(heard);
    if (whole.first().zone() != Zone.ACT) {
      return whole;
    }
    var named =
        whole.first().entities().stream().sorted(Comparator.comparingInt(Entity::start)).toList();
    var intent = requests.intent(whole.first()).orElse(null);
    var pairs = intent == null ? List.<Pairs.Pair>of() : Pairs.of(intent, heard.line(), named);
    return pairs.isEmpty() ? whole : pairs(heard, pairs).orElse(whole);
  }

  private Optional<Asked> pairs(Heard heard, List<Pairs.Pair> pairs) {
    var readings = pairs.stream().map(pair -> reading(heard, pair)).toList();
    boolean asked =
        readings.stream().allMatch(reading -> reading.zone() == Zone.ACT)
            && readings.stream().map(requests::intent).distinct().count() == 1
            && readings.stream().map(SeveralRequests::kinds).distinct().count() == 1
            && kinds(readings.get(0)).size() > 1;
    if (!asked) {
      return Optional.empty();
    }
    var further =
        readings.stream()
            .skip(1)
            .map(next -> new Further(next.ranking().get(0).intent(), next.entities()))
            .toList();
    return Optional.of(new Asked(heard, 0, readings.get(0), further));
  }

  private static Set<SlotType> kinds(Requests.Reading reading) {
    return reading.entities().stream().map(Entity::type).collect(Collectors.toSet());
  }

  private Requests.Reading reading(Heard heard, Pairs.Pair pair) {
    var line =
        new Line(pair.text(), Tokens.of(pair.text()), heard.line().asked(), heard.line().now());
    var reading =
        requests.read(Heard.of(line, heard.act(), mentions.apply(line), heard.expectation()));
    return reading.with(
        reading.entities().stream()
            .map(e -> e.start() < pair.head() ? e : e.shifted(pair.shift()))
            .toList());
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
    var parts = spans.stream().map(span -> part(heard, span)).toList();
    if (takesBack(parts.get(parts.size() - 1))
        || parts.stream().anyMatch(part -> elsewhere.test(part.text()))) {
      return Optional.empty();
    }
    Asked only = null;
    for (var part : parts) {
      if (!Wishes.is(part.heard().line())) {
        continue;
      }
      var reading = requests.read(part.heard());
      if (reading.zone() == Zone.ACT) {
        if (only != null) {
          return Optional.empty();
        }
        only = asked(heard, parts, List.of(part), reading);
      }
    }
    return Optional.ofNullable(only);
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
    if (intent.filter(SeveralRequests::takesText).isPresent()) {
      var entities = requests.entities(intent.get(), from.heard());
      if (start > 0 && !isFilled(SlotType.TEXT, entities)) {
        // "mail is bouncing. open an incident": what is told stands before the request.
        return new Asked(heard, 0, first.with(requests.entities(intent.get(), heard)), List.of());
      }
      return new Asked(from.heard(), start, first.with(shifted(entities, start)), List.of());
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
                        shifted(named(i, p.heard(), entities), p.span().getStart())
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
    if (same && named.stream().noneMatch(e -> isFilled(e.type(), entities))) {
      entities.addAll(named);
    } else {
      further.add(new Further(intent.get().name(), named));
    }
  }

  /** What a sentence beside the request names of what the request left open. */
  private List<Entity> named(Intent intent, Heard beside, List<Entity> filled) {
    var all = requests.entities(intent, beside);
    return intent.slots().stream()
        .filter(slot -> slot.type().kind() == SlotType.Kind.CLOSED && slot.type() != SlotType.STATE)
        .filter(slot -> slot.required() && !isFilled(slot.type(), filled))
        .flatMap(slot -> all.stream().filter(e -> e.type() == slot.type()))
        .filter(e -> !Particulars.reads(e.type()) || e.values().stream().allMatch(SlotValue::known))
        .toList();
  }

  private static boolean isFilled(SlotType type, List<Entity> entities) {
    return entities.stream().anyMatch(e -> e.type() == type);
  }

  /** What is told goes on to the end of the message, whatever verbs are in it. */
  private static boolean takesText(Intent intent) {
    return intent.slots().stream()
        .anyMatch(slot -> slot.required() && slot.type() == SlotType.TEXT);
  }

  private static List<Entity> shifted(List<Entity> entities, int by) {
    return entities.stream().map(entity -> entity.shifted(by)).toList();
  }
}
