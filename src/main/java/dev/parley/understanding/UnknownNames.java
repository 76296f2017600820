package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds names of things that do not exist, where only a name can stand: "restart apache on web-99",
 * "restart flurbd on web-01". They are refused with near names, instead of being overlooked.
 */
final class UnknownNames {
  private static final Pattern HOST_SHAPE =
      Pattern.compile(
          "[a-z][a-z]*(?:[-_.][a-z]+)*[-_]?\\d+(?:[-_.][a-z0-9]+)*|[a-z][a-z0-9]*(?:-[a-z0-9]+)+-[a-z]?\\d+|[a-z][\\w-]*(?:\\.[a-z][\\w-]*)+");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]*:[0-9a-f:]*:[0-9a-f:]*");

  /** "db-master": on or at such a thing can only be a host. */
  private static final Pattern HYPHENATED = Pattern.compile("[a-z][a-z0-9]+(?:-[a-z0-9]{2,})+");

  private static final Pattern NUMBERED =
      Pattern.compile("[a-z]{2,}(?:-[a-z0-9]+)*-\\d{1,4}[a-z]?");
  private static final Set<String> NO_HOSTS =
      Set.of("utf", "sha", "iso", "md", "http", "tls", "aes");
  private static final Set<String> BEFORE_A_HOST =
      Set.of("reboot", "rebooting", "ping", "to", "for");
  private static final Set<SlotType> MAYBE_HOSTS = EnumSet.of(SlotType.IP, SlotType.DOMAIN);
  private static final Set<String> AND = Set.of("and", "or", ",", "&");
  private static final Set<String> NO_SERVICES = Words.of("NO_SERVICES_BEFORE_A_STATE");
  private static final int MOST_WITH_NEAR_NAMES = 5;
  private static final Pattern TICKET = Pattern.compile("[A-Z]{2,10}-\\d+");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9._-]*");

  private final EntityResolver resolver;
  private final Set<SlotType> types;

  UnknownNames(EntityResolver resolver, Set<SlotType> types) {
    this.resolver = resolver;
    this.types = types;
  }

  /** The mentions with those of unknown names among them. */
  List<Mention> added(Line line, List<Mention> known) {
    var all = new ArrayList<Mention>(known);
    var owners = owners(line, known);
    if (types.contains(SlotType.HOST)) {
      for (int i = 0; i < line.size(); i++) {
        addHost(line, i, all, owners);
      }
    }
    if (types.contains(SlotType.SERVICE)) {
      for (int i = 0; i < line.size(); i++) {
        addService(line, i, all, owners);
      }
    }
    all.sort(Comparator.comparingInt(Mention::start));
    return all;
  }

  /** To which mention each word belongs. */
  private static @Nullable Mention[] owners(Line line, List<Mention> known) {
    var owners = new @Nullable Mention[line.size()];
    for (var mention : known) {
      for (int i = Math.max(0, line.after(mention.start()) - 1); i < owners.length; i++) {
        var token = line.tokens().get(i);
        if (token.start() >= mention.end()) {
          break;
        }
        if (owners[i] == null && mention.overlaps(token.start(), token.end())) {
          owners[i] = mention;
        }
      }
    }
    return owners;
  }

  private void addHost(Line line, int at, List<Mention> all, @Nullable Mention[] owners) {
    var token = line.tokens().get(at);
    String word = token.lower();
    var taken = owners[at];
    boolean other = taken != null && !MAYBE_HOSTS.contains(taken.first().type());
    if (other || !ADDRESS.matcher(word).matches() && !isHost(line, at, word, all)) {
      return;
    }
    if (taken == null) {
      owners[at] = Mention.of(unknown(SlotType.HOST, token, all));
      all.add(owners[at]);
    } else if (taken.as(SlotType.HOST).isEmpty()) {
      var readings = new ArrayList<>(taken.readings());
      readings.add(hostWanted(line, at) ? 0 : readings.size(), unknown(SlotType.HOST, token, all));
      all.set(all.indexOf(taken), new Mention(token.start(), token.end(), readings));
    }
  }

  /** Whether an address or a domain is a host before it is anything else. */
  private static boolean hostWanted(Line line, int at) {
    String before = line.before(at);
    return before.matches("on|at|ping|reboot") || Words.HOST_NOUNS.contains(before);
  }

  private boolean isHost(Line line, int at, String word, List<Mention> all) {
    if (Words.NEVER_A_NAME.contains(word) || Values.isFile(word)) {
      return false;
    }
    if (HOST_SHAPE.matcher(word).matches()) {
      boolean ticket = TICKET.matcher(line.tokens().get(at).text()).matches();
      return likeKnown(word) || !ticket && (hostPlace(line, at) || listed(line, at, all));
    }
    if (HYPHENATED.matcher(word).matches() && hostWanted(line, at)) {
      return true;
    }
    boolean last = at + 1 == line.size() || !line.tokens().get(at + 1).isWord();
    return line.word(at - 1).equals("on")
        && last
        && WORD.matcher(word).matches()
        && word.length() > 2
        && !word.endsWith("ing")
        && !OrdinaryNames.contains(word)
        && all.stream().anyMatch(m -> m.first().type() == SlotType.SERVICE);
  }

  private static boolean hostPlace(Line line, int at) {
    String before = line.before(at);
    return Words.PLACE_PREPOSITIONS.contains(before)
        || Words.HOST_NOUNS.contains(before)
        || BEFORE_A_HOST.contains(before);
  }

  /** "web-01 and web-99": what stands beside a host is one. */
  private static boolean listed(Line line, int at, List<Mention> all) {
    boolean joined = AND.contains(line.word(at - 1));
    int start = line.tokens().get(at).start();
    return joined
        && all.stream()
            .anyMatch(
                m -> m.first().type() == SlotType.HOST && m.end() < start && start - m.end() < 8);
  }

  /** Whether a name with another number exists. */
  private boolean likeKnown(String word) {
    return resolver.opensLike(SlotType.HOST, word);
  }

  /**
   * Names that look like hosts, wherever they stand: "hdd usage ftp-3". Only for a request that
   * takes a host and names no other.
   */
  static List<Entity> looselyNamedHosts(EntityResolver resolver, Line line, int end) {
    return line.tokens().stream()
        .filter(token -> token.end() <= end)
        .filter(token -> NUMBERED.matcher(token.lower()).matches())
        .filter(token -> shouted(line) || !TICKET.matcher(token.text()).matches())
        .filter(token -> !NO_HOSTS.contains(token.lower().replaceAll("-.*", "")))
        .map(token -> unknown(resolver, SlotType.HOST, token))
        .toList();
  }

  /** In capitals throughout, a host looks like a ticket. */
  private static boolean shouted(Line line) {
    return line.text().chars().noneMatch(Character::isLowerCase);
  }

  private void addService(Line line, int at, List<Mention> all, @Nullable Mention[] owners) {
    var token = line.tokens().get(at);
    String word = token.lower();
    boolean name =
        WORD.matcher(word).matches() && word.length() > 1 && !Words.NEVER_A_NAME.contains(word);
    if (name && owners[at] == null && isService(line, at, owners)) {
      all.add(Mention.of(unknown(SlotType.SERVICE, token, all)));
    }
  }

  private static boolean isService(Line line, int at, @Nullable Mention[] owners) {
    if (OfLogs.service(line, at)) {
      return true;
    }
    if (Words.SERVICE_NOUNS.contains(line.word(at + 1))) {
      return Words.SERVICE_VERBS.contains(line.before(at))
          || (line.word(at - 1).equals("the") && !OrdinaryNames.contains(line.word(at)));
    }
    if (OrdinaryNames.contains(line.word(at))) {
      return false;
    }
    boolean asked =
        line.before(at).equals("is")
            && line.wordIn(at + 1, Words.STATES)
            && !NO_SERVICES.contains(line.word(at));
    return (asked || Words.SERVICE_VERBS.contains(line.before(at)))
        && hostFollows(line, asked ? at + 2 : at + 1, owners);
  }

  /** "… on web-01", which says that what stands before it is there. */
  private static boolean hostFollows(Line line, int at, @Nullable Mention[] owners) {
    int place = line.wordIn(at, Words.PLACE_PREPOSITIONS) ? at + 1 : -1;
    while (place > 0 && Words.DETERMINERS.contains(line.word(place))) {
      place++;
    }
    var owner = place > 0 && place < line.size() ? owners[place] : null;
    return owner != null
        && owner.start() == line.tokens().get(place).start()
        && owner.as(SlotType.HOST).isPresent();
  }

  /** Near names are looked for only a few times a message. */
  private Entity unknown(SlotType type, Token token, List<Mention> all) {
    long before =
        all.stream()
            .flatMap(mention -> mention.readings().stream())
            .filter(entity -> entity.values().stream().anyMatch(value -> !value.known()))
            .limit(MOST_WITH_NEAR_NAMES)
            .count();
    return before < MOST_WITH_NEAR_NAMES
        ? unknown(resolver, type, token)
        : offering(type, token, List.of());
  }

  static Entity unknown(EntityResolver resolver, SlotType type, Token token) {
    return offering(type, token, resolver.near(type, token.text()));
  }

  private static Entity offering(SlotType type, Token token, List<String> near) {
    return new Entity(
        type,
        null,
        token.text(),
        token.start(),
        token.end(),
        List.of(SlotValue.unknown(token.text())),
        near);
  }
}
