package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where names of each kind stand: a team before "on call", a cache after "flush", an environment
 * after "to". There an ordinary word is a name, and a word that names nothing is one that does not
 * exist.
 */
final class NamePlaces {
  /** The kinds that are recognised by such places. */
  static final Set<SlotType> TYPES =
      EnumSet.of(
          SlotType.APPLICATION,
          SlotType.ENVIRONMENT,
          SlotType.TEAM,
          SlotType.DATABASE,
          SlotType.CACHE,
          SlotType.JOB,
          SlotType.QUERY,
          SlotType.SEVERITY);

  private static final Map<SlotType, Set<String>> NOUNS = new EnumMap<>(SlotType.class);
  private static final Map<SlotType, Set<String>> VERBS = new EnumMap<>(SlotType.class);
  private static final Set<String> PARTICLES =
      Set.of("up", "off", "out", "back", "down", "over", "again");
  private static final Set<String> ENVIRONMENT_PREPOSITIONS =
      Set.of("in", "to", "into", "onto", "on", "from", "for", "within", "inside", "towards", "@");
  private static final Set<String> AFTER_A_NAME = Words.of("AFTER_A_NAME");

  static {
    for (var type : TYPES) {
      String label = type.name();
      NOUNS.put(type, Words.of("NOUNS_OF_" + label));
      VERBS.put(type, Words.of("VERBS_OF_" + label));
    }
  }

  private NamePlaces() {}

  /** Whether some words stand where a name of a kind does. */
  static boolean names(Line line, int start, int count, SlotType type) {
    if (!TYPES.contains(type)) {
      return false;
    }
    return contrasted(line, start)
        || besideNoun(line, start, count, type)
        || afterVerb(line, start, type)
        || type == SlotType.ENVIRONMENT && environment(line, start, count)
        || type == SlotType.TEAM && onCall(line, start, count);
  }

  /** "staging, not production", "dev instead of staging"; not "is not live". */
  private static boolean contrasted(Line line, int start) {
    String before = line.before(start);
    return before.equals("than")
        || before.equals("not") && !line.word(start - 2).matches("is|are|was|be|it's|go|gone|yet")
        || before.equals("of") && line.word(start - 2).equals("instead");
  }

  static boolean noun(SlotType type, String word) {
    return NOUNS.getOrDefault(type, Set.of()).contains(word);
  }

  /** "the sessions cache", "team payments". */
  static boolean besideNoun(Line line, int start, int count, SlotType type) {
    return noun(type, line.word(start + count)) || noun(type, line.word(start - 1));
  }

  /** Whether a word is the object of a verb that takes a thing of a kind: "back up the orders". */
  static boolean afterVerb(Line line, int start, SlotType type) {
    int verb = start - 1;
    while (Words.DETERMINERS.contains(line.word(verb))) {
      verb--;
    }
    if (PARTICLES.contains(line.word(verb))
        && !VERBS.getOrDefault(type, Set.of()).contains(line.word(verb))) {
      verb--;
    }
    return VERBS.getOrDefault(type, Set.of()).contains(line.word(verb));
  }

  /** "to live", "in the stage", "in live please". */
  static boolean environment(Line line, int start, int count) {
    return ENVIRONMENT_PREPOSITIONS.contains(line.before(start)) && ends(line.word(start + count));
  }

  /** Whether a name may stand before this word. */
  private static boolean ends(String next) {
    return next.isEmpty()
        || AFTER_A_NAME.contains(next)
        || !Character.isLetterOrDigit(next.codePointAt(0));
  }

  /** "payments on-call", "who is on call for payments". */
  static boolean onCall(Line line, int start, int count) {
    boolean before = line.word(start + count).equals("on") && call(line.word(start + count + 1));
    int at = start - 1;
    while (Words.DETERMINERS.contains(line.word(at))) {
      at--;
    }
    boolean after =
        line.word(at).matches("for|from|in|at|of|on")
            && (line.word(at - 1).matches("on-?call|duty|pager")
                || call(line.word(at - 1)) && line.word(at - 2).equals("on"));
    return before || after;
  }

  private static boolean call(String word) {
    return word.matches("call|duty");
  }
}
