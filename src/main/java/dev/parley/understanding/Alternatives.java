package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads "5 or 7", "lena or omar", "web-01 or web-02": both are heard, and which of them is meant is
 * left to a question.
 */
final class Alternatives {
  private final EntityResolver resolver;

  Alternatives(EntityResolver resolver) {
    this.resolver = resolver;
  }

  /** The entities of a request with the other half of each "or", which may have been passed by. */
  List<Entity> in(Intent intent, Line line, List<Entity> found) {
    var all = new ArrayList<>(found);
    for (int at = 1; at + 1 < line.size(); at++) {
      if (line.word(at).equals("or")) {
        join(intent, line, at, all);
      }
    }
    all.sort(Comparator.comparingInt(Entity::start));
    return all.equals(found) ? found : List.copyOf(all);
  }

  private void join(Intent intent, Line line, int or, List<Entity> all) {
    int next = or + 1;
    while (line.wordIn(next, Words.DETERMINERS) && next + 1 < line.size()) {
      next++;
    }
    int last = line.tokens().get(or - 1).end();
    int first = line.tokens().get(next).start();
    var left = all.stream().filter(e -> e.start() < last && e.end() >= last).findFirst();
    var right = all.stream().filter(e -> e.start() <= first && e.end() > first).findFirst();
    var slot = left.or(() -> right).flatMap(e -> slot(intent, e)).orElse(null);
    if (slot == null || left.equals(right)) {
      return;
    }
    var one = left.or(() -> read(slot, line, or - 1, right.orElse(null))).orElse(null);
    int from = next;
    var other = right.or(() -> read(slot, line, from, left.orElse(null))).orElse(null);
    if (one == null || other == null || one.type() != other.type()) {
      return;
    }
    all.remove(one);
    all.remove(other);
    if (slot.many() && !intent.onlyReads()) {
      all.add(either(slot, line, one, other));
    } else {
      all.add(one);
      all.add(other);
    }
  }

  private static Optional<Slot> slot(Intent intent, Entity entity) {
    return intent.slots().stream()
        .filter(
            slot ->
                entity.slot() == null
                    ? slot.type() == entity.type()
                    : slot.name().equals(entity.slot()))
        .findFirst();
  }

  /** A slot that takes several takes them all unless it is told that they are a choice. */
  private static Entity either(Slot slot, Line line, Entity one, Entity other) {
    var values = Stream.concat(one.values().stream(), other.values().stream()).distinct().toList();
    boolean known = values.stream().allMatch(SlotValue::known);
    return new Entity(
        slot.type(),
        slot.name(),
        line.text().substring(one.start(), other.end()),
        one.start(),
        other.end(),
        values,
        known ? values.stream().map(SlotValue::canonical).toList() : one.candidates());
  }

  private Optional<Entity> read(Slot slot, Line line, int at, @Nullable Entity beside) {
    String word = line.word(at);
    if (beside == null || Words.REQUEST_VERBS.contains(word) || !line.tokens().get(at).isWord()) {
      return Optional.empty();
    }
    String typed = line.tokens().get(at).text();
    return switch (slot.type().kind()) {
      case NUMBER ->
          NumberWords.at(line, at)
              .filter(number -> number.words() == 1)
              .flatMap(number -> SlotForms.canonical(slot.type(), number.digits()))
              .map(value -> entity(slot, line, at, List.of(SlotValue.of(value, typed))));
      case CLOSED -> closed(slot, typed).map(values -> entity(slot, line, at, values));
      case PATTERN ->
          alike(word, beside.text())
              ? SlotForms.canonical(slot.type(), typed)
                  .map(value -> entity(slot, line, at, List.of(SlotValue.of(value, typed))))
              : Optional.empty();
      case TIME, TEXT -> Optional.empty();
    };
  }

  private Optional<List<SlotValue>> closed(Slot slot, String typed) {
    if (slot.type() == SlotType.STATE) {
      return SlotForms.canonical(slot.type(), typed).map(v -> List.of(SlotValue.of(v, typed)));
    }
    return resolver.resolve(slot, typed) instanceof Resolution.Resolved found
        ? Optional.of(
            found.canonical().stream()
                .map(c -> SlotValue.of(c, found.canonical().size() == 1 ? typed : c))
                .toList())
        : Optional.empty();
  }

  /** "1.2 or 1.3", "lena or omar"; not "1.2 or later", "lena or so". */
  private static boolean alike(String word, String other) {
    boolean digits = word.chars().anyMatch(Character::isDigit);
    return digits == other.chars().anyMatch(Character::isDigit)
        && (digits || !Words.NEVER_A_NAME.contains(word) && word.length() > 2);
  }

  private static Entity entity(Slot slot, Line line, int at, List<SlotValue> values) {
    var token = line.tokens().get(at);
    return new Entity(
        slot.type(), slot.name(), token.text(), token.start(), token.end(), values, List.of());
  }
}
