package dev.parley.understanding;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said of an action that runs, with words of its own for which: "abort the restart of
 * nginx", "how long has the backup been running".
 */
final class RunTalk {
  private static final Set<String> UNDER_WAY = Words.of("UNDER_WAY");
  private static final String ENDABLE = alternatives(Words.of("ENDABLE"));
  private static final String NOUN = alternatives(UNDER_WAY) + "|backup";

  /** A word of a name; a condition or a time makes it something else. */
  private static final String WORD =
      "(?!(?:" + alternatives(Words.of("NOT_OF_A_RUN")) + ")\\b)[a-z0-9][a-z0-9._:/-]*";

  private static final String WHOSE = "(?:(?:the|that|this|my|our) )";
  private static final String OF =
      "(?: (?:of|on|for|to|from) (?:the )?" + WORD + "(?: (?:and )?" + WORD + ")?){0,3}";
  private static final String POLITE =
      "(?:(?:please|pls|ok|okay|no|hey|hi|oh|and|so|now|can you|could you|would you|tell me|do you know) )*";

  private static final Pattern END =
      Pattern.compile(
          POLITE
              + "(?:stop|abort|cancel|interrupt|terminate|halt|kill) "
              + (WHOSE + "?(?:running |current |ongoing )?(?:" + WORD + " ){0,2}?")
              + ("(?<noun>" + ENDABLE + ")" + OF)
              + "(?: (?:please|now|right now|right away|at once|immediately|thanks))*");

  private static final String RUN = WHOSE + "(?:" + WORD + " ){0,2}?(?:" + NOUN + ")" + OF;
  private static final String SO_FAR = "(?: (?:yet|already|now|by now|so far|today|then))?";
  private static final Pattern PROGRESS =
      Pattern.compile(
          POLITE
              + "(?:"
              + String.join(
                  "|",
                  "how long (?:has|is|does|will) (?:it|that|"
                      + RUN
                      + ") (?:been )?(?:going|taking|take)"
                      + SO_FAR,
                  "(?:how long|since when) (?:has|is) "
                      + RUN
                      + " (?:been )?(?:running|under way|at it)"
                      + SO_FAR,
                  "how(?:s| is| are| far is| far along is)? "
                      + RUN
                      + "(?: (?:going|doing|coming along|progressing|getting on|getting along))?"
                      + SO_FAR,
                  "how did (?:it|that|this|" + RUN + ") (?:go|end|turn out|work out)",
                  "(?:is|was|are) "
                      + RUN
                      + " (?:done|finished|ready|over|complete|completed|through|running|still running|still going|successful|ok|okay)"
                      + SO_FAR,
                  "(?:did|has|have) "
                      + RUN
                      + " (?:finish|finished|work|worked|succeed|succeeded|go through|gone through|complete|completed|run|end|ended|fail|failed|start|started)"
                      + SO_FAR,
                  "(?:is there |are there |whats |what is )?(?:any |the |some )?(?:progress|news|update|updates|status|word)"
                      + " (?:on|of|with|from|about|for) "
                      + RUN)
              + ")");

  private RunTalk() {}

  /** The word for what is to end ("restart"), where a message wants that of what runs. */
  static Optional<String> end(String words) {
    var end = END.matcher(words);
    return end.matches() ? Optional.of(end.group("noun")) : Optional.empty();
  }

  /** Whether a message asks how something goes that runs, or how it went. */
  static boolean asksHow(String words) {
    return PROGRESS.matcher(words).matches();
  }

  private static String alternatives(Set<String> words) {
    return words.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|"));
  }
}
