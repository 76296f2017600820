package dev.parley.understanding;

import java.util.List;

/**
 * How well a message fits the catalogue.
 *
 * @param ranking best first
 * @param fits whether the best fits clearly better than "not meant for the assistant"
 * @param resembles whether at least two examples of the best intent are near enough
 */
public record IntentScores(List<ScoredIntent> ranking, boolean fits, boolean resembles) {
  public IntentScores {
    ranking = List.copyOf(ranking);
  }
}
