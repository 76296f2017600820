package dev.parley.understanding;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells where a service stands of which the log is meant: "the kafka log", "logs of kafka". */
final class OfLogs {
  private static final Pattern LOG = Pattern.compile("logs?|log-?files?");
  private static final Pattern LINES = Pattern.compile("logs?|lines?|entries|output|journal");
  private static final Pattern SEARCHING =
      Pattern.compile("grep|search\\w*|look\\w*|check\\w*|scan\\w*|find|filter|hunt|go|any");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]*");
  private static final Set<String> NOT_SERVICES = Words.of("NO_SERVICES_OF_LOGS");

  private static final Set<String> OF = Set.of("of", "for", "from");
  private static final Set<String> KINDS = Set.of("error", "access", "server");

  private OfLogs() {}

  /** Whether a word stands where the service of a log does. */
  static boolean service(Line line, int at) {
    String word = line.word(at);
    if (NOT_SERVICES.contains(word)
        || Words.NEVER_A_NAME.contains(word)
        || Words.REQUEST_VERBS.contains(word)
        || OrdinaryNames.contains(word)
        || !NAME.matcher(word).matches()) {
      return false;
    }
    String before = line.before(at);
    boolean unit = line.word(at - 1).equals("-u") || before.equals("tail");
    boolean of = OF.contains(before) && ofLog(line, at - 1);
    return unit || of || namesLog(line, at);
  }

  private static boolean ofLog(Line line, int at) {
    int of = at;
    while (of > 0 && !OF.contains(line.word(of))) {
      of--;
    }
    boolean searches =
        line.word(of).equals("for")
            && line.tokens().subList(0, of).stream()
                .anyMatch(token -> SEARCHING.matcher(token.lower()).matches());
    return LINES.matcher(line.word(of - 1)).matches()
        && !searches
        && (of < 2 || !named(line, of - 2));
  }

  /** "the sshd log of vpn-gw": it is said already whose log it is. */
  private static boolean named(Line line, int beforeLog) {
    String word = line.word(beforeLog);
    return LOG.matcher(line.word(beforeLog + 1)).matches()
        && NAME.matcher(word).matches()
        && !NOT_SERVICES.contains(word)
        && !Words.NEVER_A_NAME.contains(word)
        && !Words.REQUEST_VERBS.contains(word);
  }

  /** "the kafka error log", but not "search logs". */
  private static boolean namesLog(Line line, int at) {
    boolean log =
        LOG.matcher(line.word(at + 1)).matches()
            || KINDS.contains(line.word(at + 1)) && LOG.matcher(line.word(at + 2)).matches();
    return log
        && (at == 0
            || line.word(at - 1)
                .matches(
                    "the|tail|in|of|from|our|latest|newest|last|current|show|get|fetch|see|read|print|display|pull|me|cat"
                        + "|less|check|grep|search|need|open|,|and"));
  }
}
