package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final Set<String> RANGE = Set.of("to", "through", "thru", "until");
  private static final Pattern IN_GROUP =
      Pattern.compile("^.* (?:in|of) (?:the )?(?=\\S)", Pattern.CASE_INSENSITIVE);
  private final EntityResolver resolver;
  private final Set<SlotType> types;
  private final int longestName;
  private final NameFit fit;
  private final NearSpellings near;

  KnownNames(EntityResolver resolver, Set<SlotType> types) {
    this.resolver = resolver;
    this.types = types;
    this.longestName = resolver.vocabulary().longestName();
    this.fit = new NameFit(resolver);
    this.near = new NearSpellings(resolver, types);
  }

  /** The longest name that begins at a word. */
  Optional<Mention> at(Line line, int start) {
    if (Words.DETERMINERS.contains(line.word(start))
        || Words.PLACE_PREPOSITIONS.contains(line.word(start))
        || !line.tokens().get(start).isWord()) {
      return Optional.empty();
    }
    for (int count = words(line, start); count > 0; count--) {
      var mention = mention(line, start, count);
      if (mention.isPresent()) {
        return mention;
      }
    }
    return near.at(line, start);
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
            .filter(m -> types.contains(m.type()) && fit.allows(line, start, count, m))
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
    if (count == 1 && line.word(start).equals("all") && fit.excepts(line, start + 1)) {
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

  /** See {@link NearSpellings#further}. */
  Optional<Mention> furtherNumber(Line line, int at, Optional<Mention> host) {
    return near.further(line, at, host);
  }
}
