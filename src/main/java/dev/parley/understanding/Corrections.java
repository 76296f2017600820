package dev.parley.understanding;

import dev.parley.understanding.DialogueActs.Act;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises that a message replaces something said before: "no, web-02", "i meant db-01". */
final class Corrections {
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:(?:no+|nope|nah|not that(?: one)?|sorry|apologies|oops|whoops|ugh|argh|wait|hold on|hang on|hmm+|ah|oh|er+|um+|uh|well|actually"
              + "|correction|my bad|my mistake|typo|wrong (?:host|one|service|server|box|machine|team|app|application|environment|env|database|db|cache|job|ticket|incident|alert|customer|person|version|number|severity|day|time|domain|address|port)|scratch that|strike that|or rather|rather"
              + "|i(?:'m| am)? (?:meant|mean|said|wanted|was thinking(?: of)?|sorry)|that was a typo|make (?:that|it)|(?:do|run|put|have) (?:it|that|this)|(?:it |that )?should (?:be|have been|read)"
              + "|(?:change|set|correct|switch|update) (?:it|that|this|the \\w+) to|change to|switch to|let'?s (?:do|use|make (?:it|that)|take)"
              + "|use|take|try|better|instead|please|no no|the \\w+ (?:is|should be))\\b[\\s,.:;!-]*)+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN_NO =
      Pattern.compile(
          "^(?:no+|nope|nah|sorry|oops|whoops|correction|wrong|typo|my bad|my mistake|i meant|i mean|make that|make it)\\b.*",
          Pattern.DOTALL);
  private static final Set<String> AROUND = Words.of("AROUND_A_CORRECTION");

  private Corrections() {}

  /** Whether a message that names something is a correction. */
  static boolean is(
      String text, List<Mention> mentions, boolean rejects, Act act, Expectation expectation) {
    if (expectation.confirming()
        && act.act() == DialogueAct.INFORM
        && onlyNames(text, 0, mentions)) {
      return true;
    }
    var opening = OPENING.matcher(text);
    int from = opening.find() ? opening.end() : 0;
    boolean announced =
        from > 0 && !opening.group().strip().toLowerCase(Locale.ROOT).equals("please");
    boolean instead = text.toLowerCase(Locale.ROOT).contains("instead");
    if (!announced && !rejects && !(instead && expectation.pending() != null)) {
      return false;
    }
    boolean onlyNames = onlyNames(text, from, mentions);
    boolean contradicts = contradicts(text);
    return onlyNames || (contradicts && expectation.pending() != null && !rejects);
  }

  /** Whether a text says that something before it was wrong. */
  static boolean contradicts(String text) {
    return PLAIN_NO.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /** Where a text goes on after the words that announce a correction; 0 when there are none. */
  static int opening(String text) {
    var opening = OPENING.matcher(text);
    return opening.find() ? opening.end() : 0;
  }

  /** Whether nothing stands around the names but small words. */
  static boolean onlyNames(String text, int from, List<Mention> mentions) {
    return Tokens.of(text).stream()
        .filter(t -> t.start() >= from && t.isWord())
        .filter(t -> mentions.stream().noneMatch(m -> m.overlaps(t.start(), t.end())))
        .allMatch(t -> AROUND.contains(t.lower()));
  }
}
