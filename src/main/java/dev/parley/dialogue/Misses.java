package dev.parley.dialogue;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.ScoredIntent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What was not understood: how often in a row, and what comes nearest to it. */
final class Misses {
  private static final int NEAREST = 3;

  /** Below this an intent is only the least far of all. */
  private static final double NEAR = 0.02;

  private Misses() {}

  /** A step after which the dialogue knows how many messages in a row were not understood. */
  static Step counted(int before, Step step) {
    boolean missed =
        step.acts().stream()
            .anyMatch(
                act ->
                    act instanceof SystemAct.Suggest
                        || act instanceof SystemAct.Offer
                        || act instanceof SystemAct.OfferReadings);
    return step.missed(missed ? before + 1 : 0);
  }

  /** The intents that come nearest; for a name alone those that take what it names. */
  static List<Intent> nearest(Interpretation reading, IntentCatalog catalog) {
    var ranked =
        reading.ranking().stream()
            .filter(scored -> scored.confidence() >= NEAR)
            .map(ScoredIntent::intent)
            .flatMap(name -> catalog.find(name).stream())
            .toList();
    return (ranked.isEmpty() ? takers(reading, catalog) : ranked.stream()).limit(NEAREST).toList();
  }

  private static Stream<Intent> takers(Interpretation reading, IntentCatalog catalog) {
    var named = reading.entities();
    // A message without a ranking is a name, or was meant for somebody else.
    boolean forUs = !reading.ranking().isEmpty() || isMostly(named, reading.text());
    return named.isEmpty() || !forUs
        ? Stream.empty()
        : catalog.all().stream()
            .filter(intent -> named.stream().allMatch(entity -> takes(intent, entity)))
            .sorted(
                Comparator.comparing((Intent intent) -> !intent.onlyReads())
                    .thenComparing(
                        intent -> intent.slots().stream().filter(Slot::required).count()));
  }

  private static boolean takes(Intent intent, Entity entity) {
    return intent.slots().stream()
        .anyMatch(slot -> slot.required() && slot.type() == entity.type());
  }

  private static boolean isMostly(List<Entity> named, String text) {
    return 2 * named.stream().mapToInt(entity -> entity.text().length()).sum() > text.length();
  }
}
