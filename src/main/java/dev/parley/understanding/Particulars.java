package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Reads what only the found intent gives a meaning: that 42 is a version here and a number of
 * replicas there, that "payments" is a team, and which words are the title of an incident.
 */
final class Particulars {
  private static final Map<SlotType, Function<Wording, List<Entity>>> READERS =
      new EnumMap<>(SlotType.class);

  static {
    READERS.put(SlotType.INCIDENT, words -> Numbered.in(SlotType.INCIDENT, words));
    READERS.put(SlotType.TICKET, words -> Numbered.in(SlotType.TICKET, words));
    READERS.put(SlotType.VERSION, Versions::in);
    READERS.put(SlotType.STATE, StateWords::in);
    READERS.put(SlotType.PRIORITY, TicketMarks::priority);
    READERS.put(SlotType.PROJECT, TicketMarks::project);
    READERS.put(SlotType.BRANCH, Branches::in);
    READERS.put(SlotType.REPLICAS, Quantities::replicas);
    READERS.put(SlotType.DAYS, Quantities::days);
    READERS.put(SlotType.ALERT, AlertName::in);
    READERS.put(SlotType.CUSTOMER, CustomerName::in);
    READERS.put(SlotType.PERSON, PersonName::in);
  }

  /** These take whatever is left, so they are looked for only when they are asked for. */
  private static final Set<SlotType> LOOSE =
      EnumSet.of(
          SlotType.PERSON,
          SlotType.CUSTOMER,
          SlotType.ALERT,
          SlotType.REPLICAS,
          SlotType.DAYS,
          SlotType.STATE,
          SlotType.BRANCH,
          SlotType.INCIDENT,
          SlotType.TICKET);

  private static final Pattern PLACE =
      Pattern.compile("on|in|from|against|of|for|with|over|using|query|database");
  private static final Set<String> AROUND = Words.of("AROUND_A_PARTICULAR");

  private final EntityResolver resolver;
  private final Predicate<String> known;
  private final ClosedNames names;
  private final UnknownClosed unknown;

  Particulars(EntityResolver resolver) {
    this(resolver, slot -> true);
  }

  /**
   * @param known whether examples say where the values of a slot stand
   */
  Particulars(EntityResolver resolver, Predicate<String> known) {
    this.resolver = resolver;
    this.known = known;
    var parts = new NameParts(resolver);
    names = new ClosedNames(resolver, parts);
    unknown = new UnknownClosed(resolver, parts);
  }

  /** Whether values of a type are read here, once an intent that takes them is found. */
  static boolean reads(SlotType type) {
    return READERS.containsKey(type) || NamePlaces.TYPES.contains(type);
  }

  /** Whether a slot takes what is looked for in logs. */
  static boolean searched(Slot slot) {
    return slot.name().equals("pattern");
  }

  /** Whether a slot takes the rest of what was said. */
  static boolean says(Slot slot) {
    return slot.type() == SlotType.TEXT && !searched(slot);
  }

  private boolean toldWhere(Slot slot) {
    return says(slot) && known.test(slot.name());
  }

  /**
   * What a request names for the slots of its intent.
   *
   * @param read what is read already, such as times
   * @param dismissed what is taken back in the same breath: "1.4.2, not 1.4.1"
   */
  List<Entity> in(Intent intent, Wording all, Collection<Entity> read, List<Span> dismissed) {
    boolean says = intent.slots().stream().anyMatch(this::toldWhere);
    var taken = new ArrayList<>(dismissed);
    if (says) {
      taken.addAll(Quotes.in(all.line().text()));
    }
    read.forEach(e -> taken.add(new Span(e.start(), e.end())));
    var words = new Wording(all.line(), all.size(), taken);
    var found = new ArrayList<Entity>();
    if (takes(intent, SlotType.APPLICATION) && takes(intent, SlotType.VERSION)) {
      found.addAll(NamedVersions.in(resolver, words));
    }
    found.addAll(names.in(intent, words.without(found)));
    for (var type : READERS.keySet()) {
      if (takes(intent, type)) {
        found.addAll(read(type, words.without(found)));
      }
    }
    found.removeIf(e -> unplaced(intent, e, words, found));
    found.addAll(unknown.in(intent, words.without(found), found));
    return says ? withTexts(intent, all, found, read) : found;
  }

  /**
   * The values of an answer, where it holds nothing else but small words; for the slot that was
   * asked for, or others of the request.
   */
  Optional<List<Entity>> answer(Intent pending, Slot asked, Line line) {
    var words = Wording.of(line, line.text().length());
    var found = new ArrayList<>(names.in(pending, words));
    for (var slot : pending.slots()) {
      boolean readable = READERS.containsKey(slot.type()) && !LOOSE.contains(slot.type());
      if (readable || slot.equals(asked) && READERS.containsKey(slot.type())) {
        found.addAll(read(slot.type(), words.without(found)));
      }
    }
    if (found.stream().noneMatch(e -> e.type() == asked.type())) {
      names.asked(asked.type(), words.without(found), AROUND).ifPresent(found::add);
    }
    var left = words.without(found);
    for (int at = 0; at < words.size(); at++) {
      if (left.free(at) && words.token(at).isWord() && !AROUND.contains(words.word(at))) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(found)).filter(all -> !all.isEmpty());
  }

  /** "orders hang, run slow-orders": a database that is spoken of, and not where to run it. */
  private static boolean unplaced(Intent intent, Entity entity, Wording words, List<Entity> found) {
    boolean optional =
        entity.type() == SlotType.DATABASE
            && intent.slots().stream().anyMatch(s -> s.type() == entity.type() && !s.required());
    if (!optional) {
      return false;
    }
    int at = words.line().after(entity.start());
    boolean placed = PLACE.matcher(words.word(words.before(at))).matches();
    boolean noun = NamePlaces.besideNoun(words.line(), at, 1, SlotType.DATABASE);
    boolean beside =
        found.stream().anyMatch(e -> e.end() < entity.start() && entity.start() - e.end() < 3);
    return !placed && !noun && !beside && !words.word(at + 1).equals(":");
  }

  private static List<Entity> read(SlotType type, Wording words) {
    return READERS.getOrDefault(type, none -> List.of()).apply(words);
  }

  private static boolean takes(Intent intent, SlotType type) {
    return intent.slots().stream().anyMatch(slot -> slot.type() == type);
  }

  private List<Entity> withTexts(
      Intent intent, Wording words, List<Entity> named, Collection<Entity> beside) {
    var all = new ArrayList<>(named);
    var around = new ArrayList<>(named);
    around.addAll(beside);
    for (var slot : intent.slots()) {
      var text =
          toldWhere(slot)
              ? SaidText.in(slot, words, around)
                  .flatMap(span -> RestOfRequest.entity(SlotType.TEXT, words.line(), span))
              : Optional.<Entity>empty();
      if (text.isPresent()) {
        var said = text.get();
        all.removeIf(e -> e.start() < said.end() && said.start() < e.end());
        all.add(
            new Entity(
                said.type(),
                slot.name(),
                said.text(),
                said.start(),
                said.end(),
                said.values(),
                said.candidates()));
      }
    }
    return all;
  }
}
