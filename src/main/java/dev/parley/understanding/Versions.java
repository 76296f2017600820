package dev.parley.understanding;

import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Finds which version a request means: 1.4.2, v12, 2.4.1-rc1, 2024.11.3, a revision, a tag, "build
 * 812", "the latest", also without the word "version".
 */
final class Versions {
  private static final String SUFFIX = "(?:[-+._]?[a-z][a-z0-9]*(?:[-+._]?[a-z0-9]+)*)?";

  /** What is a version wherever it stands. */
  static final Pattern CLEAR =
      Pattern.compile("v\\d+(?:\\.\\d+){0,3}" + SUFFIX + "|\\d+\\.\\d+\\.\\d+" + SUFFIX);

  /** A git revision: hexadecimal, with a digit and a letter. */
  static final Pattern REVISION = Pattern.compile("(?=.*\\d)(?=.*[a-f])[0-9a-f]{7,40}");

  private static final Pattern DOTTED =
      Pattern.compile(
          "\\d+(?:\\.\\d+){1,3}" + SUFFIX + "|\\d+[-+.](?:rc|beta|alpha|snapshot|pre|hotfix)\\w*");
  private static final Pattern TAG =
      Pattern.compile(
          "(?:release|rel|rc|build|tag|hotfix|ver|version|rev|beta|alpha|milestone|sprint|r|b)[-_.]?v?\\d+(?:[-_.][a-z0-9]+)*");
  private static final Pattern NUMBERED_NAME =
      Pattern.compile("[a-z][a-z0-9]*[-_][a-z0-9._-]*\\d[a-z0-9._-]*");

  private static final Pattern NUMBER = Pattern.compile("#?\\d{1,12}");
  private static final Pattern NOUN =
      Pattern.compile(
          "versions?|v|ver|release|releases|tag|tagged|build|rev|revision|commit|sha|hash|artifact|image");
  private static final Pattern JOIN =
      Pattern.compile("is|:|=|number|no|nr|id|#|of|named|called|at");
  private static final Set<String> LATEST = Set.of("latest", "newest");
  private static final Set<String> MOVING =
      Set.of("stable", "nightly", "edge", "canary", "snapshot");
  private static final Pattern LINE_OF_WORK = Pattern.compile("main|master|trunk|head|develop");
  private static final Pattern TURNED_FROM = Pattern.compile("from|than|not|replacing|replaces");

  /** How surely something is a version. */
  private enum Strength {
    ALONE,
    WORD,
    FORM,
    NAMED
  }

  private record Candidate(Entity entity, int at, Strength strength) {}

  private final Wording words;

  private Versions(Wording words) {
    this.words = words;
  }

  /** The versions that a request names, the surest kind of them. */
  static List<Entity> in(Wording words) {
    return new Versions(words).surest();
  }

  private List<Entity> surest() {
    var all = new ArrayList<Candidate>();
    for (int at = 0; at < words.size(); at++) {
      if (words.free(at)) {
        candidate(at).ifPresent(all::add);
      }
    }
    var best = all.stream().map(Candidate::strength).max(Enum::compareTo);
    var sure = all.stream().filter(c -> best.filter(b -> b == c.strength()).isPresent()).toList();
    var meant = sure.stream().filter(c -> !turnedFrom(c.at())).toList();
    return (meant.isEmpty() ? sure : meant).stream().map(Candidate::entity).toList();
  }

  /** "from 1.4.1 to 1.4.2" means the second. */
  private boolean turnedFrom(int at) {
    int before = words.before(at);
    while (NOUN.matcher(words.word(before)).matches()) {
      before = words.before(before);
    }
    return TURNED_FROM.matcher(words.word(before)).matches()
        || words.word(before).equals("of") && words.word(before - 1).equals("instead");
  }

  private Optional<Candidate> candidate(int at) {
    String word = words.word(at);
    if (named(at) && (NUMBER.matcher(word).matches() || word.matches("#?[a-z0-9].*\\d.*"))) {
      int start = words.token(at).start() + (word.startsWith("#") ? 1 : 0);
      return of(at, new Span(start, words.token(at).end()), Strength.NAMED);
    }
    var spelt = named(at) ? NumberWords.at(words.line(), at) : Optional.<NumberWords.Number>empty();
    if (spelt.isPresent()) {
      return words
          .value(SlotType.VERSION, words.span(at, at + spelt.get().words()), spelt.get().digits())
          .map(entity -> new Candidate(entity, at, Strength.NAMED));
    }
    return strength(at, word)
        .flatMap(
            strength -> of(at, new Span(words.token(at).start(), words.token(at).end()), strength));
  }

  private Optional<Candidate> of(int at, Span span, Strength strength) {
    return words.value(SlotType.VERSION, span).map(e -> new Candidate(e, at, strength));
  }

  private Optional<Strength> strength(int at, String word) {
    boolean numberedName = words.word(at + 1).equals("of") && NUMBERED_NAME.matcher(word).matches();
    if (clear(word)
        || numberedName
        || DOTTED.matcher(word).matches() && !address(word) && !amount(at)
        || TAG.matcher(word).matches()) {
      return Optional.of(Strength.FORM);
    }
    if (LATEST.contains(word) || MOVING.contains(word) && noun(at + 1)) {
      return Optional.of(Strength.WORD);
    }
    boolean number =
        NUMBER.matcher(word).matches()
            && !words.word(at - 1).matches("at|in|around|by|before|after")
            && !amount(at);
    boolean line = LINE_OF_WORK.matcher(word).matches() && at > 0;
    return number || line ? Optional.of(Strength.ALONE) : Optional.empty();
  }

  /** Whether a word is a version wherever it stands. */
  static boolean clear(String word) {
    return CLEAR.matcher(word).matches() && !address(word) || REVISION.matcher(word).matches();
  }

  private static boolean address(String word) {
    return SlotForms.canonical(SlotType.IP, word).isPresent();
  }

  private boolean amount(int at) {
    return NumberRoles.unit(words.word(at + 1));
  }

  private boolean noun(int at) {
    return NOUN.matcher(words.word(at)).matches();
  }

  /** Whether "version" or the like stands before a word. */
  private boolean named(int at) {
    int before = at - 1;
    while (JOIN.matcher(words.word(before)).matches()) {
      before--;
    }
    return noun(before);
  }
}
