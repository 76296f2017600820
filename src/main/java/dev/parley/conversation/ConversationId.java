package dev.parley.conversation;

/**
 * The place where people talk: a front end and the place's id in it.
 *
 * @param channel the front end, e.g. {@code terminal}, {@code api}, {@code slack}; no colon in it
 * @param place the front end's own immutable id of the place (with the thread, where it has
 *     threads)
 */
public record ConversationId(String channel, String place) {
  public ConversationId {
    if (channel.indexOf(':') >= 0) {
      throw new IllegalArgumentException("The channel " + channel + " must not hold a colon.");
    }
  }

  /** Reads what {@link #toString} wrote. */
  public static ConversationId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(text + " is no conversation: it has no channel.");
    }
    return new ConversationId(text.substring(0, colon), text.substring(colon + 1));
  }

  /** One string that names the place in records and logs, e.g. {@code api:client-7/demo}. */
  @Override
  public String toString() {
    return channel + ":" + place;
  }
}
