package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds names that are nearly spelt right, and numbers that stand for one: "ngnix", "web 2 and 3".
 */
final class NearSpellings {
  private static final Set<String> BE = Set.of("is", "are", "was");
  private static final Set<String> AND = Set.of("and", "or", ",", "/", "&");
  private static final Pattern LONG_WORD = Pattern.compile("[a-z]{5,20}");
  private static final List<SlotType> MISSPELT =
      List.of(
          SlotType.SERVICE,
          SlotType.APPLICATION,
          SlotType.DATABASE,
          SlotType.ENVIRONMENT,
          SlotType.TEAM,
          SlotType.JOB,
          SlotType.QUERY);
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern SHORT_NUMBERS = Pattern.compile("\\d{1,4}(?:/\\d{1,4})*");
  private static final Pattern NUMBERED = Pattern.compile("([A-Za-z][A-Za-z_-]*?)[ _-]?\\d{1,3}");
  private static final Pattern HOST_SHAPE = Pattern.compile("[a-z][a-z._-]*\\d+[a-z0-9._-]*");

  private final EntityResolver resolver;
  private final Set<SlotType> types;

  NearSpellings(EntityResolver resolver, Set<SlotType> types) {
    this.resolver = resolver;
    this.types = types;
  }

  /** A name that is nearly spelt right, where a name of its kind is expected. */
  Optional<Mention> at(Line line, int start) {
    String word = line.word(start);
    if (types.contains(SlotType.HOST)) {
      var number = number(line, start + 1);
      if (number.isPresent() && !word.equals("top")) {
        var pair = near(SlotType.HOST, line, start, 2, word + " " + number.get());
        if (pair.isPresent()) {
          return pair;
        }
      }
      if (HOST_SHAPE.matcher(word).matches() || hostPlace(line, start)) {
        var host = near(SlotType.HOST, line, start, 1);
        if (host.isPresent()) {
          return host;
        }
      }
    }
    if (types.contains(SlotType.SERVICE) && servicePlace(line, start)) {
      return near(SlotType.SERVICE, line, start, 1);
    }
    return LONG_WORD.matcher(word).matches() ? anywhere(line, start) : Optional.empty();
  }

  /** A word that is none, and nearly one name: "tomact", "custmoers". */
  private Optional<Mention> anywhere(Line line, int start) {
    Optional<Mention> found = Optional.empty();
    for (var type : MISSPELT) {
      var near = types.contains(type) ? near(type, line, start, 1) : Optional.<Mention>empty();
      if (near.isPresent() && found.isPresent()) {
        return Optional.empty();
      }
      found = near.isPresent() ? near : found;
    }
    return found.filter(mention -> !EnglishWords.contain(line.word(start)));
  }

  /** "web 3", and "web three" where a host was asked for. */
  static Optional<String> number(Line line, int at) {
    if (SHORT_NUMBER.matcher(line.word(at)).matches()) {
      return Optional.of(line.word(at));
    }
    return line.asked() == SlotType.HOST
        ? NumberWords.at(line, at).filter(n -> n.words() == 1).map(NumberWords.Number::digits)
        : Optional.empty();
  }

  private Optional<Mention> near(SlotType type, Line line, int start, int count) {
    return near(type, line, start, count, line.phrase(start, count));
  }

  private Optional<Mention> near(SlotType type, Line line, int start, int count, String spelling) {
    String phrase = line.phrase(start, count);
    String key = phrase.toLowerCase(Locale.ROOT);
    if (Words.NEVER_A_NAME.contains(key) || OrdinaryNames.contains(key)) {
      return Optional.empty();
    }
    return resolver
        .nearSpelling(type, spelling)
        .filter(match -> !match.group() || hostPlace(line, start))
        .map(
            match ->
                Mention.of(KnownNames.entity(match, phrase, line.tokens().get(start).start())));
  }

  static boolean hostPlace(Line line, int start) {
    String before = line.before(start);
    return before.equals("on")
        || before.equals("at")
        || before.equals("reboot")
        || before.equals("ping")
        || Words.HOST_NOUNS.contains(before);
  }

  /** The 3 of "web 2 and 3", the 02/03 of "web-01/02/03": hosts like the one before. */
  Optional<Mention> further(Line line, int at, Optional<Mention> host) {
    var named = host.flatMap(m -> m.as(SlotType.HOST)).map(Entity::text).map(NUMBERED::matcher);
    boolean joined =
        AND.contains(line.word(at)) && SHORT_NUMBERS.matcher(line.word(at + 1)).matches();
    if (named.isEmpty()
        || !joined
        || !named.get().matches()
        || NumberRoles.type(line, at + 1, at + 2).isPresent()) {
      return Optional.empty();
    }
    var token = line.tokens().get(at + 1);
    var hosts = new LinkedHashSet<String>();
    for (var number : token.text().split("/", -1)) {
      var one = resolver.nearSpelling(SlotType.HOST, named.get().group(1) + " " + number);
      if (one.isEmpty() || one.get().group() || one.get().ambiguous()) {
        return Optional.empty();
      }
      hosts.addAll(one.get().canonical());
    }
    var match = new NamedMatch(SlotType.HOST, List.copyOf(hosts), hosts.size() > 1);
    return Optional.of(Mention.of(KnownNames.entity(match, token.text(), token.start())));
  }

  /** Whether a service is expected: after "restart", before "service", in "is … running". */
  static boolean servicePlace(Line line, int start) {
    String before = line.before(start);
    return Words.SERVICE_VERBS.contains(before)
        || OfLogs.service(line, start)
        || Words.SERVICE_NOUNS.contains(line.word(start + 1))
        || Words.SERVICE_NOUNS.contains(before)
        || (BE.contains(before) && line.wordIn(start + 1, Words.STATES))
        || (before.equals("of") && line.word(start - 2).equals("status"))
        || (AND.contains(before) && Words.SERVICE_VERBS.contains(line.word(start - 3)))
        || (line.word(start + 1).equals("status") && start < 4);
  }
}
