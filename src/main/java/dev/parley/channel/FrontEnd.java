package dev.parley.channel;

import dev.parley.delivery.Message;

/**
 * One place where people talk, as the assistant sees it. An adapter keeps its platform's manners,
 * and nothing that has to survive it: what was heard and what is to be posted is kept elsewhere.
 */
public interface FrontEnd extends AutoCloseable {
  /** The channel of its conversations and the platform of its accounts, e.g. {@code irc}. */
  String platform();

  /**
   * Connects, and comes back when it is. It is called again, with pauses, whenever it is not {@link
   * #connected}, also where it was before.
   *
   * @param ears are told what people say from now on
   */
  void connect(Ears ears) throws NotConnectedException;

  /** Whether it hears and can post just now. */
  boolean connected();

  /**
   * Posts a message where its conversation is, and comes back when the platform has it. Never two
   * at once of one conversation. Where the platform can tell one that it was given before, give it
   * conversation and number as the key: after a crash the last one may come again.
   *
   * @throws UndeliveredException with the time to wait, where it cannot be posted now; waiting for
   *     more than a moment in here holds up other conversations of this platform
   */
  void post(Message message) throws UndeliveredException;

  /** Leaves. */
  @Override
  void close();
}
