package dev.parley.teaching;

import java.time.Instant;

/**
 * A message that may have been read wrongly, or was not understood at all.
 *
 * @param words by which it is told from others
 * @param text what was said, without secrets
 * @param read the intent that it came nearest to; empty for none
 * @param value how much could be learnt from it, see {@link LearningValue}
 * @param meant the intent that its person meant after all; empty where nobody knows
 * @param meaning the exact command that a phrase is to stand for; empty but for a taught phrase
 */
public record Misreading(
    String words,
    String text,
    Reason reason,
    String read,
    double value,
    String meant,
    String meaning,
    String person,
    String conversation,
    Instant at) {
  /** Why it is worth a look. */
  public enum Reason {
    /** It was not understood. */
    DECLINED,
    /** Several readings were offered. */
    OFFERED,
    /** Its person said that they had meant something else. */
    CORRECTED,
    /** Its person did not want what it was taken for. */
    CANCELLED,
    /** Somebody taught it as a phrase of their own. */
    TAUGHT;

    /** As people read it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
