package dev.parley.cli.conversationtest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the assistant dies on the way of a message. */
public enum Crash {
  /** Before anything of the message is stored; it is delivered again after the restart. */
  HEARD,
  /** The answer is stored, and what it started has not begun. */
  ANSWERED,
  /** What it started has begun, and how it ended is not stored. */
  RUNNING,
  /** Everything is stored. */
  ENDED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Crash::label).toList();
  }

  static Optional<Crash> byLabel(String label) {
    return Arrays.stream(values()).filter(crash -> crash.label().equals(label)).findFirst();
  }
}
