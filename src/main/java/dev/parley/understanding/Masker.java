package dev.parley.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Replaces the names in a text by plain words for what they are: "restart apache on web-01" becomes
 * "restart the service on the host". Training and reading mask alike.
 */
public final class Masker {
  private static final Pattern DETERMINED =
      Pattern.compile(
          "(?i).*\\b(?:the|a|an|this|that|these|those|my|our|your|their|its|all|every|each|any|both)\\s+$",
          Pattern.DOTALL);
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?i)\\s*(?:,|&|/|\\+|\\band\\b|\\bor\\b)+\\s*(?:and\\s+)?(?:the\\s+|on\\s+)?");

  /** What is told after a colon or in quotation marks, where something can be told. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?i)^(.{0,80}?\\b(?:ticket|issue|bug|task|story|jira|incident|outage|page|pager|on-?call"
              + "|tell|message|saying|note|titled?|severity|team)\\b[^:\"]{0,60}?[:\"])\\s*\\S+\\s+\\S.*$",
          Pattern.DOTALL);

  private Masker() {}

  /** The text with each entity masked; several of one kind in a row become one. */
  public static String mask(String text, List<Entity> entities) {
    var masked = new StringBuilder();
    int at = 0;
    for (var run : runs(text, entities)) {
      masked.append(text, at, Math.max(at, run.start()));
      dropNoun(masked, run);
      masked
          .append(DETERMINED.matcher(masked).matches() ? "" : article(run.word()))
          .append(run.word());
      at = pastRepeatedNoun(text, run);
    }
    masked.append(text, at, text.length());
    return TOLD.matcher(masked).replaceFirst("$1 the text");
  }

  /** Neighbouring entities of one kind, masked by one word. */
  private record Run(String word, int start, int end) {
    boolean takes(String text, Entity next) {
      return word.equals(wordFor(next))
          && BETWEEN.matcher(text.substring(end, next.start())).matches();
    }
  }

  private static String article(String word) {
    return word.equals("number") ? "" : "the ";
  }

  private static List<Run> runs(String text, List<Entity> entities) {
    var runs = new ArrayList<Run>();
    for (var entity : entities.stream().sorted(Comparator.comparingInt(Entity::start)).toList()) {
      var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && entity.start() < last.end()) {
        continue;
      }
      if (last != null && last.takes(text, entity)) {
        runs.set(runs.size() - 1, new Run(last.word(), last.start(), entity.end()));
      } else {
        runs.add(new Run(wordFor(entity), entity.start(), entity.end()));
      }
    }
    return runs;
  }

  private static String wordFor(Entity entity) {
    return switch (entity.type()) {
      case IP -> "address";
      case URL -> "address";
      case COUNT, LINES, REPLICAS, DAYS -> "number";
      case PID -> "process";
      case RECORD_TYPE -> "record type";
      case TIME, SINCE -> "time";
      case TEXT -> "text";
      case HOST -> entity.values().size() > 1 ? "hosts" : "host";
      default -> entity.type().label();
    };
  }

  /** "on host web-01" is "on the host", not "on host the host". */
  private static void dropNoun(StringBuilder masked, Run run) {
    String noun = run.word() + " ";
    int start = masked.length() - noun.length();
    boolean whole = start == 0 || start > 0 && masked.charAt(start - 1) == ' ';
    if (whole && masked.substring(start).toLowerCase(Locale.ROOT).equals(noun)) {
      masked.setLength(start);
    }
  }

  /** "the apache service" is "the service", not "the service service". */
  private static int pastRepeatedNoun(String text, Run run) {
    String noun = " " + run.word();
    int end = run.end() + noun.length();
    boolean repeated =
        end <= text.length()
            && text.substring(run.end(), end).toLowerCase(Locale.ROOT).equals(noun)
            && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    return repeated ? end : run.end();
  }
}
