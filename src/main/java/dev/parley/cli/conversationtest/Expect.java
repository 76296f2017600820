package dev.parley.cli.conversationtest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a turn must lead to: one check for each key that is present, also where its value is null.
 * The values are a name or null, a {@link Wanted}, true or false, or a pattern.
 */
record Expect(Map<Key, Check> checks) {

  /** The keys of {@code expect}. */
  enum Key {
    INTENT,
    SLOTS,
    ASKING,
    CONFIRMING,
    EXECUTED,
    SCHEDULED,
    IDLE,
    UNDERSTOOD,
    REPLY,
    REPLIES;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Key> byLabel(String label) {
      return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
    }

    static List<String> labels() {
      return Arrays.stream(values()).map(Key::label).toList();
    }
  }

  /** One thing that must hold. */
  sealed interface Check {
    /** A name, or none when null. */
    record Name(@Nullable String name) implements Check {}

    /** Each of these slots has exactly these values; none at all when null. */
    record Slots(@Nullable Map<String, List<String>> slots) implements Check {}

    /** An action like this was started; none when null. */
    record Started(@Nullable Wanted wanted) implements Check {}

    record Flag(boolean value) implements Check {}

    /** Some reply matches; there is none when null. */
    record Matches(@Nullable Pattern pattern) implements Check {}

    /**
     * These are all the replies, in order and apart from white space; a star stands for anything on
     * its line.
     */
    record Replies(List<String> texts) implements Check {
      public Replies {
        texts = List.copyOf(texts);
      }
    }
  }

  /**
   * An action that must have started.
   *
   * @param intent null for any
   */
  record Wanted(@Nullable String intent, Map<String, List<String>> slots) {}
}
