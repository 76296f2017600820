package dev.parley.understanding;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Notices that a message speaks of a time. Only whole words count, so that web-01, 1.4.2 or
 * INC-2041 never do; "now", "asap" and "today" ask for nothing but haste.
 */
final class TimeMentions {
  private static final String NUMBER =
      "(?:\\d+(?:[.,]\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
          + "|thirty|forty|forty-five|sixty|ninety|a\\s+few|few|couple|a\\s+couple(?:\\s+of)?|several|some|half\\s+an?|half)";
  private static final String UNIT =
      "(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|fortnights?|months?|years?|nights?|mornings?|evenings?|weekends?|moments?|while|bit|jiffy)";
  private static final String DAY =
      "(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)";
  private static final String MONTH =
      "(?:january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)";
  private static final String EVENT =
      "(?:lunch|dinner|breakfast|work|hours|standup|stand-up|the|my|our|your|his|her|this|that|it|its|it's|he|she|they|we|i|you|all|every|everyone|everybody|nobody|midnight|noon|dark|peak|deployment|deploy|release|maintenance|traffic|users?|closing|eod|backups?|\\d.*)";
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\w./-])(?:"
              // in 20 minutes, for two hours, within the hour, 5 min ago, 20 minutes from now
              + "(?:in|for|within|after|over|during|every|past|last|next|previous|these|coming)\\s+(?:(?:the|about|around|past|last|next|another|maybe|exactly|roughly|like|other)\\s+)*"
              + NUMBER
              + "\\s*(?:(?:more|or\\s+\\w+|to\\s+\\w+|quick|short)\\s+)?(?:of\\s+)?"
              + UNIT
              + "|"
              + NUMBER
              + "\\s*"
              + UNIT
              + "\\s+(?:from\\s+now|ago|later|before|after|earlier|hence|and\\s+a\\s+half)"
              + "|(?:in|over|during|within|for|from|since|until|till|by)\\s+(?:the\\s+)?(?:past|last|next|previous|coming|this)\\s+(?:\\d+\\s*)?"
              + UNIT
              + "|(?:last|past|next|previous|coming|following)\\s+(?:hour|minute|day|night|week|month|year|weekend|morning|evening|quarter|"
              + DAY
              + "|"
              + NUMBER
              + "\\s*"
              + UNIT
              + ")"
              + "|(?:this|in\\s+the|the\\s+other)\\s+(?:morning|afternoon|evening|night|weekend|week|month)"
              + "|(?:within|by)\\s+(?:the|this)\\s+(?:hour|day|week)"
              + "|yesterday|tomorrow|tonight|overnight|tmrw|tmr|tomorow|tommorow|tommorrow|midnight|midday|noon|weekend|fortnight|lunchtime|eod|cob|nightfall|sunset|sunrise|dawn|dusk"
              + "|later(?:\\s+(?:on|today))?|sometime|some\\s+time|in\\s+a\\s+(?:while|bit|moment|minute|sec(?:ond)?|jiffy)|soon|shortly|eventually|afterwards|beforehand"
              + "|at\\s+(?:night|lunch|dinner|dawn|dusk|once\\s+every|the\\s+(?:weekend|end|same\\s+time|latest|earliest)|close|closing)"
              + "|end\\s+of\\s+(?:the\\s+)?(?:day|week|month|business|shift)|(?:out\\s+of|outside|office|business|working|off-peak|off)\\s+(?:office\\s+|business\\s+|working\\s+)?hours"
              // clock times and dates
              + "|(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?:\\s*[ap]\\.?m\\.?)?|(?:1[0-2]|0?[1-9])(?:[.:][0-5]\\d)?\\s*[ap]\\.?m\\b\\.?"
              + "|(?:at|by|until|till|before|after|around|from|since)\\s+(?:about\\s+|around\\s+)?(?:\\d{1,2}(?:[.h]\\d{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\\s+o'?clock|\\s+sharp|\\s+(?:hundred|hours)|\\s+(?:utc|gmt|cet|est|pst))?(?=\\s*(?:$|[,.;!?]|on\\b|in\\s+the|today|please|and\\b|every))"
              + "|(?:half|quarter)\\s+(?:past|to)|o'?clock|\\d{1,4}\\s*(?:utc|gmt|cet|cest|est|edt|pst|pdt)\\b|\\d{4}\\s+hours"
              + "|\\d{4}-\\d{2}-\\d{2}(?:t[\\d:.z+-]+)?|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}"
              + "|(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?"
              + MONTH
              + "|"
              + MONTH
              + "\\s+\\d{1,2}(?:st|nd|rd|th)?|(?:in|since|until|by|next|last)\\s+(?:"
              + MONTH
              + "|march|may))"
              + "|on\\s+the\\s+\\d{1,2}(?:st|nd|rd|th)|"
              + DAY
              + "|(?:on|every|next|last|by|until|since|each|this)\\s+(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
              // recurrence
              + "|(?:every|each)\\s+(?:other\\s+|single\\s+|second\\s+)?(?:second|minute|hour|day|night|morning|evening|afternoon|week|weekday|weekend|month|year|quarter|hr|min|"
              + DAY
              + "|"
              + NUMBER
              + "\\s*"
              + UNIT
              + ")"
              + "|hourly|daily|weekly|monthly|yearly|annually|(?:once|twice|thrice|(?:three|four|\\d+)\\s+times|times)\\s+(?:a|an|per|every|each)\\s+"
              + UNIT
              + "|nightly(?!\\s+(?:build|tests?|job|backup|run))|periodically|regularly|recurring|repeatedly|(?:a|per)\\s+(?:second|minute|hour|day|week|month)(?=\\s*(?:$|[,.!?]))"
              // events
              + "|(?:after|before|until|till|once|whenever|as\\s+soon\\s+as|the\\s+moment|the\\s+minute|when|while|during|following|upon)\\s+"
              + EVENT
              + "|since\\s+(?:\\w+)|(?:until|till)\\s+\\w+|(?:at|on)\\s+(?:the\\s+)?(?:next|following)\\s+\\w+"
              + "|(?:when|once|after|as\\s+soon\\s+as)\\s+\\S+(?:\\s+\\S+){0,4}\\s+(?:done|finished|finishes|completes?|completed|ends?|ended|over|ready|green|passes|passed|down|up|back|idle|free|quiet|drained|succeeds?|fails?|drops?|exceeds?|reaches|goes|is|are|has)"
              + "|(?:after|before)\\s+(?:\\w+ing|\\w+)\\b"
              + "|(?:delayed?|postponed?|scheduled?|wait)\\s+(?:by|for|until|till|to)?\\s*\\S*|schedule\\b|on\\s+a\\s+schedule|by\\s+"
              + DAY
              + ")(?![\\w-]|[./]\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HASTE =
      Pattern.compile(
          "(?i)\\b(?:as\\s+soon\\s+as\\s+(?:possible|you\\s+can)|soon(?:er|est)?(?:\\s+as\\s+possible)?\\s+please|when(?:ever)?\\s+you\\s+(?:can|get\\s+a\\s+(?:chance|minute|moment|sec(?:ond)?)|have\\s+(?:a\\s+)?(?:time|chance|minute|moment|sec(?:ond)?))"
              + "|when\\s+(?:was|did|were|is|does|will|has)\\b|since\\s+when|until\\s+when|(?:days?|weeks?|time|long)\\s+(?:left\\s+)?until|(?:expires?|out|ends?|due)\\s+(?:any\\s+time\\s+)?soon|(?:know|see|look|check|tell\\s+(?:me|us)|show\\s+(?:me|us)|find\\s+out)\\s+(?:until\\s+)?when\\b|(?:wait|give\\s+me)\\s+a\\s+(?:sec(?:ond)?|minute|moment)|(?:how\\s+long\\s+)(?:has|have|is)\\b"
              + "|since\\s+(?:the\\s+|its\\s+|it\\s+)?(?:last\\s+|was\\s+)?(?:re)?(?:boot|start)(?:ed)?|\\b(?:is|are|was|be|stands|up|now)\\s+at\\s+\\d+(?:[.,]\\d+)?(?!\\s*(?:[ap]\\.?m|:|o'?clock))|when\\s+\\S+(?:\\s+\\S+)?\\s+(?:came|was|went|did|got|last|started|stopped|restarted|rebooted)\\b|before\\s+(?:it|they|this)\\s+(?:gets?|fills?|breaks?|falls?|crash(?:es)?|dies?|die|explodes?|runs?\\s+out|melts?|eats?|takes?|kills?|blows?|goes\\s+down|is\\s+too\\s+late)\\b|^since\\s+[^,]+,|before\\s+that|after\\s+all|after\\s+that|once\\s+(?:more|again)|at\\s+once|for\\s+a\\s+(?:second|moment|sec)\\s+please|while\\s+you(?:'re|\\s+are)\\s+at\\s+it|once\\s+and\\s+for\\s+all)");

  private TimeMentions() {}

  /** The first time that is spoken of, outside the names that were recognised. */
  static Optional<String> in(String text, List<Span> names) {
    String rest =
        HASTE.matcher(without(text, names)).replaceAll(m -> "_".repeat(m.group().length()));
    return TIME.matcher(rest).results().map(MatchResult::group).findFirst().map(String::strip);
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
