package dev.parley.understanding;

import java.util.Set;
import java.util.regex.Pattern;

/** The words that lead to a text, and those that stand around one without belonging to it. */
final class TextLeads {
  private static final Pattern MARK =
      Pattern.compile("[,:;.!?>\u2013\u2014-]|--|\\.\\.\\.|\u2026|->|=>|=");
  private static final Pattern SAYING =
      Pattern.compile(
          "saying|says?|stating|states|reading|reads|titled|entitled|called|named|labelled|labeled|noting|mentioning|telling|adding");
  private static final Pattern TELL =
      Pattern.compile("tell|inform|let|notify|ask|warn|telling|informing|letting|asking");
  private static final Pattern TOLD =
      Pattern.compile(
          "them|him|her|everyone|everybody|people|team|the|guys|folks|know|on-call|they|whoever|someone");
  private static final Pattern TITLE =
      Pattern.compile(
          "title|message|words|wording|note|notes|comment|text|subject|summary|description|body|reason|resolution|msg|headline|remark|details|info");
  private static final Pattern BECAUSE =
      Pattern.compile("because|cause|cuz|coz|cos|since|as|due|bc|b/c");
  private static final Pattern ABOUT =
      Pattern.compile(
          "about|regarding|concerning|re|for|over|on|that|to|of|with|into|after|how|wrt");
  private static final Pattern AND =
      Pattern.compile("and|so|plus|also|then|please|pls|just|the|a|an|with|is|was|of");
  private static final Pattern THANKS =
      Pattern.compile(
          "(?i)(?:^|[\\s,.;!-])((?:many thanks|thanks|thank you|thx|cheers)(?: (?:a"
              + " (?:lot|bunch|million|ton)|(?:so|very) much|in"
              + " advance|again|mate|team|guys|all|everyone|you))?|if you can|when you can|for"
              + " me)$");
  private static final Set<String> COURTESY = Words.of("AFTER_A_TEXT");
  private static final Set<String> OPENING = Words.of("BEFORE_A_REPORT");
  private static final Set<String> ADDRESSED = Words.of("ADDRESSED");
  private static final Pattern THERE_IS =
      Pattern.compile(
          "(?i)(?:we(?:'ve| have)(?: got)?|there(?:'s| is)|i have|i see|we see|we are"
              + " having)\\s+(?=an?\\b|some\\b)|i (?:have|want|need) to report (?:that )?");
  private static final Set<String> ASKING = Words.of("BEFORE_THE_REQUEST");
  private static final Set<String> LABELS = Words.of("LABELS_IN_REQUESTS");
  private static final Set<String> BEFORE_MARKS = Words.of("BEFORE_A_LABEL");

  private TextLeads() {}

  /** Past the words that lead to a text from an index on; the index itself when there are none. */
  static int past(Wording words, int from) {
    int at = from;
    int next = from;
    do {
      at = next;
      next = step(words, at);
    } while (next > at);
    return at;
  }

  private static int step(Wording words, int at) {
    String word = words.word(at);
    if (word.isEmpty()) {
      return at;
    }
    if (MARK.matcher(word).matches()) {
      return at + 1;
    }
    if (word.equals("under") && words.word(at + 2).matches("name|title|heading|label")) {
      return at + 3;
    }
    if (word.equals("number") && words.word(at + 1).equals(":")) {
      return at + 2;
    }
    if (AND.matcher(word).matches()) {
      int next = at + 1;
      while (AND.matcher(words.word(next)).matches()) {
        next++;
      }
      if (leads(words, next)) {
        return words.word(next).matches("write|mention|add|note|say|put|comment") ? next + 1 : next;
      }
    }
    if (TELL.matcher(word).matches()) {
      int told = at + 1;
      while (TOLD.matcher(words.word(told)).matches() && !goesOn(words, told)) {
        told++;
      }
      return told > at + 1 ? told : at;
    }
    if (TITLE.matcher(word).matches() && titles(words, at + 1)) {
      int next = at + 1;
      while (words.word(next).matches("is|was|:|=|of|that")) {
        next++;
      }
      return next;
    }
    if (BECAUSE.matcher(word).matches()) {
      return words.word(at + 1).matches("of|to") ? at + 2 : at + 1;
    }
    return SAYING.matcher(word).matches() || ABOUT.matcher(word).matches() ? at + 1 : at;
  }

  /** The "the" of "tell them the queue is stuck" belongs to what they are told. */
  private static boolean goesOn(Wording words, int at) {
    return words.word(at).equals("the")
        && !words.word(at + 1).matches("team|guys|folks|on-call|people|on");
  }

  private static boolean leads(Wording words, int at) {
    String word = words.word(at);
    return SAYING.matcher(word).matches()
        || words.word(at - 1).equals("and")
            && word.matches("write|mention|add|note|say|put|comment")
        || TELL.matcher(word).matches()
        || TITLE.matcher(word).matches() && titles(words, at + 1)
        || BECAUSE.matcher(word).matches();
  }

  /** "note: …", "title is …", "with the message …", and "title …" after a mark. */
  private static boolean titles(Wording words, int after) {
    String before = words.word(after - 2);
    return words.word(after).matches(":|=|is|was|of|that|saying|\"|'|-")
        || Quotes.in(words.line().text()).stream()
            .anyMatch(q -> after < words.size() && q.getStart() == words.token(after).start())
        || before.isEmpty()
        || before.matches("with|a|the|and|[,;:.!-]");
  }

  /** Whether a word is what people call a text, and no part of one. */
  static boolean labelsText(Wording words, int at) {
    return TITLE.matcher(words.word(at)).matches();
  }

  /** Whether the words between two indexes say that what follows is to be told as it stands. */
  static boolean tells(Wording words, int from, int to) {
    for (int at = from; at < to; at++) {
      String word = words.word(at);
      if (word.equals(":")
          || SAYING.matcher(word).matches()
          || TELL.matcher(word).matches()
          || TITLE.matcher(word).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Past the words that lead to a text which stands before the request: "tell them …". */
  static int pastTelling(Wording words, int from) {
    String word = words.word(from);
    boolean leads =
        TELL.matcher(word).matches()
            || BECAUSE.matcher(word).matches()
            || word.equals("with")
            || TITLE.matcher(word).matches() && titles(words, from + 1);
    if (leads) {
      return past(words, from);
    }
    var there = THERE_IS.matcher(words.line().text().substring(place(words, from)));
    return there.lookingAt() ? words.line().after(place(words, from) + there.end()) : from;
  }

  private static int place(Wording words, int at) {
    return at < words.size() ? words.token(at).start() : words.line().text().length();
  }

  /** Before courtesy and marks at the end of a text. */
  static int withoutCourtesy(Wording words, int from, int to) {
    int end = to;
    while (end > from
        && (COURTESY.contains(words.word(end - 1))
            || words.word(end - 1).matches("[,;:.!?\u2013\u2014-]+"))) {
      end--;
    }
    if (end <= from) {
      return end;
    }
    int start = words.token(from).start();
    String text = words.line().text().substring(start, words.token(end - 1).end());
    var thanks = THANKS.matcher(text);
    return thanks.find() ? words.line().after(start + thanks.start(1)) : end;
  }

  /** What says of which kind a value is: "severity", "prio", "project". */
  static boolean label(String word) {
    return LABELS.contains(word);
  }

  static boolean beforeMark(String word) {
    return LABELS.contains(word)
        || BEFORE_MARKS.contains(word)
        || word.matches("[,;:.(\u2013\u2014-]");
  }

  /** Past greetings and the like that open a message: "hi all,", "sorry,". */
  static int pastOpening(Wording words, int start) {
    int at = 0;
    boolean greeted = false;
    while (at < start) {
      String word = words.word(at);
      boolean called =
          ADDRESSED.contains(word) && (greeted || !words.line().tokens().get(at + 1).isWord());
      if (!OPENING.contains(word) && !called && words.token(at).isWord()) {
        break;
      }
      greeted |= OPENING.contains(word);
      at++;
    }
    return at;
  }

  /** Before the words that turn from what is said to what is asked: ", so can you". */
  static int beforeRequest(Wording words, int from, int start) {
    int end = start;
    while (end > from && (ASKING.contains(words.word(end - 1)) || !words.token(end - 1).isWord())) {
      end--;
    }
    return end;
  }
}
