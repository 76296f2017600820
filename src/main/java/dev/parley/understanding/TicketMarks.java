package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/** Finds the project and the priority of a ticket: "in OPS", "project infra", "high prio", "p2". */
final class TicketMarks {
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
  private static final Pattern TICKET =
      Pattern.compile("tickets?|issues?|tasks?|bugs?|story|stories|card|jira|request");
  private static final Pattern BOARD = Pattern.compile("project|board|backlog|tracker|space");
  private static final Pattern IN = Pattern.compile("in|into|under|on|to|for|within|against|with");
  private static final Set<String> LEVELS = Words.of("PRIORITIES");
  private static final Pattern CODE = Pattern.compile("p\\d|prio\\d|p-\\d");
  private static final Pattern PRIORITY = Pattern.compile("priority|prio|importance|urgency");
  private static final Pattern BOTH = Pattern.compile("([a-z]+)-(?:priority|prio)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]*");
  private static final Set<String> ACRONYMS = Words.of("ACRONYMS");
  private static final Set<String> NEVER = Words.of("NEVER_A_CLOSED_NAME");

  private final Wording words;

  private TicketMarks(Wording words) {
    this.words = words;
  }

  static List<Entity> project(Wording words) {
    var marks = new TicketMarks(words);
    return marks
        .first(marks::besideBoard)
        .or(() -> marks.first(marks::ofTicket))
        .map(List::of)
        .orElse(List.of());
  }

  static List<Entity> priority(Wording words) {
    var marks = new TicketMarks(words);
    return marks
        .first(marks::besidePriority)
        .or(() -> marks.first(marks::level))
        .map(List::of)
        .orElse(List.of());
  }

  private interface At {
    Optional<Entity> look(int at);
  }

  private Optional<Entity> first(At way) {
    for (int at = 0; at < words.size(); at++) {
      var found = words.free(at) ? way.look(at) : Optional.<Entity>empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** "project infra", "the infra board". */
  private Optional<Entity> besideBoard(int at) {
    String before = words.word(at - 1);
    int noun = before.matches(":|=|is|called|named|key") ? at - 2 : at - 1;
    boolean after = words.word(noun).equals("project");
    boolean led = words.word(words.before(at)).matches("in|into|under|on|to|within|for");
    boolean of = BOARD.matcher(words.word(at + 1)).matches() && led;
    return (after || of) && name(at) ? project(at) : Optional.empty();
  }

  /** "a ticket in OPS", "an OPS ticket". */
  private Optional<Entity> ofTicket(int at) {
    boolean key =
        KEY.matcher(words.token(at).text()).matches()
            && !ACRONYMS.contains(words.word(at))
            && mixed();
    boolean ticketAfter = TICKET.matcher(words.word(at + 1)).matches();
    int in = words.before(at);
    boolean placed = IN.matcher(words.word(in)).matches();
    boolean ticketBefore = placed && TICKET.matcher(words.word(in - 1)).matches();
    boolean last =
        placed
            && words.word(in).equals("for")
            && (at + 1 >= words.size() || !words.token(at + 1).isWord());
    boolean quoted = at + 1 < words.size() && words.token(at + 1).text().startsWith("\"");
    boolean beside = TICKET.matcher(words.word(at - 1)).matches() && boundary(at + 1);
    boolean place = words.word(in).matches("in|into|under|to|on") && ticketBefore && in == at - 1;
    return key
                && (quoted
                    || ticketAfter
                    || placed && words.word(in).matches("in|into|under|on|to")
                    || ticketBefore
                    || last
                    || beside
                    || words.word(at - 1).matches("against|with|jira") && bounded(at + 1))
            || place && name(at) && boundary(at + 1)
        ? project(at)
        : Optional.empty();
  }

  private boolean bounded(int at) {
    return boundary(at) || words.word(at).matches("[a-z].*") && words.word(at - 2).equals("jira");
  }

  /** Whether anything is in lower case, so that capitals say something. */
  private boolean mixed() {
    return words.line().text().chars().anyMatch(Character::isLowerCase);
  }

  private boolean boundary(int at) {
    return at >= words.size()
        || !words.token(at).isWord()
        || words
            .word(at)
            .matches(
                "for|about|that|saying|with|because|to|regarding|titled|called|on|re|please|and|as|since");
  }

  private boolean name(int at) {
    String word = words.word(at);
    return WORD.matcher(word).matches()
        && !Words.NEVER_A_NAME.contains(word)
        && !NEVER.contains(word)
        && !LEVELS.contains(word);
  }

  private Optional<Entity> project(int at) {
    return words.value(SlotType.PROJECT, words.chunk(at));
  }

  /** "high priority", "prio: high", "priority 2", "low-prio". */
  private Optional<Entity> besidePriority(int at) {
    var both = BOTH.matcher(words.word(at));
    if (both.matches()) {
      int start = words.token(at).start();
      return words.value(SlotType.PRIORITY, new Span(start, start + both.end(1)));
    }
    boolean before = PRIORITY.matcher(words.word(at + 1)).matches();
    int noun = words.word(at - 1).matches(":|=|is|of|to|at|should") ? at - 2 : at - 1;
    boolean after = PRIORITY.matcher(words.word(noun)).matches();
    boolean value =
        LEVELS.contains(words.word(at))
            || CODE.matcher(words.word(at)).matches()
            || after && words.word(at).matches("\\d");
    return (before || after) && value
        ? words.value(SlotType.PRIORITY, at, at + 1)
        : Optional.empty();
  }

  /** "p2", "an urgent ticket". */
  private Optional<Entity> level(int at) {
    boolean code = CODE.matcher(words.word(at)).matches();
    boolean level = LEVELS.contains(words.word(at)) && TICKET.matcher(words.word(at + 1)).matches();
    int comma = at - 1;
    boolean between =
        LEVELS.contains(words.word(at))
            && words.word(at - 1).matches(",")
            && words.word(at + 1).matches(",|:|\\)");
    boolean noun = words.word(at).equals("blocker") && words.word(at + 1).matches("in|:|for");
    boolean apart =
        between
            || noun
            || LEVELS.contains(words.word(at))
                && at + 1 == words.size()
                && words.word(comma).matches(",|-|\\(");
    return code || level || apart ? words.value(SlotType.PRIORITY, at, at + 1) : Optional.empty();
  }
}
