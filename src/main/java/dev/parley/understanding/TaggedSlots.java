package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Fills those open slots of an intent that nothing else filled with what the tagger finds in the
 * request. What exists by name, and what was found otherwise, takes precedence.
 */
public final class TaggedSlots {
  /** Below this, more is lost by wrong values than won by right ones. */
  private static final double LEAST_CONFIDENCE = 0.7;

  /** A further value of a slot has to be this sure. */
  private static final double LEAST_OF_SEVERAL = 0.9;

  /** A name that an intent can do without has to be this sure. */
  private static final double LEAST_OF_OPTIONAL_NAMES = 0.9;

  /** The kinds of names of which one that does not exist is told by its place. */
  private static final Set<SlotType> NAMES =
      EnumSet.of(
          SlotType.SERVICE,
          SlotType.HOST,
          SlotType.GROUP,
          SlotType.ENVIRONMENT,
          SlotType.APPLICATION,
          SlotType.TEAM,
          SlotType.DATABASE,
          SlotType.CACHE,
          SlotType.JOB,
          SlotType.QUERY);

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\d][\\p{L}\\d]*(?:[-_.][\\p{L}\\d]+)*");
  private static final Set<String> NEVER = Words.of("NEVER_A_CLOSED_NAME");

  private final SlotTagger tagger;
  private final EntityResolver resolver;

  TaggedSlots(SlotTagger tagger, EntityResolver resolver) {
    this.tagger = tagger;
    this.resolver = resolver;
  }

  /** Whether values of a slot are told by what stands around them. */
  public static boolean open(Slot slot) {
    var kind = slot.type().kind();
    return kind == SlotType.Kind.PATTERN || kind == SlotType.Kind.TEXT;
  }

  /** Whether values of a slot are tagged: open ones, and names that nothing has. */
  public static boolean tagged(Slot slot) {
    return open(slot) || NAMES.contains(slot.type());
  }

  /**
   * The entities that were found and those that the tagger adds.
   *
   * @param clause the normalised text of the request
   */
  List<Entity> added(Intent intent, String clause, List<Entity> found) {
    var wanted = missing(intent, found);
    if (wanted.values().stream().noneMatch(TaggedSlots::open) && !leavesNames(clause, found)) {
      return found;
    }
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
          .filter(slot -> sure(slot, span))
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
        tagger.tag(request, name -> intent.slot(name).filter(TaggedSlots::tagged).isPresent());
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

  private static boolean sure(Slot slot, TaggedSpan span) {
    return open(slot) || slot.required() || span.confidence() >= LEAST_OF_OPTIONAL_NAMES;
  }

  /** Whether a word is left that may be a name. */
  private static boolean leavesNames(String clause, List<Entity> found) {
    return Tokens.of(clause).stream()
        .filter(t -> t.isWord() && t.text().length() > 1 && mayBeAName(t.lower()))
        .anyMatch(t -> found.stream().noneMatch(e -> e.start() < t.end() && t.start() < e.end()));
  }

  private static boolean mayBeAName(String word) {
    return NAME.matcher(word).matches()
        && !Words.NEVER_A_NAME.contains(word)
        && !Words.REQUEST_VERBS.contains(word)
        && !NEVER.contains(word);
  }

  private static Map<String, Slot> missing(Intent intent, Collection<Entity> found) {
    var missing = new LinkedHashMap<String, Slot>();
    for (Slot slot : intent.slots()) {
      boolean filled =
          found.stream()
              .anyMatch(
                  e -> e.slot() == null ? e.type() == slot.type() : e.slot().equals(slot.name()));
      if (tagged(slot) && !filled && !mayBeLeftOver(slot)) {
        missing.put(slot.name(), slot);
      }
    }
    return missing;
  }

  /** What is left of a request is no text that nobody has to give. */
  private static boolean mayBeLeftOver(Slot slot) {
    return slot.type() == SlotType.TEXT && !slot.required();
  }

  /** A slip in a known name, else one that nothing has. */
  private Entity name(SlotType type, String text, int start) {
    return resolver
        .nearSpelling(type, text)
        .filter(match -> !match.ambiguous())
        .map(match -> KnownNames.entity(match, text, start))
        .orElseGet(
            () ->
                new Entity(
                    type,
                    null,
                    text,
                    start,
                    start + text.length(),
                    List.of(SlotValue.unknown(text)),
                    resolver.near(type, text)));
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

  private Optional<Entity> entity(
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
    if (!open(slot)) {
      return mayBeAName(text.toLowerCase(Locale.ROOT))
          ? Optional.of(name(slot.type(), text, from))
          : Optional.empty();
    }
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
