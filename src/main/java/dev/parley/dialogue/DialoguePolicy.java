package dev.parley.dialogue;

import java.time.Duration;

/**
 * The dialogue's numbers.
 *
 * @param confirmationLasts after which a yes no longer confirms
 * @param approvalLasts after which a second person can no longer approve
 * @param tries how many answers of no use end a question
 * @param depth how many things a dialogue keeps in mind; the oldest is dropped
 * @param remembers for how long "it" and "the same" mean the last request
 */
public record DialoguePolicy(
    Duration confirmationLasts, Duration approvalLasts, int tries, int depth, Duration remembers) {
  /** Five minutes to confirm, thirty to approve, three tries, five things, a quarter of an hour. */
  public static DialoguePolicy standard() {
    return new DialoguePolicy(
        Duration.ofMinutes(5), Duration.ofMinutes(30), 3, 5, Duration.ofMinutes(15));
  }
}
