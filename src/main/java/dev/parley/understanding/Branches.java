package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds which branch a build is of: "branch hotfix", "from main", feature/login. */
final class Branches {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][\\w./#@+-]*");
  private static final Pattern SLASHED =
      Pattern.compile("[A-Za-z][\\w-]*/[A-Za-z0-9][\\w./#+-]*|[A-Za-z]{2,10}-\\d+(?:[-_]\\w+)+");
  private static final Set<String> USUAL =
      Set.of("main", "master", "develop", "trunk", "devel", "dev", "mainline", "next");
  private static final Set<String> LEADING =
      Set.of("from", "on", "off", "against", "with", "using");
  private static final Set<String> JOIN = Set.of("is", ":", "=", "called", "named", "to", "of");
  private static final Set<String> NEVER = Words.of("NEVER_A_CLOSED_NAME");

  private Branches() {}

  static List<Entity> in(Wording words) {
    var ways = List.<Way>of(Branches::named, Branches::slashed, Branches::led, Branches::usual);
    for (var way : ways) {
      var found =
          IntStream.range(0, words.size())
              .filter(words::free)
              .mapToObj(at -> way.at(words, at))
              .flatMap(Optional::stream)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private interface Way {
    Optional<Entity> at(Wording words, int at);
  }

  /** "branch hotfix", "the release branch". */
  private static Optional<Entity> named(Wording words, int at) {
    boolean before =
        words.word(at + 1).equals("branch")
            && !determiner(words.word(at))
            && !words.word(at).matches("build|rebuild|builds")
            && !Words.REQUEST_VERBS.contains(words.word(at));
    int noun = at - 1;
    while (JOIN.contains(words.word(noun))) {
      noun--;
    }
    boolean after =
        words.word(noun).equals("branch")
            && !LEADING.contains(words.word(at))
            && !JOIN.contains(words.word(at))
            && !Words.NEVER_A_NAME.contains(words.word(at));
    return before || after ? chunk(words, at) : Optional.empty();
  }

  private static boolean determiner(String word) {
    return Words.DETERMINERS.contains(word) || Words.NEVER_A_NAME.contains(word);
  }

  /** A branch that looks like one wherever it stands: feature/login. */
  static Optional<Entity> slashed(Wording words, int at) {
    boolean whole = at == 0 || words.token(at - 1).end() < words.token(at).start();
    return whole && SLASHED.matcher(words.text(words.chunk(at))).matches()
        ? chunk(words, at)
        : Optional.empty();
  }

  private static Optional<Entity> led(Wording words, int at) {
    String word = words.word(at);
    int lead = words.before(at);
    boolean led =
        LEADING.contains(words.word(lead))
            && !(words.word(lead).equals("off")
                && words.word(lead - 1).matches("kick|set|fire|kicking"));
    boolean name =
        NAME.matcher(word).matches()
            && (!Words.NEVER_A_NAME.contains(word) || USUAL.contains(word))
            && (!NEVER.contains(word) || word.matches("release|stable"))
            && NumberWords.at(words.line(), at).isEmpty()
            && !NamePlaces.noun(SlotType.JOB, word);
    return led && name ? chunk(words, at) : Optional.empty();
  }

  private static Optional<Entity> usual(Wording words, int at) {
    return at > 0 && USUAL.contains(words.word(at)) ? chunk(words, at) : Optional.empty();
  }

  private static Optional<Entity> chunk(Wording words, int at) {
    return words.value(SlotType.BRANCH, words.chunk(at));
  }
}
