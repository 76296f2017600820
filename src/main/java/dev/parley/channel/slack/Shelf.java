package dev.parley.channel.slack;

import dev.parley.conversation.ConversationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last message of ours that each person can press in a conversation. Somebody may answer it
 * while Slack has not told us yet where it stands; then it is taken away as soon as that is known.
 */
final class Shelf {
  private static final int KEPT = 5_000;

  private final Few<String, Shown> shown = new Few<>(KEPT);
  private final Map<String, List<Consumer<@Nullable Shown>>> coming = new HashMap<>();

  /** What can be pressed is being posted; {@link #replace} or {@link #gone} follows. */
  synchronized void coming(ConversationId conversation, String person) {
    coming.putIfAbsent(key(conversation, person), new ArrayList<>());
  }

  /** It could not be posted. */
  void gone(ConversationId conversation, String person) {
    awaited(key(conversation, person)).forEach(then -> then.accept(null));
  }

  /**
   * Puts a newer one there, where nobody has answered it yet, and gives the one before, or null.
   */
  @Nullable Shown replace(ConversationId conversation, String person, Shown newer) {
    var key = key(conversation, person);
    List<Consumer<@Nullable Shown>> answered;
    Shown before;
    synchronized (this) {
      answered = awaited(key);
      before = answered.isEmpty() ? shown.put(key, newer) : shown.remove(key);
    }
    answered.forEach(then -> then.accept(newer));
    return before;
  }

  /**
   * Takes it away.
   *
   * @param then is given it, or null where there is none; later, where it is being posted
   */
  void take(ConversationId conversation, String person, Consumer<@Nullable Shown> then) {
    var key = key(conversation, person);
    Shown taken;
    synchronized (this) {
      taken = shown.remove(key);
      var waiting = coming.get(key);
      if (taken == null && waiting != null) {
        waiting.add(then);
        return;
      }
    }
    then.accept(taken);
  }

  private synchronized List<Consumer<@Nullable Shown>> awaited(String key) {
    var waiting = coming.remove(key);
    return waiting == null ? List.of() : waiting;
  }

  private static String key(ConversationId conversation, String person) {
    return conversation + " " + person;
  }
}
