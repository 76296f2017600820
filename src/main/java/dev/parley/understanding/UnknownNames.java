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

/**
 * Finds names of things that do not exist, where only a name can stand: "restart apache on web-99",
 * "restart flurbd on web-01". They are refused with near names, instead of being overlooked.
 */
final class UnknownNames {
  private static final Pattern HOST_SHAPE =
      Pattern.compile(
          "[a-z][a-z]*(?:[-_.][a-z]+)*[-_]?\\d+(?:[-_.][a-z0-9]+)*|[a-z][\\w-]*(?:\\.[a-z][\\w-]*)+");
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
    if (types.contains(SlotType.HOST)) {
      for (int i = 0; i < line.size(); i++) {
        addHost(line, i, all);
      }
    }
    if (types.contains(SlotType.SERVICE)) {
      for (int i = 0; i < line.size(); i++) {
        addService(line, i, all);
      }
    }
    all.sort(Comparator.comparingInt(Mention::start));
    return all;
  }

  private void addHost(Line line, int at, List<Mention> all) {
    var token = line.tokens().get(at);
    String word = token.lower();
    var taken = all.stream().filter(m -> m.overlaps(token.start(), token.end())).findFirst();
    boolean other = taken.isPresent() && !MAYBE_HOSTS.contains(taken.get().first().type());
    if (other || !ADDRESS.matcher(word).matches() && !isHost(line, at, word, all)) {
      return;
    }
    var host = unknown(SlotType.HOST, token);
    if (taken.isEmpty()) {
      all.add(Mention.of(host));
    } else if (taken.get().as(SlotType.HOST).isEmpty()) {
      var readings = new ArrayList<>(taken.get().readings());
      readings.add(hostWanted(line, at) ? 0 : readings.size(), host);
      all.set(all.indexOf(taken.get()), new Mention(token.start(), token.end(), readings));
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
    String letters = word.replaceAll("\\d.*$", "");
    return letters.length() > 1
        && resolver.near(SlotType.HOST, word).stream()
            .anyMatch(
                near ->
                    near.toLowerCase(java.util.Locale.ROOT)
                        .matches(Pattern.quote(letters) + "\\d.*"));
  }

  /**
   * Names that look like hosts, wherever they stand: "hdd usage ftp-3". Only for a request that
   * takes a host and names no other.
   */
  static List<Entity> looselyNamedHosts(EntityResolver resolver, Line line, int end) {
    return line.tokens().stream()
        .filter(token -> token.end() <= end)
        .filter(token -> NUMBERED.matcher(token.lower()).matches())
        .filter(token -> !TICKET.matcher(token.text()).matches())
        .filter(token -> !NO_HOSTS.contains(token.lower().replaceAll("-.*", "")))
        .map(token -> unknown(resolver, SlotType.HOST, token))
        .toList();
  }

  private void addService(Line line, int at, List<Mention> all) {
    var token = line.tokens().get(at);
    String word = token.lower();
    boolean name =
        WORD.matcher(word).matches() && word.length() > 1 && !Words.NEVER_A_NAME.contains(word);
    if (name && free(token, all) && isService(line, at, all)) {
      all.add(Mention.of(unknown(SlotType.SERVICE, token)));
    }
  }

  private static boolean isService(Line line, int at, List<Mention> all) {
    if (OfLogs.service(line, at)) {
      return true;
    }
    if (Words.SERVICE_NOUNS.contains(line.word(at + 1))) {
      return Words.SERVICE_VERBS.contains(line.before(at))
          || (line.word(at - 1).equals("the") && !OrdinaryNames.contains(line.word(at)));
    }
    if (!Words.SERVICE_VERBS.contains(line.before(at)) || OrdinaryNames.contains(line.word(at))) {
      return false;
    }
    int place = line.wordIn(at + 1, Words.PLACE_PREPOSITIONS) ? at + 2 : -1;
    while (place > 0 && Words.DETERMINERS.contains(line.word(place))) {
      place++;
    }
    int start = place > 0 && place < line.size() ? line.tokens().get(place).start() : -1;
    return all.stream().anyMatch(m -> m.start() == start && m.as(SlotType.HOST).isPresent());
  }

  private static boolean free(Token token, List<Mention> all) {
    return all.stream().noneMatch(m -> m.overlaps(token.start(), token.end()));
  }

  private Entity unknown(SlotType type, Token token) {
    return unknown(resolver, type, token);
  }

  private static Entity unknown(EntityResolver resolver, SlotType type, Token token) {
    return new Entity(
        type,
        null,
        token.text(),
        token.start(),
        token.end(),
        List.of(SlotValue.unknown(token.text())),
        resolver.near(type, token.text()));
  }
}
