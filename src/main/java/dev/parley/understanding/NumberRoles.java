package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a number counts or identifies, by the words around it. */
final class NumberRoles {
  private static final Set<String> BEFORE_COUNT = Words.of("BEFORE_A_COUNT");
  private static final Set<String> AFTER_COUNT = Words.of("AFTER_A_COUNT");
  private static final Set<String> AND = Set.of("and", "or", ",", "&", "+");
  private static final Set<String> NUMBER =
      Set.of("number", "no", "nr", "id", "#", ":", "=", "num");
  private static final Set<String> KILLING =
      Set.of(
          "kill",
          "killing",
          "terminate",
          "terminating",
          "sigkill",
          "sigterm",
          "-9",
          "-15",
          "pid",
          "pids",
          "proc",
          "procs",
          "process");
  private static final Set<String> OPEN =
      Set.of("open", "closed", "listening", "reachable", "blocked", "filtered", "answering");
  private static final Map<String, String> PORTS =
      Map.ofEntries(
          Map.entry("ftp", "21"),
          Map.entry("ssh", "22"),
          Map.entry("smtp", "25"),
          Map.entry("dns", "53"),
          Map.entry("http", "80"),
          Map.entry("ldap", "389"),
          Map.entry("https", "443"),
          Map.entry("mysql", "3306"),
          Map.entry("rdp", "3389"),
          Map.entry("postgres", "5432"),
          Map.entry("postgresql", "5432"),
          Map.entry("redis", "6379"));

  private static final Pattern UNIT =
      Pattern.compile(
          "s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?|replicas?|pods?|copies"
              + "|instances|lines?|%|percent|times|users|customers|errors|requests|[kmgt]b|gigs?|[ap]m|o'clock");

  private NumberRoles() {}

  /** The type of the number from one word up to another, empty when nothing says it. */
  static Optional<SlotType> type(Line line, int start, int next) {
    return before(line, firstListed(line, start))
        .or(() -> after(line, lastListed(line, next)))
        .or(() -> count(line, start, next))
        .or(() -> asked(line));
  }

  /** Where a list of numbers begins: "ports 80, 443 and 8080". */
  private static int firstListed(Line line, int start) {
    int first = start;
    while (AND.contains(line.word(first - 1)) && line.word(first - 2).matches("\\d+")) {
      first -= 2;
    }
    return first;
  }

  private static int lastListed(Line line, int next) {
    int last = next;
    while (AND.contains(line.word(last)) && line.word(last + 1).matches("\\d+")) {
      last += 2;
    }
    return last;
  }

  /** "80 and 443" where a port was asked for. */
  private static Optional<SlotType> asked(Line line) {
    return Optional.ofNullable(line.asked())
        .filter(type -> EnumSet.of(SlotType.PORT, SlotType.PID, SlotType.LINES).contains(type));
  }

  private static Optional<SlotType> before(Line line, int start) {
    int at = start - 1;
    while (at > 0 && NUMBER.contains(line.word(at))) {
      at--;
    }
    String word = line.word(at);
    if (word.matches("ports?")) {
      return Optional.of(SlotType.PORT);
    }
    if (KILLING.contains(word) || word.equals("processes") && kills(line, at)) {
      return Optional.of(SlotType.PID);
    }
    boolean attached = line.word(start - 1).equals(":") && touches(line, start);
    boolean listens = word.matches("on|at") && line.word(at - 1).matches("listen\\w*|bound|binds?");
    if (attached || listens) {
      return Optional.of(SlotType.PORT);
    }
    boolean tailed = word.equals("-n") || word.matches("tail|head") && start - 1 == at;
    return tailed ? Optional.of(SlotType.LINES) : Optional.empty();
  }

  /** "web-02:8080", without spaces. */
  private static boolean touches(Line line, int start) {
    return start > 1
        && line.tokens().get(start - 1).end() == line.tokens().get(start).start()
        && line.tokens().get(start - 2).end() == line.tokens().get(start - 1).start();
  }

  /** Whether a number before this word is an amount, and no number of something. */
  static boolean unit(String word) {
    return UNIT.matcher(word).matches();
  }

  private static boolean kills(Line line, int before) {
    return line.tokens().subList(0, before).stream()
        .anyMatch(token -> token.lower().matches("kill(?:ing)?|terminate|end|stop|sig\\w+"));
  }

  private static Optional<SlotType> after(Line line, int next) {
    String after = line.word(next);
    if (after.equals("log") || after.equals("logged")) {
      after = line.word(next + 1);
    }
    if (after.matches("lines?|messages|rows|log-?lines|loglines")) {
      return Optional.of(SlotType.LINES);
    }
    if (after.matches("replicas?|pods?|copies|instances|containers")) {
      return Optional.of(SlotType.REPLICAS);
    }
    if (after.matches("days?")) {
      return Optional.of(SlotType.DAYS);
    }
    return OPEN.contains(after) || after.equals("port")
        ? Optional.of(SlotType.PORT)
        : Optional.empty();
  }

  private static Optional<SlotType> count(Line line, int start, int next) {
    boolean enough =
        line.word(next).matches("of") && line.word(next + 1).matches("them|those|these")
            || line.word(next).matches("is|are")
                && line.word(next + 1).matches("enough|plenty|fine")
            || line.word(next).matches("will|would|should")
                && line.word(next + 1).matches("do|suffice");
    boolean count =
        enough
            || BEFORE_COUNT.contains(line.word(start - 1))
            || AFTER_COUNT.contains(line.word(next));
    return count ? Optional.of(SlotType.COUNT) : Optional.empty();
  }

  /** The port that a service's name stands for: "the https port". */
  static Optional<String> namedPort(Line line, int at) {
    boolean port =
        line.asked() == SlotType.PORT
            || line.word(at + 1).equals("port")
            || line.word(at - 1).equals("port");
    return port ? Optional.ofNullable(PORTS.get(line.word(at))) : Optional.empty();
  }
}
