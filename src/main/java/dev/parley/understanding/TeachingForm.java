package dev.parley.understanding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said about how messages are understood, in one of a few set forms: it must not depend on
 * how well a sentence is understood.
 *
 * @param first the phrase, the number of a line, or what was meant; may be empty
 * @param second what the phrase means, or an intent; may be empty
 */
public record TeachingForm(Kind kind, String first, String second) {
  /** The forms. */
  public enum Kind {
    /** "when I say bounce the LB I mean restart haproxy on lb-01". */
    TEACH,
    /** "the LB dance means restart haproxy on lb-01", if what follows asks for something. */
    MAY_TEACH,
    /** "that was wrong, I meant reload". */
    CORRECT,
    /** "remember that": what a correction was about. */
    REMEMBER,
    /** "what have you learnt?". */
    LEARNT,
    /** "forget 'bounce the LB'". */
    FORGET,
    /** "forget bounce the LB", if there is such a phrase. */
    MAY_FORGET,
    /** "why?": about the last reading. */
    WHY,
    /** "show the review list". */
    REVIEW,
    /** "label 3 as restart_service". */
    LABEL,
    /** "accept 3". */
    ACCEPT,
    /** "reject 3". */
    REJECT
  }

  private record Form(Kind kind, Pattern pattern) {}

  private static final Pattern BREAK = Pattern.compile("\\R");

  private static final String QUOTED = "[\"'`](?<first>[^\"`]{1,300}?)[\"'`]";
  private static final String OPEN = "(?<first>\\S.*?)";
  private static final String MEANING = "[:,]?\\s+(?<second>\\S.*)";
  private static final String MEANS =
      "(?:means?|stands? for|(?:is|was|are) short for|should mean|shall mean|is to mean)";
  private static final String I_MEAN =
      "(?:then\\s+)?(?:(?:i|we|that|it|this)\\s+(?:really |actually |always |just )?"
          + "(?:means?|meant|am asking(?: you)?|want(?: you)?|'?d like(?: you)?|stands? for)(?: that)?"
          + "(?: you)?(?: (?:to|should))?)";
  private static final String WHEN =
      "(?:whenever|when|if|every time|each time)\\s+(?:i|we|somebody|someone|anybody)\\s+"
          + "(?:says?|types?|writes?|asks?(?: you)?(?: to| for)?|tells? you(?: to)?)\\s+";
  private static final String LEAD =
      "(?:(?:please|ok(?:ay)?|so|hey|from now on|for the future|fyi|note|remember|learn)"
          + "(?: that)?[,:]?\\s+)*";
  private static final String WRONG =
      "(?:(?:no|nope|sorry|hm+|oops)[,.!]*\\s+)*(?:that(?:'s| is| was)|this (?:is|was)|it(?:'s| was)"
          + "|you(?:'ve)? got (?:that|it|me))\\s+(?:all |quite |just )?(?:wrong|incorrect"
          + "|a mistake|a misunderstanding|not right|not (?:what|the one|the thing) i (?:meant"
          + "|asked(?: for)?|wanted|said))";
  private static final String REVIEWED =
      "(?:review(?:ed)?|line|phrase|number|item|no\\.?|#|the\\s)";

  private static final List<Form> FORMS =
      List.of(
          form(Kind.TEACH, LEAD + WHEN + QUOTED + "[,;:]?\\s+" + I_MEAN + MEANING),
          form(Kind.TEACH, LEAD + WHEN + OPEN + "[,;:]?\\s+" + I_MEAN + MEANING),
          form(Kind.TEACH, LEAD + "by\\s+" + QUOTED + "[,;:]?\\s+" + I_MEAN + MEANING),
          form(Kind.TEACH, LEAD + "by\\s+" + OPEN + "[,;:]?\\s+" + I_MEAN + MEANING),
          form(Kind.TEACH, LEAD + QUOTED + "\\s+" + MEANS + MEANING),
          form(
              Kind.TEACH,
              "(?:please )?(?:remember|learn|note)(?: that)?[:,]?\\s+"
                  + OPEN
                  + "\\s+"
                  + MEANS
                  + MEANING),
          form(
              Kind.CORRECT,
              WRONG
                  + "[\\s,.;:!\\u2013\\u2014-]+(?:(?:i|we)(?:'d)?\\s+(?:really |actually )?(?:meant"
                  + "|mean|wanted|asked for|said)(?: to)?|it should(?: have)? be(?:en)?"
                  + "|should(?: have)? be(?:en)?)\\s*[:,]?\\s+(?<first>\\S.*)"),
          form(
              Kind.REMEMBER,
              "(?:(?:yes|ok(?:ay)?)[,.]?\\s+)?(?:please\\s+)?(?:remember|learn|memori[sz]e|keep)"
                  + "\\s+(?:that|this|it)(?:\\s+(?:phrase|please|for (?:me|next time|later)))*[.!]*"),
          form(
              Kind.LEARNT,
              "(?:(?:please )?(?:tell|show) me )?(?:what|which phrases?)\\s+(?:have|did|do)\\s+"
                  + "(?:you|i|we)\\s+(?:learn(?:t|ed)?|been taught|teach|taught)(?:\\s+(?:you|so far"
                  + "|from (?:me|us)|already|until now|yet))*\\s*[?.!]*"),
          form(
              Kind.LEARNT,
              "(?:(?:please )?(?:show|list|tell)(?: me)? )(?:(?:all|my|the|our|your) )*"
                  + "(?:(?:learnt|learned|taught) )?phrases(?: that you (?:know|learnt|learned))?"
                  + "\\s*[?.!]*"),
          form(
              Kind.FORGET,
              "(?:please )?(?:forget|unlearn)(?: (?:about|the (?:phrase|meaning of)))?\\s+"
                  + QUOTED
                  + "(?: please)?[.!]*"),
          form(
              Kind.MAY_FORGET,
              "(?:please )?(?:forget|unlearn)(?: the phrase)?\\s+" + OPEN + "[.!]*"),
          form(
              Kind.WHY,
              "(?:(?:but|and|ok(?:ay)?|hm+)[,]?\\s+)?(?:why(?:\\s+(?:so|not|that|this|is that|was that"
                  + "|that one|that intent|this intent))?|why\\s+did(?:n'?t| not)?\\s+you\\s+"
                  + "(?:think|thought|say|said|do|read|understand|ask|pick|choose|take|offer|get|decline"
                  + "|assume)(?:\\s+(?:that|this|so|it|me|about|for|like))*|how (?:come|did you (?:get"
                  + "|come|arrive)(?: to| at)?(?: that| this| there)?)|what made you think (?:that|so"
                  + "|this)|explain (?:that|this|your)(?: reading| choice| answer)?)\\s*[?.!]*"),
          form(
              Kind.REVIEW,
              "(?:please )?(?:(?:show|open|list|see|give)(?: me)?\\s+(?:the\\s+)?review(?:\\s+list)?"
                  + "|review(?:\\s+list)?|what (?:did you not understand|is to be reviewed"
                  + "|is there to review))\\s*[?.!]*"),
          form(
              Kind.LABEL,
              "(?:please )?(?:review\\s+)?label\\s+"
                  + REVIEWED
                  + "*\\s*(?<first>\\d{1,9})\\s+(?:as|is|with|to be)?\\s*(?<second>[a-z0-9_][a-z0-9_ -]*?)[.!]*"),
          form(Kind.ACCEPT, settles("accept")),
          form(Kind.REJECT, settles("reject")),
          form(
              Kind.MAY_TEACH,
              "(?!(?:what|that|this|it|which|who|how|why|when|if|whatever|does|do|did)\\b)"
                  + "(?<first>\\S.{0,200}?)\\s+(?:means|is short for|stands for)"
                  + MEANING));

  /** Three digits at most where nothing else tells it from the id of an approval. */
  private static String settles(String verb) {
    return "(?:please )?(?:review\\s+"
        + verb
        + "\\s+#?(?<first>\\d{1,9})|"
        + verb
        + "\\s+(?:review|line|phrase|number|item|#)?\\s*(?<second>\\d{1,3}))"
        + "(?:\\s+for (?:everybody|everyone|all(?: of us)?))?[.!]*";
  }

  private static Form form(Kind kind, String expression) {
    return new Form(kind, Pattern.compile("\\s*" + expression + "\\s*", Pattern.CASE_INSENSITIVE));
  }

  /**
   * The form of a message, empty when it has none; further lines and hidden characters have no part
   * in any.
   */
  public static Optional<TeachingForm> of(String text) {
    var said = Normaliser.normalise(text);
    if (Objections.toCharacters(text).isPresent() || BREAK.matcher(said).find()) {
      return Optional.empty();
    }
    return FORMS.stream()
        .map(form -> new Match(form.kind(), form.pattern().matcher(said)))
        .filter(match -> match.matcher().matches())
        .findFirst()
        .map(Match::form);
  }

  private record Match(Kind kind, Matcher matcher) {
    TeachingForm form() {
      var first = group("first");
      var second = group("second");
      boolean numbered = kind == Kind.ACCEPT || kind == Kind.REJECT;
      return numbered && first.isEmpty()
          ? new TeachingForm(kind, second, "")
          : new TeachingForm(kind, unquoted(first), unquoted(second));
    }

    private String group(String name) {
      if (!matcher.pattern().pattern().contains("(?<" + name + ">")) {
        return "";
      }
      var found = matcher.group(name);
      return found == null ? "" : found.strip();
    }

    private static String unquoted(String text) {
      boolean quoted =
          text.length() > 2
              && "\"'`".indexOf(text.charAt(0)) >= 0
              && text.charAt(text.length() - 1) == text.charAt(0);
      return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
  }
}
