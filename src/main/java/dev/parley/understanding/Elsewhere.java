package dev.parley.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises messages that ask the assistant for nothing although they speak of what it does: said
 * to somebody else, told about somebody's doing, wondered about, or to be passed on.
 */
final class Elsewhere {

  private static final String SOON = "(?:just|now|currently|already|still|also|probably|then)\\s+";
  private static final String HAD_TO =
      "(?:had|used|managed) to (?:" + Doings.DO + "|page|wake|open|close|resolve)\\b";
  private static final Pattern GOES_ON =
      Pattern.compile(
          "\\b(?:please|pls|(?:can|could|would|will) (?:you|somebody|someone)|need|(?:"
              + Doings.DO
              + ")\\b)");

  private static final List<String> PASSED_ON =
      List.of(
          "^(?:(?:please|pls|and|can you|could you) )*remind\\b",
          "^(?:(?:please|pls|can you|could you) )*(?:open|create|file|raise|make|write|draft|add|log) (?:me )?(?:an? |the )?(?:new )?(?:todo|to-do|reminder|note|poem|script|e?mail|song|post|runbook|playbook|change request|message)\\b",
          "^(?:(?:fyi|btw|hm+|well|so)\\W+)?(?:the|our|this|that|his|her|their) (?:\\S+ ){0,2}(?:runbook|wiki|docs?|documentation|manual|guide|readme|playbook|checklist|postmortem|procedure|instructions?)\\s(?:\\w+\\s){0,3}(?:says?|reads?|states?|tells|recommends?|suggests?)\\b",
          "^(?:(?:and|so|then|but|lol|haha)\\W+)*(?:my|our|the|his|her|their) (?:\\w+ )?(?:boss|manager|cto|ceo|intern|vendor|admin|colleague|teacher|mentor|auditor|customers?|support|predecessor|consultant|neighbou?r|wife|husband|mother|father|brother|sister|son|daughter|kid|girlfriend|boyfriend)s?(?:'s answer| (?:always |just |only |once |then |often )?(?:said|says|goes|went|wrote|writes|answered|replied|told me|keeps (?:saying|telling)|used to say|was like|is like))\\W*[:,\"]",
          "^(?:(?:so|and|yesterday|today|just now|lol)\\W+)*(?:he|she|they|someone|somebody) (?:just |once |always |even )?(?:asked|wondered|wanted to know|was asking|were asking|keeps? asking)\\b(?!.*\\b(?:please|pls|can you|could you|would you|so i|so we|i need|i want)\\b).*\\b(?:how|whether|what|what's|why|who|which|if)\\b.*[^?]$",
          "^(?:<\\d+>)?(?:[a-z]{3}\\s+\\d{1,2}|\\d{4}[-/]\\d\\d[-/]\\d\\d)[ t]\\d\\d:\\d\\d(?::\\d\\d)?\\S*\\s+(?:\\S+\\s+\\S+?(?:\\[\\d+])?:\\s|\\S*\\s*\\[?(?:error|warn|warning|info|fatal|crit|notice|debug)\\b)",
          "^note to self\\b",
          "\\b(?:in theory|theoretically|hypothetically)\\b(?!.*\\b(?:please|pls|can you|could you)\\b)",
          "^(?:(?:please|pls|can you|could you|also|and) )*(?:make|have|let|set|configure|enable|get)\\b.*\\b(?:start|starts|starting|started|come up|comes up)\\b.*\\b(?:at|on|with every|after every|after each) (?:boot|boots|startup|reboots?)\\b");

  /** What is told of the past, with whoever did it left out: "rebooted lb-01 yesterday". */
  private static final Pattern HAPPENED =
      Pattern.compile(
          "^(?:(?:fyi|btw|ok|okay|so|and|just|already|also)[\\s,:]+)*(?:"
              + Doings.DONE
              + "|paged|opened|closed|pinged|checked)\\b(?! (?:up|out|on) ).*"
              + "|^(?:(?:fyi|btw|ok|okay|so|and|but)[\\s,:]+)*(?:(?:the|our|my|that) )?(?:[\\w.-]+ ){1,3}(?:was|were|got) (?:\\w+ly |already |just |only )?(?:"
              + Doings.DONE
              + "|paged|opened|closed|triggered)\\b(?! (?:it|until|till)\\b).*"
              + "|^(?:after|since|when|while|before|by) (?:"
              + Doings.DOING
              + ")\\b.*\\b(?:it|that|this|they|everything|all|things?|we) (?:\\w+ly )?(?:became|was|were|went|got|works?|worked|stopped|started|is|are|has|have|had|looks?|looked|seems?|came|recovered|broke|felt)\\b.*",
          Pattern.DOTALL);

  private static final Pattern TOLD =
      Pattern.compile(
          "^(?:(?:please|pls|and|can you|could you) )*(?:tell|ask|mail|email|message|text|warn|inform|notify|convince) (?!(?:\\S+ ){0,3}(?:on-?call|team|pager)\\b|me\\b|us\\b|it\\b|the service|your)((?:the )?\\S+)(?: (\\S+))? (?:to|that|not)\\b");
  private static final Pattern THANKED =
      Pattern.compile(
          "^(?:many )?(?:thanks|thank you|thx|cheers|sorry|kudos|props|congrats|apologies|good job|nice work|well done)\\b[^,;.!?]*\\b(?:for|on|about|that) .*(?:ing|ed)\\b.*");
  private static final Set<String> NAMES = Words.of("FIRST_NAMES");
  private static final Set<String> EVERYONE =
      Set.of("here", "channel", "all", "everyone", "team", "ops", "bot", "parley");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  private final Set<String> opening;
  private final Pattern called;
  private final Pattern plans;
  private final Pattern calledLast;
  private final Pattern told;
  private final List<Pattern> others;
  private final Predicate<String> thing;

  /**
   * @param people what the people here are called
   * @param thing whether a word names a thing that exists, which then is no person
   */
  Elsewhere(Set<String> people, Predicate<String> thing) {
    List<String> all =
        Stream.concat(NAMES.stream(), people.stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(thing.negate())
            .toList();
    opening =
        all.stream()
            .flatMap(name -> WORD.matcher(name).results().limit(1))
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    String names =
        all.stream()
            .map(Pattern::quote)
            .sorted()
            .distinct()
            .collect(Collectors.joining("|", "(?:", ")"));
    String who = "(?:i|we|he|she|they|one|someone|somebody|" + names + ")";
    called =
        Pattern.compile(
            "^(?:(?:hey|hi|hello|yo|ok|okay|so|and|please|pls|dear|sorry)[\\s,]+)?"
                + names
                + "(?:\\s*[,:]|\\s+(?:please|pls|kindly|(?:can|could|would|will) you|(?:"
                + Doings.DO
                + "|check|show|list)\\b)).*");
    plans =
        Pattern.compile(
            "^(?:(?:fyi|btw|so|and|ok)\\W+)?(?:he|she|they|someone|somebody|"
                + names
                + ")\\s+(?:still |also |really )?(?:wants|plans|hopes|intends|wishes|is planning|would like|want|plan) to\\s+(?:"
                + Doings.DO
                + ")\\b");
    calledLast =
        Pattern.compile(
            ".*(?<!thanks|thank you|thx|cheers|regards|best|ta|bye)\\s*,\\s*"
                + names
                + "\\s*[.!?]*$");
    told =
        Pattern.compile(
            "^(?:(?:ok|okay|so|and|fyi|btw|note|hey|hi|yes|well|now)\\b[\\s,:]*)*"
                + "(?:"
                + who
                + "(?:(?:'m|'re|'s|\\s+(?:am|are|is|was|were))\\s+(?:"
                + SOON
                + ")*(?:"
                + Doings.DOING
                + "|(?:about to|going to|gonna) (?!need)\\w+)"
                + "|(?:'ll|'d|\\s+(?:will|would|shall|might|may|could))\\s+(?:"
                + SOON
                + ")*(?:open|create|file|declare|raise|page|trigger|build|run|handle|"
                + Doings.DO
                + ")\\b"
                + "|(?:'ve|'s)?\\s+(?:have\\s+|has\\s+|had\\s+|"
                + SOON
                + ")*(?:"
                + Doings.DONE
                + ")\\b"
                + "|\\s+(?:already\\s+|just\\s+)?"
                + HAD_TO
                + "|(?:'ve|'s)?\\s+(?:have\\s+|has\\s+|had\\s+|"
                + SOON
                + ")*(?:turned|switched|took|taken|brought|shut)\\s+(?:[^\\s,;.]+\\s+){0,4}?(?:off|on|down|offline|out|back)\\b)"
                + "|"
                + HAD_TO
                + "|(?:"
                + Doings.DOING
                + ")\\b)");
    this.thing = thing;
    others = PASSED_ON.stream().map(Pattern::compile).toList();
  }

  /** Whether a message is not meant for the assistant, or asks it for nothing. */
  boolean is(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return calls(lower)
        || tells(lower)
        || passesOn(lower)
        || Wondering.ofDoing(lower)
        || others.stream().anyMatch(p -> p.matcher(lower).find());
  }

  /** Whether it is for somebody else to do, whatever is asked beside it. */
  boolean isForOthers(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return calls(lower)
        || passesOn(lower)
        || others.stream().anyMatch(p -> p.matcher(lower).find());
  }

  /** "tell bob that …"; a team on call is told by the assistant. */
  private boolean passesOn(String text) {
    var passed = TOLD.matcher(text);
    if (!passed.find()) {
      return false;
    }
    String whom = passed.group(1).replaceFirst("^the ", "");
    String next = passed.group(2) == null ? "" : passed.group(2);
    return !thing.test(whom) && !next.matches("team|on-?call") && !whom.matches("on-?call");
  }

  /** Whether a message calls upon somebody by name. */
  boolean calls(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("@")) {
      String name = lower.substring(1).split("[^\\w.-]", 2)[0];
      return !EVERYONE.contains(name);
    }
    return opensWithName(lower) && called.matcher(lower).matches()
        || lower.indexOf(',') >= 0 && calledLast.matcher(lower).matches();
  }

  /** Whether one of the first two words may be a name; most messages can be told so at a glance. */
  private boolean opensWithName(String lower) {
    var words = WORD.matcher(lower);
    return words.find()
        && (opening.contains(words.group()) || words.find() && opening.contains(words.group()));
  }

  private boolean tells(String text) {
    var doing = told.matcher(text);
    boolean question = text.stripTrailing().endsWith("?");
    var planned = plans.matcher(text);
    return planned.find() && !GOES_ON.matcher(text.substring(planned.end())).find()
        || doing.find() && !question && !GOES_ON.matcher(text.substring(doing.end())).find()
        || !question && HAPPENED.matcher(text).matches() && !GOES_ON.matcher(text).find()
        || THANKED.matcher(text).matches() && !GOES_ON.matcher(text).find();
  }
}
