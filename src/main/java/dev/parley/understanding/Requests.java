package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.inventory.EntityResolver;
import java.util.List;
import java.util.Optional;

/** Reads which intent a message has, and which of its names serve it. */
final class Requests {
  /** What a message that is said to be of an intent shows for it, and the entities it has then. */
  record Reading(Zone zone, List<ScoredIntent> ranking, List<Entity> entities) {}

  private final IntentCatalog catalog;
  private final RestOfRequest rest;
  private final IntentScorer scorer;

  Requests(IntentCatalog catalog, EntityResolver resolver, IntentScorer scorer) {
    this.catalog = catalog;
    this.rest = new RestOfRequest(resolver);
    this.scorer = scorer;
  }

  Reading read(Heard heard) {
    int end = Clauses.firstEnds(heard.line(), heard.mentions());
    String clause = heard.text().substring(0, end);
    var mentions = heard.mentions().stream().filter(m -> m.end() <= end).toList();
    String masked = Masker.mask(clause, mentions.stream().map(Mention::first).toList());
    var scores = scorer.classify(RequestText.of(clause), RequestText.of(masked));
    var zone = scores.zone();
    var likeliest = mentions.stream().map(Mention::first).toList();
    var reading = new Reading(zone, scores.ranking(), likeliest);
    return intent(reading)
        .map(i -> rest.entities(i, heard.line(), end, mentions, heard.dismissed()))
        .map(entities -> new Reading(zone, scores.ranking(), entities))
        .orElse(reading);
  }

  /** The intent that a reading may be of. */
  Optional<Intent> intent(Reading reading) {
    return reading.zone() == Zone.DECLINE || reading.ranking().isEmpty()
        ? Optional.empty()
        : catalog.find(reading.ranking().get(0).intent());
  }
}
