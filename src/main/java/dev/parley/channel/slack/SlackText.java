package dev.parley.channel.slack;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people type in Slack as the text that they mean. */
final class SlackText {
  private static final Pattern MARKED = Pattern.compile("<([^<>\\s][^<>]*)>");
  private static final Pattern FENCED =
      Pattern.compile("```(?:[ \\t]*\\R)?(.*?)(?:\\R[ \\t]*)?```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern SPACES =
      Pattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\\u2018\\u2019]");
  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\\u201c\\u201d]");
  private static final Pattern OPENING = Pattern.compile("^\\s*<@([A-Z0-9]+)(?:\\|[^>]*)?>");

  private final String bot;
  private final UnaryOperator<String> people;

  /**
   * @param bot our own id
   * @param people tells how somebody is called, by their id
   */
  SlackText(String bot, UnaryOperator<String> people) {
    this.bot = bot;
    this.people = people;
  }

  /** Whether a text names us. */
  boolean mentions(String text) {
    return text.contains("<@" + bot + ">") || text.contains("<@" + bot + "|");
  }

  /** Whether a text begins by naming somebody else. */
  boolean addressesSomebodyElse(String text) {
    var opening = OPENING.matcher(text);
    return opening.find() && !opening.group(1).equals(bot);
  }

  /** The plain text of a message, without our name in front. */
  String plain(String text) {
    var spaced = SPACES.matcher(text).replaceAll(" ");
    var unnamed = withoutUs(spaced);
    var read = unescaped(MARKED.matcher(unnamed).replaceAll(m -> quoted(meant(m.group(1)))));
    return quotes(code(read)).strip();
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  /** Our name in front is how we are called, at the end it is courtesy. */
  private String withoutUs(String text) {
    var us = "<@" + Pattern.quote(bot) + "(?:\\|[^>]*)?>";
    return text.replaceFirst("^\\s*" + us + "[\\s:,]*", "")
        .replaceFirst("[\\s,]*" + us + "\\s*$", "");
  }

  /** What stands for a mark between angle brackets. */
  private String meant(String mark) {
    int bar = mark.indexOf('|');
    var target = bar < 0 ? mark : mark.substring(0, bar);
    var label = bar < 0 ? "" : mark.substring(bar + 1);
    return switch (target.charAt(0)) {
      case '@' -> "@" + person(target.substring(1), label);
      case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
      case '!' -> special(target.substring(1), label);
      default -> link(target, label);
    };
  }

  private String person(String id, String label) {
    if (id.equals(bot)) {
      return "parley";
    }
    return label.isEmpty() ? people.apply(id) : label;
  }

  private static String special(String target, String label) {
    if (!label.isEmpty()) {
      return label;
    }
    int caret = target.indexOf('^');
    return "@" + (caret < 0 ? target : target.substring(0, caret));
  }

  /** Slack makes links of addresses and host names that were typed as they are. */
  private static String link(String target, String label) {
    if (label.isEmpty()) {
      return target.replaceFirst("^(?:mailto|tel):", "");
    }
    return target.contains(label) || target.startsWith("tel:")
        ? label
        : label + " (" + target + ")";
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** Code marks are formatting; around several words they hold these together, as quotes do. */
  private static String code(String text) {
    var unfenced = FENCED.matcher(text).replaceAll(m -> quoted(m.group(1)));
    var whole = CODE.matcher(unfenced.strip());
    return whole.matches()
        ? whole.group(1)
        : CODE.matcher(unfenced).replaceAll(m -> quoted(together(m.group(), m.group(1))));
  }

  private static String together(String marked, String content) {
    boolean several = content.indexOf(' ') >= 0 && content.indexOf('"') < 0;
    return several ? '"' + content + '"' : marked;
  }

  private static String quotes(String text) {
    var single = SINGLE_QUOTES.matcher(text).replaceAll("'");
    return DOUBLE_QUOTES.matcher(single).replaceAll("\"");
  }
}
