package dev.parley.understanding;

import dev.parley.understanding.Link.Pointer;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the words of a message that stand for something named before. */
final class Pointers {
  private static final Set<String> IT = Words.of("IT");
  private static final Set<String> THEM = Words.of("THEM");
  private static final Set<String> SAYS_NOTHING_OF_IT = Words.of("AFTER_EMPTY_IT");
  private static final Set<String> AFTER_POINTING = Words.of("AFTER_POINTING_THAT");
  private static final Set<String> THING_NOUNS = Words.of("THING_NOUNS");
  private static final Set<String> MEANS_THE_SAME = Set.of("that", "this", "same", "said");
  private static final Set<String> ASKS = Set.of("is", "does", "did", "was", "has", "will", "can");

  /** "And the uptime?": of the same. */
  private static final Pattern ELLIPSIS =
      Pattern.compile(
          "(?i)^(?:and|what about|how about|and what about|also)\\s+(?:the|now the|its)\\b"
              + "|\\s(?:too|as well)[\\s.?!]*$");

  private Pointers() {}

  static Set<Pointer> in(Line line) {
    var found = EnumSet.noneOf(Pointer.class);
    for (int i = 0; i < line.size(); i++) {
      var pointer = at(line, i);
      if (pointer != null) {
        found.add(pointer);
      }
    }
    if (found.isEmpty() && ELLIPSIS.matcher(line.text()).find()) {
      found.add(Pointer.IT);
    }
    return found;
  }

  private static @Nullable Pointer at(Line line, int at) {
    String word = line.word(at);
    if (MEANS_THE_SAME.contains(word) && line.wordIn(at + 1, Words.HOST_NOUNS)) {
      return Pointer.THAT_HOST;
    }
    if (MEANS_THE_SAME.contains(word) && line.wordIn(at + 1, Words.SERVICE_NOUNS)) {
      return Pointer.THAT_SERVICE;
    }
    if (MEANS_THE_SAME.contains(word) && line.wordIn(at + 1, THING_NOUNS)) {
      return Pointer.IT;
    }
    if (word.equals("there") && !line.wordIn(at + 1, ASKS) && !ASKS.contains(line.word(at - 1))) {
      return Pointer.THERE;
    }
    if (word.equals("other") && line.word(at - 1).equals("the")) {
      return Pointer.OTHER;
    }
    if (THEM.contains(word)) {
      return Pointer.THEM;
    }
    boolean it = IT.contains(word) && !empty(line, at);
    boolean that =
        (word.equals("that") || word.equals("this"))
            && at > 0
            && (at + 1 == line.size()
                || !line.tokens().get(at + 1).isWord()
                || line.wordIn(at + 1, AFTER_POINTING));
    return it || that ? Pointer.IT : null;
  }

  /** "it's slow": what is said of it asks nothing; "is it slow" does. */
  private static boolean empty(Line line, int at) {
    return line.word(at).equals("it")
        && !ASKS.contains(line.word(at - 1))
        && line.wordIn(at + 1, SAYS_NOTHING_OF_IT);
  }
}
