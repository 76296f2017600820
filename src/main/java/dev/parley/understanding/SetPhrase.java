package dev.parley.understanding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is said in one of a few set forms, because it must not depend on how well a sentence is
 * understood.
 *
 * @param rest what stands beside the form: a request, a reason, or a place; may be empty
 */
public record SetPhrase(Kind kind, String rest) {
  /** The forms. */
  public enum Kind {
    /** "what would that do?": about what stands, or was asked for last. */
    WHAT_IF,
    /** "dry run restart apache on web-01": a request that is only to be shown. */
    DRY_RUN,
    /** "override: the fix for INC-1": a reason to go ahead although a freeze holds. */
    OVERRIDE,
    /** "continue what I asked in #ops": to go on here with what was begun elsewhere. */
    CONTINUE
  }

  private static final int LONGEST_REASON = 300;

  private static final Pattern WHAT_IF =
      form(
          "(?:and |so |but |ok,? )?(?:what (?:would|will) (?:that|it|this) (?:actually |exactly )?"
              + "(?:do|run|change)(?: exactly)?|what would happen(?: then)?"
              + "|show me what (?:that|it|this) would do|(?:(?:just )?a )?dry[- ]run"
              + "(?: (?:that|it|this))?(?: (?:please|first))?)\\s*[?.!]*");
  private static final List<Pattern> DRY =
      List.of(
          form("(?:please )?(?:do a )?dry[- ]run(?: of| for)?\\s*[:,]?\\s+(\\S.*)"),
          form("what would happen if (?:i|you|we) (?:were to )?(\\S.*?)\\s*[?]*"),
          form("(\\S.*?)\\s*[,;]?\\s+(?:as a dry[- ]run|\\(dry[- ]run\\))\\s*[.!]*"));
  private static final Pattern CONTINUE =
      form(
          "(?:please )?(?:continue|(?:carry|go) on)(?: here)?(?: with)? what i (?:had )?"
              + "(?:asked(?: you)?(?: for)?|was asking(?: for)?|began|begun|started|was doing)"
              + "(?: (?:over )?(?:in|on|at) (\\S.*?)| elsewhere)?(?: here)?(?:,? please)?\\s*[.!]*");
  private static final Pattern OVERRIDE = form("override\\s*:\\s*(\\S.*)");

  private static Pattern form(String expression) {
    return Pattern.compile("\\s*" + expression + "\\s*", Pattern.CASE_INSENSITIVE);
  }

  /** The form of a message, empty when it has none. */
  public static Optional<SetPhrase> of(String text) {
    if (WHAT_IF.matcher(text).matches()) {
      return Optional.of(new SetPhrase(Kind.WHAT_IF, ""));
    }
    var reason = OVERRIDE.matcher(text);
    if (reason.matches()) {
      return Optional.of(new SetPhrase(Kind.OVERRIDE, printable(reason.group(1))));
    }
    var carried = CONTINUE.matcher(text);
    if (carried.matches()) {
      var place = carried.group(1);
      return Optional.of(new SetPhrase(Kind.CONTINUE, place == null ? "" : printable(place)));
    }
    return DRY.stream()
        .map(pattern -> pattern.matcher(text))
        .filter(matcher -> matcher.matches())
        .map(matcher -> new SetPhrase(Kind.DRY_RUN, matcher.group(1)))
        .findFirst();
  }

  /** It is shown and recorded, so nothing in it may act on a terminal. */
  private static String printable(String reason) {
    var plain = reason.replaceAll("\\p{C}", " ").strip();
    return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "…";
  }
}
