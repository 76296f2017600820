package dev.parley.understanding;

import java.util.Set;
import java.util.regex.Pattern;

/** The words that lead to a text, and those that stand around one without belonging to it. */
final class TextLeads {
  private static final Pattern MARK =
      Pattern.compile("[,:;.!\u2013\u2014-]|--|\\.\\.\\.|\u2026|->|=>|=");
  private static final Pattern SAYING =
      Pattern.compile(
          "saying|says?|stating|states|reading|reads|titled|entitled|called|named|labelled|labeled|noting|mentioning|telling|write|mention|add|adding");
  private static final Pattern TELL =
      Pattern.compile("tell|inform|let|notify|ask|warn|telling|informing|letting|asking");
  private static final Pattern TOLD =
      Pattern.compile(
          "them|him|her|everyone|everybody|people|team|the|guys|folks|know|on-call|they|whoever|someone");
  private static final Pattern TITLE =
      Pattern.compile(
          "title|message|note|notes|comment|text|subject|summary|description|body|reason|resolution|msg|headline|name|cause|details|info|root");
  private static final Pattern BECAUSE =
      Pattern.compile("because|cause|cuz|coz|cos|since|as|due|bc|b/c");
  private static final Pattern ABOUT =
      Pattern.compile(
          "about|regarding|concerning|re|for|over|on|that|to|of|with|into|after|how|wrt");
  private static final Pattern AND =
      Pattern.compile("and|so|plus|also|then|please|pls|just|the|a|an|with|is|was|of");
  private static final Set<String> COURTESY = Words.of("AFTER_A_TEXT");
  private static final Set<String> OPENING = Words.of("BEFORE_A_REPORT");
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
    if (AND.matcher(word).matches()) {
      int next = at + 1;
      while (AND.matcher(words.word(next)).matches()) {
        next++;
      }
      if (leads(words, next)) {
        return next;
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
        || TELL.matcher(word).matches()
        || TITLE.matcher(word).matches() && titles(words, at + 1)
        || BECAUSE.matcher(word).matches();
  }

  /** "note: …", "title is …", "message the queue is stuck" after "with". */
  private static boolean titles(Wording words, int after) {
    return words.word(after).matches(":|=|is|was|of|that|saying|\"|'|-|cause|the|a|an|it")
        || Quotes.in(words.line().text()).stream()
            .anyMatch(q -> after < words.size() && q.getStart() == words.token(after).start())
        || words.word(after - 2).matches("with|a|the");
  }

  /** Before courtesy and marks at the end of a text. */
  static int withoutCourtesy(Wording words, int from, int to) {
    int end = to;
    while (end > from
        && (COURTESY.contains(words.word(end - 1))
            || words.word(end - 1).matches("[,;:.!?\u2013\u2014-]+")
            || words.word(end - 1).equals("you") && words.word(end - 2).equals("thank"))) {
      end--;
    }
    return end;
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

  /** Past greetings and the like that open a message. */
  static int pastOpening(Wording words, int start) {
    int at = 0;
    while (at < start && (OPENING.contains(words.word(at)) || !words.token(at).isWord())) {
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
