package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds names of what exists, the longest first, where the words around allow it. */
final class KnownNames {
  private static final Set<String> GROUP_STARTS = Words.of("OPENINGS_OF_GROUPS");

  /** Of those, the words that stand nowhere else in it. */
  private static final Set<String> ONLY_OPENS = Words.of("ONLY_OPENING_GROUPS");

  /** Before the name of a group: not all of it. */
  private static final Set<String> OTHER = Words.of("NOT_ALL_OF_A_GROUP");

  /** "everything but db-01". */
  private static final Set<String> EXCEPT =
      Set.of("except", "but", "excluding", "besides", "save", "minus", "bar", "apart", "other");

  private static final Set<String> BE = Set.of("is", "are", "was");
  private static final Set<String> AND = Set.of("and", "or", ",", "/", "&");
  private static final Set<String> RANGE = Set.of("to", "through", "thru", "until");
  private static final Set<String> AFTER_A_GROUP =
      Set.of(
          "",
          "and",
          "or",
          "please",
          "pls",
          "now",
          "right",
          "then",
          "too",
          "asap",
          "immediately",
          "instead",
          "thanks",
          "i",
          "except",
          "excepting",
          "excluding",
          "but",
          "without",
          "minus",
          "besides",
          "apart",
          "other",
          "not",
          "at",
          "tonight",
          "tomorrow",
          "for",
          "every");
  private static final Pattern IN_GROUP =
      Pattern.compile("^.* (?:in|of) (?:the )?(?=\\S)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern SHORT_NUMBERS = Pattern.compile("\\d{1,4}(?:/\\d{1,4})*");
  private static final Pattern NUMBERED = Pattern.compile("([A-Za-z][A-Za-z_-]*?)[ _-]?\\d{1,3}");
  private static final Pattern HOST_SHAPE = Pattern.compile("[a-z][a-z._-]*\\d+[a-z0-9._-]*");

  private final EntityResolver resolver;
  private final Set<SlotType> types;
  private final int longestName;

  KnownNames(EntityResolver resolver, Set<SlotType> types) {
    this.resolver = resolver;
    this.types = types;
    this.longestName = resolver.vocabulary().longestName();
  }

  /** The longest name that begins at a word. */
  Optional<Mention> at(Line line, int start) {
    if (Words.DETERMINERS.contains(line.word(start)) || !line.tokens().get(start).isWord()) {
      return Optional.empty();
    }
    for (int count = words(line, start); count > 0; count--) {
      var mention = mention(line, start, count);
      if (mention.isPresent()) {
        return mention;
      }
    }
    return near(line, start);
  }

  /** How many words from one on can name something: those of a name, of a group or of a range. */
  private int words(Line line, int start) {
    int most = resolver.vocabulary().mostWords();
    boolean opens = GROUP_STARTS.contains(line.word(start));
    int words = 1;
    for (int count = 1; count <= most && start + count <= line.size(); count++) {
      int last = start + count - 1;
      String word = line.word(last);
      if (!line.tokens().get(last).isWord() || count > 1 && ONLY_OPENS.contains(word)) {
        break;
      }
      boolean closes =
          Words.HOST_NOUNS.contains(word)
              || word.equals("ones")
              || RANGE.contains(line.word(last - 1))
              || RANGE.contains(line.word(last - 2))
              || word.indexOf('-') > 0;
      words = opens || closes || count <= longestName ? count : words;
    }
    return words;
  }

  private Optional<Mention> mention(Line line, int start, int count) {
    String phrase = line.phrase(start, count);
    var matches =
        lookup(line, start, count, phrase).stream()
            .filter(m -> types.contains(m.type()) && fits(line, start, count, m))
            .sorted(Comparator.comparing(m -> m.type() != line.asked()))
            .toList();
    return matches.isEmpty() ? Optional.empty() : Optional.of(mention(line, start, count, matches));
  }

  /** Only a few phrases can be groups or ranges; all others are names, or nothing. */
  private List<NamedMatch> lookup(Line line, int start, int count, String phrase) {
    var exact =
        count > longestName
            ? null
            : resolver
                .vocabulary()
                .forms()
                .get(count == 1 ? line.word(start) : phrase.toLowerCase(Locale.ROOT));
    if (exact != null) {
      return exact;
    }
    if (count == 1
        && line.word(start).equals("all")
        && EXCEPT.contains(line.word(start + 1))
        && excepts(line, start + 1)) {
      return resolver.lookup("everything");
    }
    boolean several =
        count == 1
            && (phrase.indexOf('[') > 0
                || phrase.indexOf('{') > 0
                || phrase.indexOf('.') > 0
                || phrase.indexOf('-') > 0);
    for (int i = start; i < start + count && !several; i++) {
      String word = line.word(i);
      several =
          GROUP_STARTS.contains(word)
              || Words.HOST_NOUNS.contains(word)
              || word.equals("ones")
              || i > start && RANGE.contains(word)
              || i > start && word.indexOf('-') > 0 && Character.isDigit(word.charAt(0));
    }
    return several ? resolver.lookup(phrase) : List.of();
  }

  private static Mention mention(Line line, int start, int count, List<NamedMatch> matches) {
    int from = line.tokens().get(start).start();
    int to = line.tokens().get(start + count - 1).end();
    var inGroup = IN_GROUP.matcher(line.text().substring(from, to));
    int begin = inGroup.find() ? from + inGroup.end() : from;
    String text = line.text().substring(begin, to);
    var readings = new ArrayList<Entity>();
    matches.forEach(match -> readings.add(entity(match, text, begin)));
    return new Mention(begin, to, readings);
  }

  static Entity entity(NamedMatch match, String text, int start) {
    boolean one = match.canonical().size() == 1 && !match.group();
    var values =
        match.ambiguous()
            ? List.<SlotValue>of()
            : match.canonical().stream().map(c -> SlotValue.of(c, one ? text : c)).toList();
    var candidates = match.ambiguous() ? match.canonical() : List.<String>of();
    return new Entity(match.type(), null, text, start, start + text.length(), values, candidates);
  }

  /** Whether the words around allow a phrase to be this name. */
  private boolean fits(Line line, int start, int count, NamedMatch match) {
    String phrase = line.phrase(start, count).toLowerCase(Locale.ROOT);
    boolean several = match.group() || match.type() == SlotType.GROUP;
    if (several && number(line, start + count).isPresent()) {
      return false;
    }
    if (match.group() && partly(line, start)) {
      return false;
    }
    if (phrase.equals("everything") && EXCEPT.contains(line.word(start + count))) {
      return excepts(line, start + count);
    }
    if ((phrase.equals("everything") || phrase.equals("everywhere"))
        && !ends(line.word(start + count))) {
      return false;
    }
    if (match.type() == line.asked()) {
      return !phrase.equals("everything") || line.size() < 4;
    }
    if (match.type() == SlotType.GROUP || match.group()) {
      return groupFits(line, start, count, phrase);
    }
    boolean ordinary = OrdinaryNames.contains(phrase);
    return !ordinary
        || namedByItsNoun(line, start, count, match.type())
        || NamePlaces.names(line, start, count, match.type());
  }

  /** "the other web hosts", "half the web hosts", "a web host". */
  private static boolean partly(Line line, int start) {
    String before = line.word(start - 1);
    return before.equals("a")
        || before.equals("an")
        || OTHER.contains(before)
        || OTHER.contains(line.before(start));
  }

  /** Whether a host is what is excepted: "everything but db-01". */
  private boolean excepts(Line line, int at) {
    int next = at + 1;
    while (line.word(next).matches("for|than|from|the|not|on")) {
      next++;
    }
    var named = resolver.vocabulary().forms().getOrDefault(line.word(next), List.of());
    return named.stream().anyMatch(match -> match.type() == SlotType.HOST);
  }

  private boolean groupFits(Line line, int start, int count, String phrase) {
    if (phrase.chars().anyMatch(c -> c >= '0' && c <= '9' || c == '[')) {
      return true;
    }
    boolean placed =
        Words.PLACE_PREPOSITIONS.contains(line.before(start))
            || EXCEPT.contains(line.before(start));
    if (phrase.equals("everything")) {
      return placed;
    }
    var words = List.of(phrase.split(" "));
    if (oneServer(line, start + count, words.get(words.size() - 1))) {
      return false;
    }
    if (words.stream().anyMatch(word -> Words.HOST_NOUNS.contains(word) || word.equals("ones"))
        || phrase.equals("everywhere")
        || phrase.endsWith("fleet")
        || phrase.endsWith("estate")) {
      return !words
          .get(0)
          .matches("any|system|systems|hosts?|servers?|box|boxes|machines?|nodes?|instances?");
    }
    if (count == 1 && phrase.chars().anyMatch(c -> "-_.".indexOf(c) >= 0)) {
      return true;
    }
    if (phrase.equals("all") || phrase.startsWith("everything in ")) {
      return true;
    }
    return (placed || line.word(start - 1).matches("group|tier")) && ends(line.word(start + count));
  }

  /** "the web server on web-01" is a service there, not each host of the group web. */
  private boolean oneServer(Line line, int next, String noun) {
    var named = resolver.vocabulary().forms().getOrDefault(line.word(next), List.of());
    return noun.equals("server")
        && (named.stream().anyMatch(match -> match.type() == SlotType.SERVICE)
            || Words.PLACE_PREPOSITIONS.contains(line.word(next))
            || Words.STATES.contains(line.word(next)) && !line.word(next).equals("up"));
  }

  /** Whether a group's name may stand before this word. */
  private static boolean ends(String next) {
    return AFTER_A_GROUP.contains(next) || !Character.isLetterOrDigit(next.charAt(0));
  }

  private static boolean namedByItsNoun(Line line, int start, int count, SlotType type) {
    String noun = type.label();
    return line.word(start + count).startsWith(noun)
        || line.word(start - 1).equals(noun)
        || (type == SlotType.SERVICE
            && (Words.SERVICE_NOUNS.contains(line.word(start + count))
                || Words.SERVICE_VERBS.contains(line.before(start))));
  }

  /** A name that is nearly spelt right, where a name of its kind is expected. */
  private Optional<Mention> near(Line line, int start) {
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
    return types.contains(SlotType.SERVICE) && servicePlace(line, start)
        ? near(SlotType.SERVICE, line, start, 1)
        : Optional.empty();
  }

  /** "web 3", and "web three" where a host was asked for. */
  private static Optional<String> number(Line line, int at) {
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
        .map(match -> Mention.of(entity(match, phrase, line.tokens().get(start).start())));
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
  Optional<Mention> furtherNumber(Line line, int at, Optional<Mention> host) {
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
    return Optional.of(Mention.of(entity(match, token.text(), token.start())));
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
