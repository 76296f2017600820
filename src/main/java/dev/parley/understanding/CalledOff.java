package dev.parley.understanding;

import dev.parley.understanding.TimeExpression.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises what calls off something that was scheduled: "cancel the scheduled restart", "forget
 * the 2am one", "cancel r4k9", "cancel the restart of apache tonight". Which one is meant is found
 * out where the schedule is kept.
 */
final class CalledOff {
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:(?:please|pls|ok|okay|hey|hi|oh|no|actually|sorry|can you|could you|would you|will you|i want to|i'd like to|let's|just|and|also) )*"
              + "(cancel|call off|forget about|forget|scrap|drop|unschedule|deschedule|abort|revoke|withdraw|never mind about|never mind|nevermind|nvm|skip|delete|remove|stop|kill|don't run|do not run|don't do|do not do) +(.+)");

  private static final Pattern SHORT_ID =
      Pattern.compile(
          "#?(?:number |id |the )?[a-z]\\d[a-z]\\d(?: (?:please|pls|thanks|thank you|then|now))*");

  private static final Pattern SCHEDULED =
      Pattern.compile(
          "(?:the |my |our |that |this |all |any |every |of |next |what |what's |what i |everything |i |is |had |have )*(?:\\S+ ){0,3}?(?:scheduled|planned|upcoming)\\b.*|.*\\b(?:from|on|off|in) (?:the|my) schedule\\b.*");

  private static final Pattern ONE = Pattern.compile(".*\\bones?\\b.*|(?:it|that|this)\\b.*");
  private static final Pattern THE =
      Pattern.compile("(?:the|my|our|that|this|(?:tonight|tomorrow|today|\\w+day) ?'s)\\b.*");

  /** Of what else they call off, or remove, times say nothing: "delete the snapshot tomorrow". */
  private static final Set<String> SURE =
      Set.of(
          "cancel",
          "call off",
          "forget",
          "forget about",
          "scrap",
          "unschedule",
          "deschedule",
          "abort",
          "never mind",
          "never mind about",
          "nevermind",
          "nvm");

  private static final Set<String> REQUEST = Words.of("REQUEST");

  private CalledOff() {}

  static boolean is(Line line, Expectation expectation) {
    var words = String.join(" ", line.tokens().stream().map(Token::lower).toList());
    var opening = OPENING.matcher(words.replaceAll("[.!\\s]+$", ""));
    if (line.question() || !opening.matches()) {
      return false;
    }
    var verb = opening.group(1);
    var rest = opening.group(2);
    if (SHORT_ID.matcher(rest).matches() || SCHEDULED.matcher(rest).matches()) {
      return true;
    }
    if (!SURE.contains(verb)) {
      return false;
    }
    boolean pending = expectation.pending() != null;
    boolean one = ONE.matcher(rest).matches();
    boolean the = THE.matcher(rest).matches();
    return hasTime(line)
        ? one || the && !pending
        : the
            && !pending
            && (namesARequest(rest) || one && rest.matches("\\S+ (?:\\S+ )?ones? .*"));
  }

  private static boolean hasTime(Line line) {
    return TimeParser.in(line).stream()
        .anyMatch(time -> time.kind() != Kind.VAGUE && time.kind() != Kind.RECURRENCE);
  }

  /** "the restart of apache", "my reboot on web-01". */
  private static boolean namesARequest(String rest) {
    var words = List.of(rest.split(" ", -1));
    return words.size() > 2
        && words.stream().limit(4).anyMatch(REQUEST::contains)
        && words.stream().anyMatch(Set.of("of", "on", "for")::contains);
  }
}
