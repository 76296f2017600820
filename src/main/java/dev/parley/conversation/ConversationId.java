package dev.parley.conversation;

/**
 * The place where people talk: a front end and the place's id in it.
 *
 * @param channel the front end, e.g. {@code terminal}, {@code api}, {@code slack}
 * @param place the front end's own immutable id of the place (with the thread, where it has
 *     threads)
 */
public record ConversationId(String channel, String place) {
  /** One string that names the place in records and logs, e.g. {@code api:client-7/demo}. */
  @Override
  public String toString() {
    return channel + ":" + place;
  }
}
