package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the names that serve a request whose intent is known: of the kinds that it takes, wherever
 * they stand. "payments" is a team for a page, and nothing for a deployment.
 */
final class ClosedNames {
  private static final int MOST_WORDS = 4;
  private static final int SHORTEST_SLIP = 5;
  private static final List<String> JOINTS = List.of("-", "_", "", ".");
  private static final Pattern TURNED_FROM = Pattern.compile("from|than|not|of");

  /** Before such a word "live" says how something is, not where. */
  private static final Pattern BEING =
      Pattern.compile("is|are|was|be|being|go|goes|going|gone|went|already|currently|it|get|gets");

  private final EntityResolver resolver;

  ClosedNames(EntityResolver resolver) {
    this.resolver = resolver;
  }

  /** A name with spaces where it is written with other joints: "shop build". */
  static Optional<NamedMatch> joined(
      EntityResolver resolver, Line line, int at, int count, SlotType type) {
    if (count < 2) {
      return Optional.empty();
    }
    var words = new ArrayList<String>();
    for (int i = at; i < at + count; i++) {
      words.add(line.word(i));
    }
    var forms = resolver.vocabulary().forms();
    return JOINTS.stream()
        .flatMap(joint -> forms.getOrDefault(String.join(joint, words), List.of()).stream())
        .filter(match -> match.type() == type)
        .findFirst();
  }

  /** The names of one request, in the order in which they stand. */
  List<Entity> in(Intent intent, Wording words) {
    var types = intent.slots().stream().map(Slot::type).filter(NamePlaces.TYPES::contains).toList();
    var found = new ArrayList<Entity>();
    var left = words;
    for (int at = 0; at < words.size(); at++) {
      var name = left.free(at) ? longest(left, at, types) : Optional.<Entity>empty();
      if (name.isPresent()) {
        found.add(name.get());
        left = left.without(List.of(name.get()));
      }
    }
    for (var type : types) {
      if (found.stream().noneMatch(e -> e.type() == type)) {
        nearly(left, type).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparingInt(Entity::start));
    return found.stream().filter(e -> !turnedFrom(e, found, words)).toList();
  }

  /** The name that an answer gives in part, or by its number: "the shop one", "2". */
  Optional<Entity> asked(SlotType type, Wording words, Set<String> around) {
    var rest =
        java.util.stream.IntStream.range(0, words.size())
            .filter(at -> words.free(at) && words.token(at).isWord())
            .filter(
                at -> !around.contains(words.word(at)) && !NamePlaces.noun(type, words.word(at)))
            .boxed()
            .toList();
    if (rest.size() != 1 || !NamePlaces.TYPES.contains(type)) {
      return Optional.empty();
    }
    int at = rest.get(0);
    var number =
        type == SlotType.SEVERITY
            ? NumberWords.at(words.line(), at)
                .flatMap(n -> Severities.numbered(resolver, n.digits()))
            : Optional.<NamedMatch>empty();
    return number
        .or(() -> NameParts.of(resolver, type, words.word(at)))
        .map(match -> entity(match, words, at, 1));
  }

  private Optional<Entity> longest(Wording words, int at, List<SlotType> types) {
    if (types.contains(SlotType.SEVERITY)) {
      var severity = severity(words, at);
      if (severity.isPresent()) {
        return severity;
      }
    }
    for (int count = MOST_WORDS; count > 0; count--) {
      if (words.free(at, count)) {
        int length = count;
        var name =
            types.stream()
                .sorted(Comparator.comparing(t -> !beside(words, at, length, t)))
                .flatMap(type -> name(words, at, length, type).stream())
                .findFirst();
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean beside(Wording words, int at, int count, SlotType type) {
    return NamePlaces.besideNoun(words.line(), at, count, type);
  }

  private Optional<Entity> severity(Wording words, int at) {
    return Severities.at(resolver, words.line(), at)
        .filter(found -> at + found.words() <= words.size())
        .map(
            found ->
                found
                    .match()
                    .map(match -> entity(match, words, at, found.words()))
                    .orElseGet(
                        () ->
                            UnknownClosed.entity(
                                resolver, words, SlotType.SEVERITY, at, found.words())));
  }

  private Optional<Entity> name(Wording words, int at, int count, SlotType type) {
    String phrase = words.line().phrase(at, count);
    return resolver.lookup(phrase).stream()
        .filter(match -> match.type() == type)
        .findFirst()
        .or(() -> joined(resolver, words.line(), at, count, type))
        .or(() -> part(words, at, count, type))
        .or(() -> plural(words, at, count, type))
        .map(match -> entity(match, words, at, count));
  }

  /** "the slow query", "the nightly job": a part that only one name has, beside its noun. */
  private Optional<NamedMatch> part(Wording words, int at, int count, SlotType type) {
    boolean named =
        count == 1
            && NamePlaces.noun(type, words.word(at + 1))
            && !NamePlaces.noun(type, words.word(at));
    return named ? NameParts.of(resolver, type, words.word(at)) : Optional.empty();
  }

  /** "the page cache" for the cache pages. */
  private Optional<NamedMatch> plural(Wording words, int at, int count, SlotType type) {
    return count == 1 && NamePlaces.noun(type, words.word(at + 1))
        ? resolver.lookup(words.word(at) + "s").stream()
            .filter(match -> match.type() == type)
            .findFirst()
        : Optional.empty();
  }

  /** A name of a kind that is missing, with a slip in it. */
  private Optional<Entity> nearly(Wording words, SlotType type) {
    return phrase(words, type).or(() -> word(words, type));
  }

  /** "nightly test". */
  private Optional<Entity> phrase(Wording words, SlotType type) {
    for (int at = 0; at + 1 < words.size(); at++) {
      boolean name =
          words.free(at, 2)
              && !Words.NEVER_A_NAME.contains(words.word(at))
              && words.word(at + 1).length() > 3;
      var near =
          name
              ? resolver.nearSpelling(type, words.word(at) + "-" + words.word(at + 1))
              : Optional.<NamedMatch>empty();
      if (near.isPresent() && !near.get().ambiguous()) {
        return Optional.of(entity(near.get(), words, at, 2));
      }
    }
    return Optional.empty();
  }

  private Optional<Entity> word(Wording words, SlotType type) {
    for (int at = 0; at < words.size(); at++) {
      int here = at;
      String word = words.word(at);
      boolean look =
          word.length() >= SHORTEST_SLIP
              && words.free(at)
              && !Words.NEVER_A_NAME.contains(word)
              && !Words.REQUEST_VERBS.contains(word)
              && !NOUNS.contains(word)
              && (!OrdinaryNames.contains(word) || NamePlaces.names(words.line(), at, 1, type));
      var near = look ? resolver.nearSpelling(type, word) : Optional.<NamedMatch>empty();
      if (near.isPresent() && !near.get().ambiguous()) {
        return near.map(match -> entity(match, words, here, 1));
      }
    }
    return Optional.empty();
  }

  private static final Set<String> NOUNS = Words.of("NEVER_A_CLOSED_NAME");

  private static Entity entity(NamedMatch match, Wording words, int at, int count) {
    return KnownNames.entity(match, words.line().phrase(at, count), words.token(at).start());
  }

  /** "from staging to production", "is 1.4 live in staging": only one of two is meant. */
  private static boolean turnedFrom(Entity entity, List<Entity> all, Wording words) {
    boolean other =
        all.stream()
            .anyMatch(
                e ->
                    e.type() == entity.type()
                        && !e.values().equals(entity.values())
                        && !weak(e, words));
    return other && weak(entity, words);
  }

  private static boolean weak(Entity entity, Wording words) {
    int at = words.line().after(entity.start());
    String before = words.word(words.before(at));
    boolean from =
        TURNED_FROM.matcher(before).matches()
            && !(before.equals("of") && !words.word(words.before(at) - 1).equals("instead"));
    boolean live =
        entity.type() == SlotType.ENVIRONMENT
            && words.word(at).equals("live")
            && (BEING.matcher(before).matches()
                || !NamePlaces.names(words.line(), at, 1, entity.type()));
    return from || live;
  }
}
