package dev.parley.channel.mattermost;

import dev.parley.reply.Reply;
import dev.parley.reply.ReplyPart;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the assistant says, in Mattermost's Markdown; nothing in it is markup of somebody else's.
 */
final class MattermostText {
  private static final int LONGEST = 15_000;
  private static final List<String> YES_OR_NO = List.of("yes", "no");

  private MattermostText() {}

  /**
   * The text of a reply.
   *
   * @param buttons whether choices are shown as such, so that words need not name them
   */
  static String of(Reply reply, boolean buttons) {
    var text =
        reply.parts().stream()
            .map(part -> part(part, buttons))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n"));
    return text.length() <= LONGEST ? text : cut(text);
  }

  private static String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    var kept = text.substring(0, end);
    boolean inFence = kept.lines().filter(line -> line.startsWith("```")).count() % 2 == 1;
    return kept + (inFence ? "\n```" : "") + "\n*The rest is too long for a message here.*";
  }

  private static String part(ReplyPart part, boolean buttons) {
    if (part instanceof ReplyPart.Choices choices) {
      var options = choices.options();
      return buttons || options.isEmpty() || options.equals(YES_OR_NO)
          ? ""
          : options.stream()
              .map(MattermostText::escaped)
              .collect(Collectors.joining(", ", "(", ")"));
    }
    if (part instanceof ReplyPart.Confirmation asked) {
      return fenced(String.join("\n", asked.details())) + "\n**" + escaped(asked.question()) + "**";
    }
    if (part instanceof ReplyPart.Table table) {
      return table(table);
    }
    if (part instanceof ReplyPart.Code code) {
      var caption = code.caption().isEmpty() ? "" : escaped(code.caption()) + "\n";
      return caption + fenced(code.text());
    }
    return escaped(((ReplyPart.Text) part).text());
  }

  private static String table(ReplyPart.Table table) {
    return row(table.header())
        + "\n"
        + row(Collections.nCopies(table.header().size(), "---"))
        + table.rows().stream().map(r -> "\n" + row(r)).collect(Collectors.joining());
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.equals("---") ? cell : escaped(cell).replace("\n", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** The fence is longer than any that stands within. */
  private static String fenced(String text) {
    var fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + "\n" + text.stripTrailing() + "\n" + fence;
  }

  /** Nobody is called by it, either: a mention needs its at sign before a letter. */
  private static String escaped(String text) {
    return text.replaceAll("[\\\\`*_{}\\[\\]()#+!|~<>-]", "\\\\$0")
        .replaceAll("(?m)^(\\d+)\\.", "$1\\\\.")
        .replace("@", "@\u200b")
        .replace(":", ":\u2060");
  }
}
