package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a message speaks of a time, be it one that nobody can tell beforehand: "when the
 * backup is done". "now", "asap" and "today" ask for nothing but haste.
 */
final class TimeMentions {
  private static final String DAY =
      "(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)";
  private static final String MONTH =
      "(?:january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)";
  private static final String UNIT = "(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)";
  private static final String EVENT =
      "(?:lunch|dinner|breakfast|work|hours|standup|stand-up|the|my|our|your|his|her|this|that|it|its|it's|he|she|they|we|i|you|all|every|everyone|everybody|nobody|midnight|noon|dark|peak|deployment|deploy|release|maintenance|traffic|users?|closing|eod|backups?|\\d.*)";
  private static final Pattern EVENTS =
      Pattern.compile(
          "(?<![\\w./-])(?:"
              + "(?:at|in|over|during)\\s+(?:night|lunch|dinner|dawn|dusk|once\\s+every|the\\s+(?:weekend|end|same\\s+time|latest|earliest)|close|closing)"
              + "|(?:the\\s+other|next|following)\\s+(?:morning|afternoon|evening|night|day|hour|minute|quarter|year)"
              + "|nightfall|sunset|sunrise|dawn|dusk|fortnight|weekend"
              + "|(?:out\\s+of|outside|office|business|working|off-peak|off)\\s+(?:office\\s+|business\\s+|working\\s+)?hours"
              + "|end\\s+of\\s+(?:the\\s+)?(?:week|month|shift)"
              + "|(?:in|since|until|by|next|last)\\s+(?:"
              + MONTH
              + "|march|may)"
              + "|(?:twice|thrice|(?:three|four|\\d+)\\s+times|times)\\s+(?:a|an|per|every|each)\\s+"
              + UNIT
              + "|periodically|regularly|recurring|repeatedly|(?:a|per)\\s+(?:second|minute|hour|day|week|month)(?=\\s*(?:$|[,.!?]))"
              + "|(?:after|before|until|till|once|whenever|as\\s+soon\\s+as|the\\s+moment|the\\s+minute|when|while|during|following|upon)\\s+"
              + EVENT
              + "|since\\s+(?:\\w+)|(?:until|till)\\s+\\w+|(?:at|on)\\s+(?:the\\s+)?(?:next|following)\\s+\\w+"
              + "|(?:when|once|after|as\\s+soon\\s+as)\\s+\\S+(?:\\s+\\S+){0,4}\\s+(?:done|finished|finishes|completes?|completed|ends?|ended|over|ready|green|passes|passed|down|up|back|idle|free|quiet|drained|succeeds?|fails?|drops?|exceeds?|reaches|goes|is|are|has)"
              + "|(?:after|before)\\s+(?:\\w+ing|\\w+)\\b"
              + "|(?:delayed?|postponed?|scheduled?)\\s+(?:by|for|until|till|to)?\\s*\\S*|wait\\s+(?!(?:days|hours|weeks|months|minutes|ages|forever)\\b)(?:by|for|until|till|to)?\\s*\\S*|schedule\\b|on\\s+a\\s+schedule|by\\s+"
              + DAY
              + ")(?![\\w-]|[./]\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HASTE =
      Pattern.compile(
          "(?i)\\b(?:today|tonight|yesterday|tomorrow|last\\s+(?:night|week|month|year)|this\\s+(?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'s(?=\\s+\\w)"
              + "|\\b(?:in|on|at|during)\\s+(?:the\\s+|my\\s+|our\\s+)?(?:night|day|late|early|weekend|morning|evening)\\s+(?:shift|duty|crew|team|rota)\\b"
              + "|\\b(?:spare|take|takes|have|got|need)\\s+(?:me\\s+)?a\\s+(?:second|minute|moment|hour|day)\\b"
              + "|\\b(?:look|find|check|figure)\\s+(?:up|out)\\s+when\\b"
              + "|\\bhand(?:ing)?[ -]?over\\s+(?:is\\s+|starts\\s+)?(?:in|at)\\s+\\S+(?:\\s+min(?:utes?|s)?\\b)?"
              + "|\\b(?:customers?|users?|people|they|we|i|everyone|everybody|somebody)\\s+(?:am\\s+|are\\s+|is\\s+|have\\s+been\\s+)?(?:still\\s+)?wait(?:s|ing|ed)?\\s+(?:for|since|on)\\s+\\S+(?:\\s+\\w+)?(?:\\s+since\\s+\\w+(?:\\s+\\w+)?)?"
              + "|\\b(?:(?:hasn't|haven't|hadn't|hasnt|havent|been|is|are|was|were)\\s+(?!to\\b)(?:[\\w-]+\\s+){1,3}|(?:unchanged|silent|dead|frozen|stuck|hangs|hung|hanging|firing|unreachable|unresponsive|waiting|broken)\\s+)for\\s+(?:(?:about|over|almost|nearly|more\\s+than)\\s+)?(?:an?\\s+|the\\s+last\\s+)?(?:half\\s+an?\\s+)?(?:\\w+\\s+)?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|ages|\\d+\\s*[smhd])\\b"
              + "|\\b(?:beforehand|in\\s+advance|(?:until|till)\\s+(?:which|what)\\s+(?:date|day|time|hour))\\b|\\b(?:as\\s+soon\\s+as\\s+(?:possible|you\\s+can)|soon(?:er|est)?(?:\\s+as\\s+possible)?\\s+please|when(?:ever)?\\s+you\\s+(?:can|get\\s+a\\s+(?:chance|minute|moment|sec(?:ond)?)|have\\s+(?:a\\s+)?(?:time|chance|minute|moment|sec(?:ond)?))"
              + "|when\\s+(?:was|did|were|is|does|will|has)\\b|since\\s+(?:when|how\\s+(?:long|many|much))|since\\s+when\\b|how\\s+many\\s+\\w+\\s+(?:until|till)\\b|(?:until|till)\\s+(?:\\S+\\s+){1,3}otherwise\\b|until\\s+further\\s+notice\\b|(?:'re|'m|'s|\\bis|\\bare|\\bam|\\bwe)\\s+after\\s+(?=the\\b|every\\b|all\\b|any\\b|an?\\b|\\d)|\\b(?:search|look|grep|looking|searching)\\b[^,.;]*?\\bafter\\s+the\\s+(?:text|words?|string|phrase|pattern|line)\\b|(?:enquire|inquire|ask|wonder|wondering|hear|asking|interested)\\s+when\\b|until\\s+when|(?:days?|weeks?|time|long)\\s+(?:left\\s+)?until|(?:expires?|out|ends?|due)\\s+(?:any\\s+time\\s+)?soon|(?:know|see|look|check|tell\\s+(?:me|us)|show\\s+(?:me|us)|find\\s+out)\\s+(?:until\\s+)?when\\b|(?:wait|give\\s+me)\\s+a\\s+(?:sec(?:ond)?|minute|moment)|(?:how\\s+long\\s+)(?:has|have|is)\\b"
              + "|since\\s+(?:the\\s+|its\\s+|it\\s+)?(?:last\\s+|was\\s+)?(?:re)?(?:boot|start)(?:ed)?|\\b(?:is|are|was|be|stands|up|now)\\s+at\\s+\\d+(?:[.,]\\d+)?(?!\\s*(?:[ap]\\.?m|:|o'?clock))|when\\s+\\S+(?:\\s+\\S+)?\\s+(?:came|was|went|did|got|last|started|stopped|restarted|rebooted|began|left|joined|moved|had|said|told|wrote|broke|called|asked|changed|switched|tried|looked)\\b|before\\s+(?:it|they|this)\\s+(?:gets?|fills?|breaks?|falls?|crash(?:es)?|dies?|die|explodes?|runs?\\s+out|melts?|eats?|takes?|kills?|blows?|goes\\s+down|is\\s+too\\s+late)\\b|^since\\s+[^,]+,|before\\s+that|one\\s+after\\s+(?:the\\s+other|another)|(?:can't|cannot|can\\s+not|cant)\\s+wait\\s+(?:until|till|for)\\s+\\S+(?:\\s+\\S+)?|after\\s+all|after\\s+that|once\\s+(?:more|again)|at\\s+once|for\\s+a\\s+(?:second|moment|sec)\\s+please|after\\s+(?:the|an?|our|this|that|last\\s+night's)\\s+(?:[\\w-]+\\s+)?(?:updates?|upgrade|patch(?:es|ing)?|(?:config|configuration|certificate)\\s+change|power\\s+cut|crash|outage)(?=.*\\b(?:must|ha[sd]|have|needs?|should|please|would|could|can)\\b)|(?:did\\s*n[o']?t|has\\s*n[o']?t|have\\s*n[o']?t|won't|never|not)\\s+(?:\\w+\\s+){0,4}after\\s+(?:the\\s+)?(?:\\w+)|while\\s+you(?:'re|\\s+are)\\s+at\\s+it|once\\s+and\\s+for\\s+all)");

  private static final Pattern BEFORE = Pattern.compile("(?i)before\\s.*");
  private static final Pattern SINCE = Pattern.compile("(?i)since\\s.*");

  /** "what does the load look like after the failover?" is asked when that is over. */
  private static final Pattern SINCE_OR_AFTER = Pattern.compile("(?i)(?:since|after\\s+the)\\b.*");

  /** "while we swap the disk": for how long something is to be so, and why. */
  private static final Pattern WHILE = Pattern.compile("(?i)while\\s+(?:i|we|he|she|they)\\b.*");

  private TimeMentions() {}

  /**
   * The first time that is spoken of, outside the names that were recognised.
   *
   * @param intent what is asked for, or null: a change is made from now on, so that what has been
   *     is only a reason, and so is what it is to be made before
   */
  static Optional<String> in(Line line, List<Span> names, @Nullable Intent intent) {
    String rest =
        HASTE.matcher(without(line.text(), names)).replaceAll(m -> "_".repeat(m.group().length()));
    var masked = new Line(rest, Tokens.of(rest), line.asked(), line.now());
    boolean changes = intent != null && !intent.onlyReads();
    boolean looks = intent != null && intent.onlyReads();
    return TimeParser.in(masked).stream()
        .filter(time -> asksForATime(masked, time) && !(changes && hasBeen(masked, time)))
        .map(time -> masked.phrase(time.first(), time.end() - time.first()))
        .findFirst()
        .or(() -> event(rest, intent != null, gone(changes, looks && line.question())))
        .map(String::strip)
        .filter(time -> !(switches(intent) && WHILE.matcher(time).matches()));
  }

  /** Whether what is asked for puts something into a state that lasts. */
  private static boolean switches(@Nullable Intent intent) {
    return intent != null && intent.slots().stream().anyMatch(s -> s.type() == SlotType.STATE);
  }

  /**
   * What has been, and so is only a reason: of a change, and of a question how something is now.
   */
  private static Predicate<String> gone(boolean changes, boolean asks) {
    return event ->
        changes && SINCE.matcher(event).matches()
            || asks && SINCE_OR_AFTER.matcher(event).matches();
  }

  private static Optional<String> event(String text, boolean asked, Predicate<String> gone) {
    return EVENTS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(event -> !(asked && BEFORE.matcher(event).matches()))
        .filter(gone.negate())
        .findFirst();
  }

  /** Whether a time lies behind. "for the last hour" is said of how long. */
  private static boolean hasBeen(Line line, TimeExpression time) {
    boolean last =
        time.role() == TimeExpression.Role.LAST && !line.word(time.first()).equals("for");
    var end = time.stop() == null ? time.start() : time.stop();
    return last
        || time.role() == TimeExpression.Role.SINCE
        || time.role() == TimeExpression.Role.AT
            && end != null
            && !end.isAfter(line.now().toInstant());
  }

  /** An amount alone may count anything, and what is for today is for now. */
  private static boolean asksForATime(Line line, TimeExpression time) {
    boolean today =
        time.kind() == TimeExpression.Kind.DAY
            && time.start() != null
            && time.start()
                .equals(line.now().toLocalDate().atStartOfDay(line.now().getZone()).toInstant());
    return time.role() != TimeExpression.Role.BARE && !today;
  }

  private static String without(String text, List<Span> names) {
    var rest = new StringBuilder(text);
    for (var name : names) {
      for (int i = name.getStart(); i < name.getEnd(); i++) {
        rest.setCharAt(i, '_');
      }
    }
    return rest.toString();
  }
}
