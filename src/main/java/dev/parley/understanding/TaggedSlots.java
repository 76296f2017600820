package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills those open slots of an intent that nothing else filled with what the tagger finds in the
 * request. What exists by name, and what was found otherwise, takes precedence.
 */
public final class TaggedSlots {
  /** Below this, more is lost by wrong values than won by right ones. */
  private static final double LEAST_CONFIDENCE = 0.7;

  /** A further value of a slot has to be this sure. */
  private static final double LEAST_OF_SEVERAL = 0.9;

  private final SlotTagger tagger;

  TaggedSlots(SlotTagger tagger) {
    this.tagger = tagger;
  }

  /** Whether values of a slot are told by what stands around them. */
  public static boolean open(Slot slot) {
    var kind = slot.type().kind();
    return kind == SlotType.Kind.PATTERN || kind == SlotType.Kind.TEXT;
  }

  /**
   * The entities that were found and those that the tagger adds.
   *
   * @param clause the normalised text of the request
   */
  List<Entity> added(Intent intent, String clause, List<Entity> found) {
    var wanted = missing(intent, found);
    if (wanted.isEmpty()) {
      return found;
    }
    String request = RequestText.of(clause);
    var spans = spans(request, intent, wanted.keySet());
    if (spans.isEmpty()) {
      return found;
    }
    var all = new ArrayList<>(found);
    var made = TaggedWords.of(request);
    var words = TaggedWords.of(clause);
    int[] places = WordAlignment.places(made, words);
    for (var span : spans) {
      Optional.ofNullable(wanted.get(span.slot()))
          .flatMap(slot -> entity(slot, span, made, words, places, clause))
          .filter(entity -> found.stream().noneMatch(e -> rivals(e, entity)))
          .ifPresent(all::add);
    }
    all.sort(Comparator.comparingInt(Entity::start));
    return all;
  }

  /** Slots that are filled are tagged too, so that their words are not taken for another. */
  private List<TaggedSpan> spans(String request, Intent intent, Collection<String> wanted) {
    var spans =
        tagger.tag(request, name -> intent.slot(name).filter(TaggedSlots::open).isPresent());
    return spans.stream()
        .filter(span -> wanted.contains(span.slot()) && span.confidence() >= LEAST_CONFIDENCE)
        .filter(
            span ->
                span.confidence() >= LEAST_OF_SEVERAL
                    || spans.stream().noneMatch(other -> surer(other, span)))
        .toList();
  }

  private static boolean surer(TaggedSpan other, TaggedSpan span) {
    return other.slot().equals(span.slot()) && other.confidence() > span.confidence();
  }

  private static Map<String, Slot> missing(Intent intent, Collection<Entity> found) {
    var missing = new LinkedHashMap<String, Slot>();
    for (Slot slot : intent.slots()) {
      boolean filled =
          found.stream()
              .anyMatch(
                  e -> e.slot() == null ? e.type() == slot.type() : e.slot().equals(slot.name()));
      if (open(slot) && !filled && !mayBeLeftOver(slot)) {
        missing.put(slot.name(), slot);
      }
    }
    return missing;
  }

  /** What is left of a request is no text that nobody has to give. */
  private static boolean mayBeLeftOver(Slot slot) {
    return slot.type() == SlotType.TEXT && !slot.required();
  }

  /** A text may hold names; any other value is no name at the same time. */
  private static boolean rivals(Entity found, Entity tagged) {
    boolean overlap = found.start() < tagged.end() && tagged.start() < found.end();
    boolean within = tagged.start() <= found.start() && found.end() <= tagged.end();
    return overlap && !(within && tagged.type() == SlotType.TEXT && longer(tagged, found));
  }

  private static boolean longer(Entity tagged, Entity found) {
    return tagged.end() - tagged.start() > found.end() - found.start();
  }

  private static Optional<Entity> entity(
      Slot slot,
      TaggedSpan span,
      TaggedWords made,
      TaggedWords words,
      int[] places,
      String clause) {
    int start = -1;
    int end = -1;
    for (int i = 0; i < places.length; i++) {
      boolean within = made.start(i) >= span.start() && made.end(i) <= span.end();
      if (within && places[i] < 0) {
        return Optional.empty();
      }
      if (within) {
        start = start < 0 ? words.start(places[i]) : start;
        end = words.end(places[i]);
      }
    }
    if (start < 0) {
      return Optional.empty();
    }
    int from = start;
    int to = end;
    String text = clause.substring(from, to);
    return SlotForms.canonical(slot.type(), text)
        .filter(value -> slot.type() != SlotType.DOMAIN || !isWord(value))
        .map(
            value ->
                new Entity(
                    slot.type(),
                    slot.name(),
                    text,
                    from,
                    to,
                    List.of(SlotValue.of(value, text)),
                    List.of()));
  }

  /** "the records of it": an ordinary word, and no name of a domain. */
  private static boolean isWord(String value) {
    return value.chars().allMatch(Character::isLetter) && !value.equalsIgnoreCase("localhost");
  }
}
