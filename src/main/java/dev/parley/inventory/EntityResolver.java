package dev.parley.inventory;

import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what a spoken name means in one inventory. Immutable, safe for many threads; make one an
 * inventory and keep it, since it indexes every name.
 */
public final class EntityResolver {
  private static final int MOST_NEAR = 3;

  private final Vocabulary vocabulary;
  private final Map<SlotType, SpellingIndex> spellings = new EnumMap<>(SlotType.class);

  public EntityResolver(Inventory inventory) {
    vocabulary = new Vocabulary(inventory);
    vocabulary.forms().forEach(this::index);
    spellings.values().forEach(SpellingIndex::complete);
  }

  /** An address is never misspelt: another one is another machine's. */
  private static boolean isAddress(String form) {
    return form.indexOf(':') >= 0 || form.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
  }

  private void index(String form, List<NamedMatch> matches) {
    if (isAddress(form)) {
      return;
    }
    for (var match : matches) {
      var shown = match.group() ? form : match.canonical().get(0);
      spellings.computeIfAbsent(match.type(), t -> new SpellingIndex()).add(form, shown, match);
    }
  }

  /** The forms that it knows, for scanning a message. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * What a whole phrase names exactly (without case): a name, an alias, an address, a group with or
   * without words around it ("all web servers", "the second db host"), every host, or a range of
   * hosts. Empty when it names nothing; one match for each type that it names.
   */
  public List<NamedMatch> lookup(String phrase) {
    var found = vocabulary.lookup(phrase);
    return found.isEmpty() ? range(Spelling.key(phrase)) : found;
  }

  /** All hosts of a range, each of which has to exist. */
  private List<NamedMatch> range(String key) {
    var range = SpokenRange.of(key);
    if (range.isEmpty()
        || host(range.get().first()).isEmpty()
        || host(range.get().last()).isEmpty()) {
      return List.of();
    }
    var hosts = new LinkedHashSet<String>();
    for (var name : range.get().names()) {
      var host = host(name);
      if (host.isEmpty()) {
        return List.of();
      }
      hosts.add(host.get());
    }
    return hosts.isEmpty()
        ? List.of()
        : List.of(new NamedMatch(SlotType.HOST, List.copyOf(hosts), true));
  }

  /** The one host of that name, however it is spelt. */
  private Optional<String> host(String name) {
    var index = spellings.get(SlotType.HOST);
    var found =
        vocabulary
            .host(name)
            .map(List::of)
            .orElseGet(() -> index == null ? List.of() : index.same(name));
    return found.size() == 1 && found.get(0).canonical().size() == 1
        ? Optional.of(found.get(0).canonical().get(0))
        : Optional.empty();
  }

  /** Whether something of the type has a name that begins so before its first number. */
  public boolean opensLike(SlotType type, String name) {
    var index = spellings.get(type);
    return index != null && index.opensLike(name);
  }

  /**
   * What of this type a misspelt phrase names: the same name with other punctuation, spaces or
   * leading zeros, or a name of five letters or more with one slip (a letter too many, too few,
   * wrong, or two swapped). Never a name with another number. Several names without {@code group}
   * are equally near. Empty when nothing is. Ordinary words can be one slip away from a name
   * ("order" and the database orders), so ask only where a name of the type is expected.
   */
  public Optional<NamedMatch> nearSpelling(SlotType type, String phrase) {
    var index = spellings.get(type);
    if (index == null || !SlotForms.printable(phrase)) {
      return Optional.empty();
    }
    var found = index.variants(phrase);
    if (found.isEmpty() && type == SlotType.HOST) {
      found = group(index, Spelling.key(phrase));
    }
    return one(type, found);
  }

  /** "the wbe servers": a group whose name is misspelt. */
  private static List<NamedMatch> group(SpellingIndex index, String key) {
    return GroupPhrase.of(key)
        .filter(phrase -> !phrase.name().isEmpty())
        .map(
            phrase ->
                index.variants(phrase.name()).stream()
                    .filter(NamedMatch::group)
                    .flatMap(match -> phrase.chosen(match).stream())
                    .toList())
        .orElse(List.of());
  }

  private static Optional<NamedMatch> one(SlotType type, List<NamedMatch> found) {
    if (found.size() <= 1) {
      return found.stream().findFirst();
    }
    var names = new LinkedHashSet<String>();
    found.forEach(match -> names.addAll(match.canonical()));
    return Optional.of(new NamedMatch(type, List.copyOf(names), false));
  }

  /**
   * What somebody means who names a value of a slot. Where the slot takes any address, one that no
   * host has stands for itself, and so does a domain of several parts.
   */
  public Resolution resolve(Slot slot, String spoken) {
    var resolution = resolve(slot.type(), spoken);
    return slot.any() && resolution instanceof Resolution.Unknown
        ? anywhere(spoken).<Resolution>map(Resolution.Resolved::new).orElse(resolution)
        : resolution;
  }

  private static Optional<List<String>> anywhere(String spoken) {
    return SlotForms.canonical(SlotType.IP, spoken)
        .filter(ip -> ip.indexOf('/') < 0)
        .or(() -> SlotForms.canonical(SlotType.DOMAIN, spoken).filter(d -> d.matches(".+\\..+")))
        .map(List::of);
  }

  /**
   * What somebody means who names a value of a known type, e.g. in an answer. Open types are
   * resolved by their form alone.
   */
  public Resolution resolve(SlotType type, String spoken) {
    if (type.kind() != SlotType.Kind.CLOSED || type == SlotType.STATE) {
      return SlotForms.canonical(type, spoken)
          .<Resolution>map(value -> new Resolution.Resolved(List.of(value)))
          .orElseGet(() -> new Resolution.Unknown(openChoices(type)));
    }
    var plain = TypePhrase.name(type, Spelling.key(spoken));
    return exact(type, spoken)
        .or(() -> exact(type, plain))
        .or(() -> nearSpelling(type, spoken))
        .or(() -> nearSpelling(type, plain))
        .map(EntityResolver::resolution)
        .orElseGet(() -> new Resolution.Unknown(near(type, plain)));
  }

  private static List<String> openChoices(SlotType type) {
    return type == SlotType.STATE ? List.of("on", "off") : List.of();
  }

  private Optional<NamedMatch> exact(SlotType type, String phrase) {
    return lookup(phrase).stream().filter(match -> match.type() == type).findFirst();
  }

  private static Resolution resolution(NamedMatch match) {
    return match.ambiguous()
        ? new Resolution.Ambiguous(match.canonical())
        : new Resolution.Resolved(match.canonical());
  }

  /** Up to three names of a type to offer for one that does not exist, the nearest first. */
  public List<String> near(SlotType type, String phrase) {
    var index = spellings.get(type);
    if (index == null || !SlotForms.printable(phrase)) {
      return List.of();
    }
    int dot = phrase.indexOf('.');
    var near = new LinkedHashSet<String>();
    if (type == SlotType.HOST && dot > 0) {
      vocabulary
          .host(Spelling.key(phrase.substring(0, dot)))
          .ifPresent(m -> near.addAll(m.canonical()));
    }
    near.addAll(index.near(type, phrase));
    return near.stream().limit(MOST_NEAR).toList();
  }
}
