package dev.parley.channel.terminal;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The assistant as a terminal sees it, in this process or behind an address. */
public interface Partner extends AutoCloseable {
  /** How to address whoever types. */
  String name();

  /** The names that can be said, for completion. */
  Collection<String> vocabulary();

  /**
   * Says something; the answer is among the {@link #news}.
   *
   * @return the actions that it started and that have not ended
   * @throws UnreachableException when it was perhaps not heard, with a sentence for people
   */
  List<String> say(String text);

  /** What the assistant said since this was asked last, oldest first. */
  List<Line> news();

  /** Calls {@code listener} whenever there may be news, from any thread, until this is closed. */
  void onNews(Runnable listener);

  /** Whether an action has ended. */
  boolean ended(String execution);

  @Override
  void close();

  /**
   * One message of the assistant.
   *
   * @param to whom it was said, null for whoever types
   */
  record Line(String text, List<String> choices, @Nullable String to) {}

  /** The assistant cannot be reached; the message is for people. */
  final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreachableException(String message) {
      super(message);
    }
  }
}
