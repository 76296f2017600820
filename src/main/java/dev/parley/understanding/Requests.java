package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Inventory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Reads which intent a message has, and which of its names serve it. */
final class Requests {
  /** What a message that is said to be of an intent shows for it, and the entities it has then. */
  record Reading(Zone zone, List<ScoredIntent> ranking, List<Entity> entities) {
    Reading with(List<Entity> others) {
      return new Reading(zone, ranking, others);
    }
  }

  private static final Pattern BY_ITSELF =
      Pattern.compile(
          "(?i)\\b(?:ends|finishes|expires|lapses|(?:runs|ran|running) out|is (?:due|over))\\s+(?:already\\s+)?$");

  private final IntentCatalog catalog;
  private final RestOfRequest rest;
  private final IntentScorer scorer;
  private final TaggedSlots tagged;
  private final Everywhere everywhere;
  private final Alternatives alternatives;

  Requests(
      IntentCatalog catalog,
      Inventory inventory,
      EntityResolver resolver,
      IntentScorer scorer,
      SlotTagger tagger) {
    this.catalog = catalog;
    this.everywhere = new Everywhere(inventory);
    this.rest = new RestOfRequest(resolver, tagger::knows);
    this.alternatives = new Alternatives(resolver);
    this.scorer = scorer;
    this.tagged = new TaggedSlots(tagger, resolver);
  }

  Reading read(Heard heard) {
    var likeliest = heard.mentions().stream().map(Mention::first).toList();
    var scores = scores(wanted(heard), likeliest);
    var timed = new Reading(scores.zone(), scores.ranking(), likeliest);
    var reading = timed.zone() == Zone.ACT ? timed : atAnyTime(heard, timed);
    return intent(reading).map(i -> reading.with(entities(i, heard))).orElse(reading);
  }

  private IntentScores scores(String text, List<Entity> entities) {
    String masked = Masker.mask(text, entities);
    return scorer.classify(RequestText.of(single(text)), RequestText.of(single(masked)));
  }

  /** What {@link #read} goes by, in numbers. */
  Optional<Evidence> evidence(Heard heard) {
    var likeliest = heard.mentions().stream().map(Mention::first).toList();
    String text = wanted(heard);
    String masked = Masker.mask(text, likeliest);
    return scorer.evidence(RequestText.of(single(text)), RequestText.of(single(masked)));
  }

  private static String single(String text) {
    return text.indexOf("  ") < 0 ? text : text.replaceAll(" {2,}", " ");
  }

  /** "Restart nginx in an hour" asks for what "restart nginx" asks for. */
  private Reading atAnyTime(Heard heard, Reading timed) {
    return Untimed.of(heard)
        .map(untimed -> scores(untimed.text(), untimed.entities()))
        .map(scores -> new Reading(scores.zone(), scores.ranking(), timed.entities()))
        .filter(reading -> reading.zone() == Zone.ACT)
        .filter(reading -> intent(reading).map(Intent::schedulable).orElse(false))
        .orElse(timed);
  }

  /** The text, blank where it takes something back: "on app-01, not on app-02". */
  private static String wanted(Heard heard) {
    if (heard.dismissed().isEmpty()) {
      return heard.text();
    }
    var text = new StringBuilder(heard.text());
    for (var span : heard.dismissed()) {
      for (int i = span.getStart(); i < span.getEnd(); i++) {
        text.setCharAt(i, ' ');
      }
    }
    return text.toString();
  }

  /** What a message names for an intent. */
  List<Entity> entities(Intent intent, Heard heard) {
    var found =
        rest.entities(
            intent, heard.line(), heard.text().length(), heard.mentions(), heard.dismissed());
    var named = tagged.added(intent, heard.text(), timely(intent, heard, found));
    return alternatives.in(intent, heard.line(), everywhere.narrowed(named));
  }

  /** Without the times of a reason, and those at which nothing can be done any more. */
  private static List<Entity> timely(Intent intent, Heard heard, List<Entity> found) {
    var coming = TimeValues.coming(intent, found, heard.line().now().toInstant());
    if (!intent.schedulable()) {
      return coming;
    }
    var before = Reasons.before(heard).map(Span::getEnd).orElse(0);
    var after =
        Reasons.after(heard, intent.onlyReads()).map(Span::getStart).orElse(heard.text().length());
    return coming.stream()
        .filter(e -> e.type() != SlotType.TIME || e.start() >= before && e.start() < after)
        .filter(e -> e.type() != SlotType.TIME || !ofItself(heard.text().substring(0, e.start())))
        .toList();
  }

  /** "the trial ends on friday": when something happens by itself. */
  private static boolean ofItself(String before) {
    return BY_ITSELF.matcher(before).find();
  }

  /** Whether an intent needs, or at least takes, each of several things. */
  boolean takes(String name, List<Mention> things) {
    return catalog
        .find(name)
        .filter(i -> things.stream().allMatch(thing -> Readings.takes(i, thing)))
        .isPresent();
  }

  /** The intents that need what is named; those that only look come first. */
  List<ScoredIntent> takers(List<Mention> things) {
    return catalog.all().stream()
        .filter(
            intent ->
                intent.slots().stream()
                    .filter(Slot::required)
                    .allMatch(
                        slot -> things.stream().anyMatch(m -> Readings.as(slot, m).isPresent())))
        .filter(intent -> intent.slots().stream().anyMatch(Slot::required))
        .sorted(Comparator.comparing(intent -> !intent.onlyReads()))
        .map(intent -> new ScoredIntent(intent.name(), 0))
        .toList();
  }

  /** The intent that a reading may be of. */
  Optional<Intent> intent(Reading reading) {
    return reading.zone() == Zone.DECLINE || reading.ranking().isEmpty()
        ? Optional.empty()
        : catalog.find(reading.ranking().get(0).intent());
  }
}
