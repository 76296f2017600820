package dev.parley.reply;

import java.util.List;

/**
 * One message of the assistant.
 *
 * @param aside whether it is for nobody but whom it answers: refusals, help, hints. Where a front
 *     end can show something to one person alone, it does that
 */
public record Reply(List<ReplyPart> parts, boolean aside) {
  public Reply {
    parts = List.copyOf(parts);
  }

  /** One that everybody there may see. */
  public Reply(List<ReplyPart> parts) {
    this(parts, false);
  }

  public static Reply text(String text) {
    return new Reply(List.of(new ReplyPart.Text(text)));
  }

  /** The same, for nobody but whom it answers. */
  public Reply toOneAlone() {
    return new Reply(parts, true);
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
