package dev.parley.reply;

import java.util.List;

/** One message of the assistant. */
public record Reply(List<ReplyPart> parts) {
  public Reply {
    parts = List.copyOf(parts);
  }

  public static Reply text(String text) {
    return new Reply(List.of(new ReplyPart.Text(text)));
  }

  /** The whole reply as plain text. */
  public String plainText() {
    return PlainText.of(this);
  }

  /** What can be picked, empty when nothing can. */
  public List<String> choices() {
    return parts.stream()
        .filter(ReplyPart.Choices.class::isInstance)
        .flatMap(part -> ((ReplyPart.Choices) part).options().stream())
        .toList();
  }
}
