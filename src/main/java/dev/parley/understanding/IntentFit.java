package dev.parley.understanding;

import java.util.List;

/**
 * How well a message fits, in numbers.
 *
 * @param ranking the best intents, best first
 * @param margin how much better the best one fits than "not meant for me", as a difference of
 *     log-probabilities
 * @param resemblance the cosine with the second-nearest example of the best one
 */
public record IntentFit(List<ScoredIntent> ranking, float margin, float resemblance) {}
