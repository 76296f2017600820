package dev.parley.channel.irc;

import dev.parley.reply.Reply;
import dev.parley.reply.ReplyPart;
import java.util.List;
import java.util.stream.Collectors;

/** What the assistant says, as plain text. */
final class IrcText {
  private static final List<String> YES_OR_NO = List.of("yes", "no");

  private IrcText() {}

  static String of(Reply reply) {
    return reply.parts().stream()
        .map(IrcText::part)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String part(ReplyPart part) {
    if (part instanceof ReplyPart.Choices choices) {
      var options = choices.options();
      return options.isEmpty() || options.equals(YES_OR_NO)
          ? ""
          : "(" + String.join(", ", options) + ")";
    }
    if (part instanceof ReplyPart.Confirmation asked) {
      var details = asked.details().stream().map(line -> "> " + line);
      return details.collect(Collectors.joining("\n")) + "\n" + asked.question();
    }
    if (part instanceof ReplyPart.Code code) {
      var output = code.text().lines().map(line -> "| " + line);
      var text = output.collect(Collectors.joining("\n"));
      return code.caption().isEmpty() ? text : code.caption() + "\n" + text;
    }
    return new Reply(List.of(part)).plainText();
  }
}
