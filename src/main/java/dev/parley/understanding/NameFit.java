package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the words around a phrase let it be the name of something: "search" is an application in
 * "deploy search", and "web" a group in "on all of web".
 */
final class NameFit {
  /** Before the name of a group: not all of it. */
  private static final Set<String> OTHER = Words.of("NOT_ALL_OF_A_GROUP");

  /** "everything but db-01". */
  private static final Set<String> EXCEPT =
      Set.of("except", "but", "excluding", "besides", "save", "minus", "bar", "apart", "other");

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

  private final EntityResolver resolver;

  NameFit(EntityResolver resolver) {
    this.resolver = resolver;
  }

  /** Whether the words around allow a phrase to be this name. */
  boolean allows(Line line, int start, int count, NamedMatch match) {
    String phrase = line.phrase(start, count).toLowerCase(Locale.ROOT);
    boolean several = match.group() || match.type() == SlotType.GROUP;
    if (several && NearSpellings.number(line, start + count).isPresent()) {
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
  boolean excepts(Line line, int at) {
    if (!EXCEPT.contains(line.word(at))) {
      return false;
    }
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
    int list = listStart(line, start);
    boolean placed =
        Words.PLACE_PREPOSITIONS.contains(line.before(list)) || EXCEPT.contains(line.before(start));
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
    return (placed || line.word(start - 1).matches("group|tier")) && ends(line.word(start + count))
        || excepts(line, start + count);
  }

  /** Where the groups begin that are listed up to one: "in web and cache". */
  private int listStart(Line line, int at) {
    int start = at;
    while (line.word(start - 1).matches("and|or|,|&") && group(line.word(start - 2))) {
      start -= 2;
    }
    return start;
  }

  private boolean group(String word) {
    return resolver.vocabulary().forms().getOrDefault(word, List.of()).stream()
        .anyMatch(match -> match.type() == SlotType.GROUP);
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
}
