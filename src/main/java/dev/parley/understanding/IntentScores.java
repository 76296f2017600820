package dev.parley.understanding;

import java.util.List;

/**
 * How well a message fits each intent.
 *
 * @param ranking the best intents, best first, without "none of them"
 * @param fits whether the best one fits clearly better than "not meant for me"
 * @param resembles whether the message resembles at least two examples of the best one
 */
public record IntentScores(List<ScoredIntent> ranking, boolean fits, boolean resembles) {
  public IntentScores {
    ranking = List.copyOf(ranking);
  }

  /** The zone that follows, before anything is known of the things that the message names. */
  public Zone zone() {
    if (!fits || ranking.isEmpty()) {
      return Zone.DECLINE;
    }
    return resembles ? Zone.ACT : Zone.OFFER;
  }
}
