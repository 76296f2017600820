package dev.parley.training;

import dev.parley.understanding.TokenStates;

/**
 * How a tagger is learnt.
 *
 * @param layers how many layers of the encoder it reads; none make it a tagger of words alone
 * @param hidden how many outcomes its own layer has
 * @param epochs how often each text is learnt from
 * @param leastSteps how many steps are taken at least; few texts are learnt from more often for it
 * @param batch how many texts are learnt from at once
 * @param rate how far a step goes at first
 * @param stateDropout the part of the states that is left out at random while learning
 * @param leastSeen a feature that fewer words have is not learnt
 * @param members how many are learnt, each from another start, that tag together
 */
public record CrfSettings(
    int layers,
    int hidden,
    int epochs,
    int leastSteps,
    int batch,
    float rate,
    float stateDropout,
    int leastSeen,
    int members) {
  /** What does best where there is time. */
  public static final CrfSettings THOROUGH =
      new CrfSettings(TokenStates.LAYERS, 192, 10, 2500, 8, 3e-4f, 0.1f, 2, 2);

  /** What needs no encoder. */
  public static final CrfSettings WORDS = new CrfSettings(0, 0, 6, 0, 8, 1e-3f, 0, 2, 1);

  /** What learns a catalogue in seconds. */
  public static final CrfSettings QUICK = new CrfSettings(1, 64, 8, 0, 4, 2e-3f, 0.1f, 2, 1);
}
