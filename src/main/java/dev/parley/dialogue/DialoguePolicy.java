package dev.parley.dialogue;

import java.time.Duration;

/**
 * The dialogue's numbers.
 *
 * @param confirmationLasts after which a yes no longer confirms
 * @param tries how many answers of no use end a question
 * @param depth how many things a dialogue keeps in mind; the oldest is dropped
 */
public record DialoguePolicy(Duration confirmationLasts, int tries, int depth) {
  /** Five minutes, three tries, five things. */
  public static DialoguePolicy standard() {
    return new DialoguePolicy(Duration.ofMinutes(5), 3, 5);
  }
}
