package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.util.Span;

/**
 * What a request names, once its intent is known: mentions are read as its slots take them, and
 * what only makes sense for it is looked for, such as the text of a search or a bare number.
 */
final class RestOfRequest {
  private static final Set<SlotType> BARE = EnumSet.of(SlotType.PORT, SlotType.PID, SlotType.LINES);

  private static final Pattern BEFORE_LINES =
      Pattern.compile("last|latest|newest|recent|final|bottom|tail|head");

  /** Of replicas, "from 4 to 8" is no time. */
  private static final Pattern FROM_TO =
      Pattern.compile("(?i)(?:from|between) \\w+ (?:to|and) \\w+");

  private static final int SHORTEST_SLIP = 5;

  private static final Set<String> GROUPS = Set.of("group", "tier", "cluster", "pool");

  /** What runs as a service in many places, by names that are rarely anything else. */
  private static final Set<String> SOFTWARE = Words.of("SOFTWARE");

  private final EntityResolver resolver;
  private final Particulars particulars;

  RestOfRequest(EntityResolver resolver, Predicate<String> known) {
    this.resolver = resolver;
    this.particulars = new Particulars(resolver, known);
  }

  /** The entities of a request up to an end of its line. */
  List<Entity> entities(Intent intent, Line line, int end, List<Mention> mentions) {
    return entities(intent, line, end, mentions, List.of());
  }

  /**
   * @param dismissed what is taken back in the same breath: "1.4.2, not 1.4.1"
   */
  List<Entity> entities(
      Intent intent, Line line, int end, List<Mention> mentions, List<Span> dismissed) {
    var spoken = new ArrayList<>(spoken(intent, line, end, mentions));
    var read = new ArrayList<>(spoken);
    read.addAll(times(intent, mentions));
    spoken.addAll(particulars.in(intent, Wording.of(line, end), read, dismissed));
    var left =
        mentions.stream()
            .filter(m -> spoken.stream().noneMatch(e -> m.overlaps(e.start(), e.end())))
            .map(mention -> Readings.in(intent, mention))
            .filter(e -> !Particulars.reads(e.type()) || !takes(intent, e.type()))
            .toList();
    var entities = new ArrayList<Entity>(spoken);
    entities.addAll(left);
    for (var slot : intent.slots()) {
      boolean missing = entities.stream().noneMatch(e -> e.type() == slot.type());
      if (missing && BARE.contains(slot.type())) {
        entities.addAll(numbers(slot, line, end, entities));
      } else if (missing && slot.type() == SlotType.SERVICE && slot.required()) {
        entities.addAll(misspeltServices(line, end, entities));
        if (entities.stream().noneMatch(e -> e.type() == SlotType.SERVICE)) {
          entities.addAll(software(line, end, entities));
        }
      } else if (missing && slot.type() == SlotType.SERVICE) {
        entities.addAll(software(line, end, entities));
      } else if (missing && slot.type() == SlotType.GROUP) {
        entities.addAll(knownGroups(line, end, entities));
        if (entities.stream().noneMatch(e -> e.type() == SlotType.GROUP)) {
          entities.addAll(unknownGroup(line, end, entities));
        }
      } else if (missing && slot.type() == SlotType.HOST && slot.required()) {
        UnknownNames.looselyNamedHosts(resolver, line, end).stream()
            .filter(e -> entities.stream().noneMatch(other -> overlap(e, other)))
            .forEach(entities::add);
      }
    }
    entities.sort(Comparator.comparingInt(Entity::start));
    return entities;
  }

  private static List<Entity> times(Intent intent, List<Mention> mentions) {
    return mentions.stream()
        .map(mention -> Readings.in(intent, mention))
        .filter(e -> e.type().kind() == SlotType.Kind.TIME && takes(intent, e.type()))
        .filter(e -> !takes(intent, SlotType.REPLICAS) || !FROM_TO.matcher(e.text()).matches())
        .toList();
  }

  private static boolean takes(Intent intent, SlotType type) {
    return intent.slots().stream().anyMatch(slot -> slot.type() == type);
  }

  private static List<Entity> spoken(Intent intent, Line line, int end, List<Mention> mentions) {
    return intent.slots().stream()
        .flatMap(slot -> spoken(slot, line, end, mentions).stream())
        .toList();
  }

  private static Optional<Entity> spoken(Slot slot, Line line, int end, List<Mention> mentions) {
    var span =
        switch (slot.type()) {
          case TEXT ->
              Particulars.searched(slot)
                  ? SearchedText.in(line, end, mentions)
                  : Optional.<Span>empty();
          case METRIC -> MetricName.in(line, end, mentions);
          default -> Optional.<Span>empty();
        };
    return span.flatMap(found -> entity(slot.type(), line, found));
  }

  static Optional<Entity> entity(SlotType type, Line line, Span span) {
    String text = span.getCoveredText(line.text()).toString();
    return SlotForms.canonical(type, text)
        .map(
            value ->
                new Entity(
                    type,
                    null,
                    text,
                    span.getStart(),
                    span.getEnd(),
                    List.of(SlotValue.of(value, value)),
                    List.of()));
  }

  /** Numbers that nothing else accounts for: "kill 4412", "is 8080 open". */
  private static List<Entity> numbers(Slot slot, Line line, int end, List<Entity> taken) {
    var found =
        Stream.iterate(0, i -> i < line.after(end), i -> i + 1)
            .filter(i -> line.word(i).matches("\\d{1,7}"))
            .filter(i -> taken.stream().noneMatch(e -> overlaps(e, line.tokens().get(i))))
            .flatMap(
                i ->
                    SlotForms.canonical(slot.type(), line.word(i))
                        .map(value -> Values.entity(slot.type(), line, i, 1, value))
                        .stream())
            .filter(e -> slot.type() != SlotType.LINES || countsLines(line, line.after(e.start())))
            .toList();
    return slot.type() == SlotType.LINES && found.size() != 1 ? List.of() : found;
  }

  /** "resart ngnix": where a service must be, a slip is worth a look. */
  private List<Entity> misspeltServices(Line line, int end, List<Entity> taken) {
    return line.tokens().stream()
        .filter(token -> token.end() <= end && token.text().length() >= SHORTEST_SLIP)
        .filter(token -> !Words.NEVER_A_NAME.contains(token.lower()))
        .filter(token -> !OrdinaryNames.contains(token.lower()))
        .filter(token -> taken.stream().noneMatch(e -> overlaps(e, token)))
        .flatMap(
            token ->
                resolver
                    .nearSpelling(SlotType.SERVICE, token.text())
                    .map(match -> KnownNames.entity(match, token.text(), token.start()))
                    .stream())
        .limit(1)
        .toList();
  }

  /** "show hosts db": ordinary words, but where a group may be asked for. */
  private List<Entity> knownGroups(Line line, int end, List<Entity> taken) {
    return line.tokens().stream()
        .filter(token -> token.end() <= end)
        .filter(token -> taken.stream().noneMatch(e -> overlaps(e, token)))
        .flatMap(
            token ->
                resolver.vocabulary().forms().getOrDefault(token.lower(), List.of()).stream()
                    .filter(match -> match.type() == SlotType.GROUP)
                    .limit(1)
                    .map(match -> KnownNames.entity(match, token.text(), token.start())))
        .toList();
  }

  /** "members of group kubernetes", "the boxes of the spark cluster". */
  private List<Entity> unknownGroup(Line line, int end, List<Entity> taken) {
    return IntStream.range(0, line.after(end))
        .filter(i -> GROUPS.contains(line.word(i - 1)) || GROUPS.contains(line.word(i + 1)))
        .mapToObj(i -> line.tokens().get(i))
        .filter(token -> token.isWord() && token.text().length() > 1)
        .filter(token -> !Words.NEVER_A_NAME.contains(token.lower()))
        .filter(token -> !Words.DETERMINERS.contains(token.lower()))
        .filter(token -> token.lower().matches("[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"))
        .filter(token -> taken.stream().noneMatch(e -> overlaps(e, token)))
        .limit(1)
        .map(token -> UnknownNames.unknown(resolver, SlotType.GROUP, token))
        .toList();
  }

  /** "restart kafka": known everywhere, if not here. */
  private List<Entity> software(Line line, int end, List<Entity> taken) {
    return line.tokens().stream()
        .filter(token -> token.end() <= end && SOFTWARE.contains(token.lower()))
        .filter(token -> taken.stream().noneMatch(e -> overlaps(e, token)))
        .limit(1)
        .map(token -> UnknownNames.unknown(resolver, SlotType.SERVICE, token))
        .toList();
  }

  /** "the last 50", and a number at the very end. */
  private static boolean countsLines(Line line, int at) {
    return at + 1 == line.size() || BEFORE_LINES.matcher(line.word(at - 1)).matches();
  }

  private static boolean overlap(Entity one, Entity other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static boolean overlaps(Entity entity, Token token) {
    return entity.start() < token.end() && token.start() < entity.end();
  }
}
