package dev.parley.understanding;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one request of a message leads over to the next: "and if that works", "once it's done",
 * "after that" all say no more than "then", because nothing begins before what it follows has
 * succeeded. What is to be done when it fails stands apart.
 *
 * @param text the message with "then" for these words, everything else where it stood
 * @param onFailure what it asks for in case of a failure, or null
 */
record Joining(String text, @Nullable String onFailure) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final String WHAT =
      "(?:it|that|this|they|both|those|everything|all(?: of (?:it|that))?|the (?:first|former)(?: one)?)";
  private static final String IS = "(?:'s|'re| is| are| has| have)?";
  private static final String WELL =
      "(?:works?|worked|succeeds?|succeeded|successful|done|finish(?:ed|es)?|complete[ds]?|ok|okay|fine"
          + "|good|well|through|over|up|back|running|healthy|restarted|stopped|started|reloaded|pass(?:ed|es)?)";
  private static final String SUCCEEDED =
      "(?:(?:only )?(?:if|when|once|after|as soon as|assuming|provided)(?: that)? "
          + WHAT
          + IS
          + "(?: (?:been|all|gone|went|goes|comes|came))* "
          + WELL
          + "(?: (?:out|well|ok|okay|fine|again|up|through|successfully|and running|running))*"
          + "|(?:if|once|when) (?:done|finished|complete|completed|successful|ok|so)"
          + "|(?:after|following) (?:that|this|it|which)(?: one)?"
          + "|on success)";
  private static final String SEPARATOR =
      "(?:\\s*[,.;!]+\\s*|\\s+)(?:(?:and|but|then|also)[\\s,]+)*";
  private static final String COURTESY =
      "(?:(?:please|pls|also|then|just|can you|could you|go on and|go ahead and)\\s+)*";
  private static final Pattern THEN =
      Pattern.compile(SEPARATOR + SUCCEEDED + "\\s*,?\\s+(?=" + COURTESY + "(\\p{L}+))", FLAGS);
  private static final Pattern LAST = Pattern.compile("[\\s,]+" + SUCCEEDED + "\\s*[.!]*$", FLAGS);
  private static final Pattern SECOND = Pattern.compile("\\b(?:and|then)\\s+(\\p{L}+)", FLAGS);
  private static final Pattern FAILED =
      Pattern.compile(
          SEPARATOR
              + "(?:(?:if|when|should|in case|unless)(?: that)? "
              + "(?:it|that|this|they|either|anything|the \\p{L}+)"
              + IS
              + " (?:fails?|failed|breaks?|works?|succeeds?|goes wrong|errors?(?: out)?"
              + "|(?:do(?:es)?|did)(?:n't| not) (?:work|succeed|help|come (?:back|up)|start))"
              + "|if not|otherwise|or else|on failure)\\s*,?\\s+(?<rest>\\S.*)$",
          FLAGS);

  /** Who asked is told how it went in any case. */
  private static final Pattern TOLD =
      Pattern.compile("^(?:please\\s+)?(?:tell|let|ping|warn|notify|inform|shout|say)\\b.*", FLAGS);

  private static final Set<String> VERBS = Words.REQUEST_VERBS;

  /** Reads a message; what asks for nothing before these words is left as it stands. */
  static Joining of(String text) {
    var joined = THEN.matcher(text).replaceAll(found -> joins(text, found));
    var failed = FAILED.matcher(joined);
    if (!failed.find()
        || !follows(joined, failed.start())
        || isSuccess(failed.toMatchResult(), joined)) {
      return new Joining(withoutLast(joined), null);
    }
    String rest = joined.substring(failed.start("rest"));
    String before = joined.substring(0, failed.start());
    return new Joining(withoutLast(before), TOLD.matcher(rest).matches() ? null : rest);
  }

  /** "if that works" is no failure, "unless it works" is one. */
  private static boolean isSuccess(MatchResult failed, String text) {
    var words = text.substring(failed.start(), failed.start(1));
    boolean works = words.matches("(?is).*\\b(?:works?|succeeds?)\\b.*");
    boolean negated = words.matches("(?is).*(?:\\bunless\\b|n't|\\bnot\\b).*");
    return works && !negated;
  }

  private static String joins(String text, MatchResult found) {
    boolean request =
        VERBS.contains(found.group(1).toLowerCase(Locale.ROOT)) && follows(text, found.start());
    String words = found.group();
    return Matcher.quoteReplacement(request ? " then" + " ".repeat(words.length() - 5) : words);
  }

  /** Something is asked for before it, and no quotation goes on. */
  private static boolean follows(String text, int at) {
    String before = text.substring(0, at);
    return before.chars().filter(c -> c == '"').count() % 2 == 0 && holdsVerb(before);
  }

  private static boolean holdsVerb(String text) {
    return Tokens.of(text).stream().anyMatch(token -> VERBS.contains(token.lower()));
  }

  /** "restart this and reload that once it's done": at the end it says the same of the second. */
  private static String withoutLast(String text) {
    var last = LAST.matcher(text);
    if (!last.find()) {
      return text;
    }
    String before = text.substring(0, last.start());
    boolean second =
        SECOND
            .matcher(before)
            .results()
            .anyMatch(
                found ->
                    VERBS.contains(found.group(1).toLowerCase(Locale.ROOT))
                        && follows(before, found.start()));
    return second ? before : text;
  }
}
