package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import opennlp.tools.util.Span;

/**
 * Splits a message where another request may begin: at the ends of sentences, and where a clause
 * begins with a verb of its own, as in "restart apache on web-01 and stop nginx on web-02".
 */
final class Clauses {
  private static final Set<String> JOINS =
      Set.of("and", "then", ";", ",", ".", "!", "&", "also", "plus", "afterwards");
  private static final Set<String> FILLERS =
      Set.of(
          "then",
          "also",
          "please",
          "pls",
          "now",
          "and",
          "just",
          "next",
          "can",
          "could",
          "you",
          "afterwards");

  private static final Set<String> ASKING =
      Set.of(
          "who", "what", "whats", "what's", "who's", "when", "where", "which", "how", "is", "are",
          "does");
  private static final Set<String> OF = Set.of("of", "on", "for", "from", "at");
  private static final Set<String> LOOKED_AT = Words.of("LOOKED_AT");
  private static final int MOST_WORDS = 4;

  private Clauses() {}

  /** The stretches of a text, in order; one when nothing parts it. */
  static List<Span> of(Line line, List<Mention> mentions) {
    var clauses = new ArrayList<Span>();
    for (var sentence : sentences(line.text(), mentions)) {
      int start = sentence.getStart();
      for (int i = line.after(start) + 1; begins(line, i, sentence); i++) {
        int verb = verb(line, i + 1);
        boolean more = line.tokens().get(i - 1).end() > start && begins(line, verb, sentence);
        boolean verbs =
            more && parts(line, start, i, verb, mentions) && !goesOn(line, i, verb, mentions);
        if (verbs || looksAtMore(line, start, i, mentions) || looksThen(line, start, i, mentions)) {
          clauses.add(new Span(start, line.tokens().get(i - 1).end()));
          start = line.tokens().get(i + 1).start();
        }
      }
      clauses.add(new Span(start, sentence.getEnd()));
    }
    return clauses;
  }

  /**
   * The same where a further question begins: "the uptime of db-01 and who is on call for dba?".
   */
  static List<Span> questions(Line line, List<Mention> mentions) {
    var clauses = new ArrayList<Span>();
    int start = 0;
    for (int i = 1; i + 1 < line.size(); i++) {
      int cut = line.tokens().get(i).start();
      int from = start;
      boolean asks = ASKING.contains(line.word(i + 1)) && JOINS.contains(line.word(i));
      if (asks && mentions.stream().anyMatch(m -> m.start() >= from && m.end() <= cut)) {
        clauses.add(new Span(start, line.tokens().get(i - 1).end()));
        start = line.tokens().get(i + 1).start();
      }
    }
    clauses.add(new Span(start, line.text().length()));
    return clauses;
  }

  /** OpenNLP's sentences; none ends without a mark, or inside a name or quotation marks. */
  private static List<Span> sentences(String text, List<Mention> mentions) {
    var sentences = new ArrayList<Span>();
    int start = 0;
    for (var sentence : Sentences.of(text)) {
      int end = sentence.getEnd();
      boolean last = text.substring(end).isBlank();
      boolean ends =
          last
              || Character.isWhitespace(text.charAt(end))
                  && ".!?".indexOf(text.charAt(end - 1)) >= 0;
      if (ends && (last || !inside(text, start, end, mentions))) {
        sentences.add(new Span(start, last ? text.length() : end));
        start = end + 1;
      }
    }
    if (sentences.isEmpty()) {
      sentences.add(new Span(0, text.length()));
    }
    return sentences;
  }

  private static boolean inside(String text, int start, int end, List<Mention> mentions) {
    long quotes = text.substring(start, end).chars().filter(c -> c == '"').count();
    return quotes % 2 == 1 || mentions.stream().anyMatch(m -> m.start() < end && end < m.end());
  }

  /** "the uptime of web-01 and the disk usage of db-01": one verb, and two things to look at. */
  private static boolean looksAtMore(Line line, int start, int join, List<Mention> mentions) {
    if (!line.word(join).equals("and") && !line.word(join).equals("&")) {
      return false;
    }
    int of = join + 1;
    boolean looks = false;
    while (of < line.size() && of <= join + MOST_WORDS && !OF.contains(line.word(of))) {
      looks |= LOOKED_AT.contains(line.word(of));
      of++;
    }
    int cut = line.tokens().get(join).start();
    return looks
        && OF.contains(line.word(of))
        && of + 1 < line.size()
        && names(mentions, line.tokens().get(of + 1).start())
        && line.tokens().subList(line.after(start), join).stream()
            .anyMatch(t -> LOOKED_AT.contains(t.lower()))
        && mentions.stream().anyMatch(m -> m.start() >= start && m.end() <= cut);
  }

  /** "check the load on db-01, then the memory": one verb, and one thing after the other. */
  private static boolean looksThen(Line line, int start, int join, List<Mention> mentions) {
    int next = join + 1;
    while (Words.DETERMINERS.contains(line.word(next))) {
      next++;
    }
    int cut = line.tokens().get(join).start();
    return line.word(join).equals("then")
        && LOOKED_AT.contains(line.word(next))
        && line.tokens().subList(line.after(start), join).stream()
            .anyMatch(t -> LOOKED_AT.contains(t.lower()))
        && mentions.stream().anyMatch(m -> m.start() >= start && m.end() <= cut);
  }

  private static boolean names(List<Mention> mentions, int at) {
    return mentions.stream().anyMatch(m -> m.start() == at);
  }

  private static boolean begins(Line line, int word, Span sentence) {
    return word < line.size() && line.tokens().get(word).start() < sentence.getEnd();
  }

  private static int verb(Line line, int from) {
    int verb = from;
    while (FILLERS.contains(line.word(verb))) {
      verb++;
    }
    return verb;
  }

  /** "stop nginx and start it again on web-02" says only once where. */
  private static boolean goesOn(Line line, int join, int verb, List<Mention> mentions) {
    int cut = line.tokens().get(join).start();
    return line.word(verb + 1).matches("it|them|that")
        && mentions.stream().noneMatch(m -> m.end() <= cut && m.as(SlotType.HOST).isPresent());
  }

  /**
   * Both sides have a verb, and name something; where one comes after the other, the first need
   * not: "list the alerts and then ack INC-8".
   */
  private static boolean parts(Line line, int start, int join, int verb, List<Mention> mentions) {
    if (!JOINS.contains(line.word(join)) || !Words.REQUEST_VERBS.contains(line.word(verb))) {
      return false;
    }
    int cut = line.tokens().get(join).start();
    int second = line.tokens().get(verb).start();
    boolean itsOwn = line.wordIn(verb + 1, Words.DETERMINERS) && hasThen(line, join, verb);
    boolean verbBefore =
        line.tokens().subList(line.after(start), join).stream()
            .anyMatch(t -> Words.REQUEST_VERBS.contains(t.lower()));
    boolean namesBefore = mentions.stream().anyMatch(m -> m.start() >= start && m.end() <= cut);
    return verbBefore
        && (namesBefore || hasThen(line, join, verb))
        && (mentions.stream().anyMatch(m -> m.start() > second && !isTime(m))
            || pointsBack(line, join, verb)
            || itsOwn)
        && mentions.stream().noneMatch(m -> m.overlaps(second, second + 1));
  }

  /** "and then list the open incidents" */
  private static boolean hasThen(Line line, int join, int verb) {
    for (int i = join; i < verb; i++) {
      if (line.word(i).equals("then") || line.word(i).equals("afterwards")) {
        return true;
      }
    }
    return false;
  }

  /** "then start it again": what it is stands in the request before. */
  private static boolean pointsBack(Line line, int join, int verb) {
    boolean then = IntStream.range(join, verb).anyMatch(i -> line.word(i).equals("then"));
    return then && line.word(verb + 1).matches("it|its|them|that|those|both");
  }

  private static boolean isTime(Mention mention) {
    return mention.first().type().kind() == SlotType.Kind.TIME;
  }
}
