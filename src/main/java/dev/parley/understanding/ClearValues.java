package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds values that are recognised whatever is asked for: INC-12, sev1, v1.4.2, @maria,
 * feature/login, and names of several words that are written with other joints.
 */
final class ClearValues {
  private static final int MOST_WORDS = 3;
  private static final Pattern CAMEL =
      Pattern.compile("(?:[A-Z][a-z0-9]+){2,}|[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*");
  private static final Pattern ALERT =
      Pattern.compile("alerts?|alarms?|silence|mute|snooze|silencing|muting");
  private static final Pattern PRIORITY = Pattern.compile("p\\d");

  private final EntityResolver resolver;
  private final Set<SlotType> types;

  ClearValues(EntityResolver resolver, Set<SlotType> types) {
    this.resolver = resolver;
    this.types = types;
  }

  Optional<Mention> at(Line line, int at) {
    return severity(line, at).or(() -> joined(line, at)).or(() -> formed(line, at));
  }

  private Optional<Mention> severity(Line line, int at) {
    var found =
        types.contains(SlotType.SEVERITY)
            ? Severities.at(resolver, line, at)
            : Optional.<Severities.Found>empty();
    return found
        .filter(f -> f.match().isPresent())
        .map(
            f -> {
              var words = Wording.of(line, line.text().length());
              var readings = new ArrayList<Entity>();
              readings.add(
                  KnownNames.entity(
                      f.match().orElseThrow(),
                      line.phrase(at, f.words()),
                      line.tokens().get(at).start()));
              if (PRIORITY.matcher(line.word(at)).matches() && types.contains(SlotType.PRIORITY)) {
                words.value(SlotType.PRIORITY, at, at + 1).ifPresent(readings::add);
              }
              return mention(readings);
            });
  }

  private static Mention mention(List<Entity> readings) {
    return new Mention(readings.get(0).start(), readings.get(0).end(), readings);
  }

  private Optional<Mention> joined(Line line, int at) {
    if (Words.NEVER_A_NAME.contains(line.word(at))) {
      return Optional.empty();
    }
    for (int count = Math.min(MOST_WORDS, line.size() - at); count > 1; count--) {
      int words = count;
      var match =
          line.unbroken(at, count)
              ? ClosedNames.joined(resolver, line, at, count).stream()
                  .filter(m -> types.contains(m.type()) && NamePlaces.TYPES.contains(m.type()))
                  .findFirst()
              : Optional.<NamedMatch>empty();
      if (match.isPresent()) {
        return match.map(
            m ->
                Mention.of(
                    KnownNames.entity(m, line.phrase(at, words), line.tokens().get(at).start())));
      }
    }
    return Optional.empty();
  }

  private Optional<Mention> formed(Line line, int at) {
    if (plain(line, at)) {
      return Optional.empty();
    }
    var words = Wording.of(line, line.text().length());
    var readings =
        Stream.of(
                Numbered.clear(SlotType.INCIDENT, words, at),
                Numbered.clear(SlotType.TICKET, words, at),
                version(words, at),
                person(words, at),
                customer(words, at),
                Branches.slashed(words, at).filter(e -> e.text().indexOf('/') > 0),
                alert(words, at))
            .flatMap(Optional::stream)
            .filter(e -> types.contains(e.type()))
            .sorted((a, b) -> Integer.compare(ticketFirst(a), ticketFirst(b)))
            .toList();
    return readings.isEmpty() ? Optional.empty() : Optional.of(mention(readings));
  }

  /** Most words are just words, and nothing more is looked for. */
  private static boolean plain(Line line, int at) {
    var token = line.tokens().get(at);
    boolean letters = token.text().chars().allMatch(c -> c >= 'a' && c <= 'z');
    boolean slash = token.end() < line.text().length() && line.text().charAt(token.end()) == '/';
    return letters && !slash && !Numbered.noun(token.text());
  }

  /** Only what is said to be an incident is one before it is a ticket. */
  private static int ticketFirst(Entity entity) {
    boolean incident = entity.text().toLowerCase(java.util.Locale.ROOT).startsWith("inc");
    return entity.type() == SlotType.INCIDENT && !incident ? 1 : 0;
  }

  private static Optional<Entity> version(Wording words, int at) {
    return Versions.clear(words.word(at))
        ? words.value(SlotType.VERSION, at, at + 1)
        : Optional.empty();
  }

  private static Optional<Entity> person(Wording words, int at) {
    return PersonName.MENTION.matcher(words.token(at).text()).matches()
        ? words.value(SlotType.PERSON, at, at + 1)
        : Optional.empty();
  }

  private static Optional<Entity> customer(Wording words, int at) {
    return CustomerName.ADDRESS.matcher(words.token(at).text()).matches()
        ? words.value(SlotType.CUSTOMER, at, at + 1)
        : Optional.empty();
  }

  private static Optional<Entity> alert(Wording words, int at) {
    boolean said =
        ALERT.matcher(words.word(at + 1)).matches()
            || ALERT.matcher(words.word(words.before(at))).matches();
    return said && CAMEL.matcher(words.token(at).text()).matches()
        ? words.value(SlotType.ALERT, at, at + 1)
        : Optional.empty();
  }
}
