package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The part of a request for a text that asks: "open a sev1 incident", "page payments", "INC-12 can
 * be closed". The text stands after it, else before.
 */
final class RequestHead {
  private static final Set<String> VERBS = Words.of("VERBS_OF_TEXTS");
  private static final Set<String> NOUNS = Words.of("NOUNS_OF_TEXTS");
  private static final Set<String> BETWEEN = Words.of("BEFORE_A_TEXT_NOUN");
  private static final Set<String> AFTER = Words.of("AFTER_A_TEXT_NOUN");
  private static final Pattern PREPOSITION =
      Pattern.compile("in|to|on|for|with|at|of|as|under|into|from");
  private static final Pattern LISTED = Pattern.compile(",|and|&|\\+|\\(|/|-");
  private static final Pattern BEING =
      Pattern.compile("as|is|are|was|were|can|be|should|has|been|to|may|now|it|that");
  private static final Pattern DONE =
      Pattern.compile(
          "resolved?|closed?|fixed|done|over|solved|complete|completed|finished|acknowledged|acked");
  private static final Pattern IDIOM =
      Pattern.compile(
          "(?i)(?:on (?:call|duty)|out of bed|(?:on|to) the (?:phone|line|case)|out of"
              + " (?:this|that|it)|'s (?:on-?call|pager|team))\\b[,:;. ]*");
  private static final Pattern CLOSING =
      Pattern.compile("resolve|close|solve|finish|resolving|closing");

  private final Wording words;
  private final List<Entity> named;

  /**
   * @param named what the request names besides its text
   */
  RequestHead(Wording words, List<Entity> named) {
    this.words = words;
    this.named = named;
  }

  /** Where the request proper begins, or -1. */
  int start() {
    for (int at = 0; at < words.size(); at++) {
      if (verb(at) && !namedAt(at)) {
        int target = target(at + 1);
        boolean pointed =
            named.isEmpty()
                && CLOSING.matcher(words.word(at)).matches()
                && words.word(at + 1).matches("it|that|this");
        if (noun(target) || namedAt(target) || pointed) {
          return at;
        }
      }
    }
    for (int at = 0; at < words.size(); at++) {
      boolean alone =
          at == 0
              || Words.DETERMINERS.contains(words.word(at - 1))
              || !words.token(at - 1).isWord();
      if (namedAt(at) && told(at) || noun(at) && !words.word(at).equals("one") && alone) {
        return at;
      }
    }
    return -1;
  }

  /** Times stand beside a request, but are no part of it that tells where it begins. */
  private boolean told(int at) {
    return named.stream()
        .filter(e -> covers(e, words.token(at).start()))
        .anyMatch(e -> e.type().kind() != SlotType.Kind.TIME);
  }

  int target(int from) {
    int at = from;
    while (BETWEEN.contains(words.word(at)) && !namedAt(at) && !noun(at)) {
      at++;
    }
    return at;
  }

  private boolean verb(int at) {
    return VERBS.contains(words.word(at)) || VERBS.contains(Misspellings.corrected(words.word(at)));
  }

  boolean noun(int at) {
    return NOUNS.contains(words.word(at)) || NOUNS.contains(Misspellings.corrected(words.word(at)));
  }

  int end(int start) {
    boolean verb = verb(start);
    int at = namedAt(start) ? start : target(noun(start) && !verb ? start : start + 1);
    int next = at;
    do {
      at = next;
      next = further(at);
    } while (next > at);
    return at;
  }

  /** Past one more piece of the request proper, or the same index. */
  private int further(int at) {
    if (at >= words.size()) {
      return at;
    }
    if (namedAt(at)) {
      return owned(at) ? at : pastName(at);
    }
    if (words.word(at).matches("a|an|the") && noun(at + 1)) {
      return at + 2;
    }
    var idiom = IDIOM.matcher(words.line().text().substring(words.token(at).start()));
    if (idiom.lookingAt()) {
      return words.line().after(words.token(at).start() + idiom.end());
    }
    boolean pronoun =
        words.word(at).equals("it") && words.word(at + 1).matches("with|:|,|because|as");
    if (pronoun || noun(at) || AFTER.contains(words.word(at))) {
      return at + 1;
    }
    int done = at;
    while (done < at + 4 && BEING.matcher(words.word(done)).matches()) {
      done++;
    }
    if (DONE.matcher(words.word(done)).matches()) {
      return done + 1;
    }
    boolean joins =
        PREPOSITION.matcher(words.word(at)).matches() || LISTED.matcher(words.word(at)).matches();
    int name = at + 1;
    while (joins
        && (TextLeads.label(words.word(name)) || Words.DETERMINERS.contains(words.word(name)))) {
      name++;
    }
    return joins && namedAt(name) && !owned(name) ? pastName(name) : at;
  }

  /** The "yesterday" of "yesterday's payouts" is part of what is told. */
  private boolean owned(int at) {
    return !told(at) && words.word(pastName(at)).startsWith("'");
  }

  boolean namedAt(int at) {
    return at >= 0
        && at < words.size()
        && named.stream().anyMatch(e -> covers(e, words.token(at).start()));
  }

  static boolean covers(Entity entity, int place) {
    return entity.start() <= place && place < entity.end();
  }

  int pastName(int at) {
    int next = at;
    while (namedAt(next)) {
      next++;
    }
    return next;
  }
}
