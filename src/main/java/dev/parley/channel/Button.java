package dev.parley.channel;

import dev.parley.reply.Reply;
import dev.parley.reply.ReplyPart;
import java.util.List;

/**
 * Something that can be pressed in a message.
 *
 * @param says what pressing it stands for, to be handed back in {@link Press#says}
 */
public record Button(String says, Kind kind) {
  /** How it looks. */
  public enum Kind {
    /** It lets something happen that was shown. */
    GO,
    /** It keeps something from happening. */
    STOP,
    /** One of several answers. */
    CHOICE
  }

  /** The buttons of a reply, in order. */
  public static List<Button> of(Reply reply) {
    boolean asks = reply.parts().stream().anyMatch(ReplyPart.Confirmation.class::isInstance);
    return reply.choices().stream().map(says -> new Button(says, kind(says, asks))).toList();
  }

  private static Kind kind(String says, boolean asks) {
    if (!asks) {
      return Kind.CHOICE;
    }
    return says.equals("no") || says.startsWith("reject ") ? Kind.STOP : Kind.GO;
  }
}
