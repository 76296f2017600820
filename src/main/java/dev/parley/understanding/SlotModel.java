package dev.parley.understanding;

import java.util.function.Function;

/** What was learnt about the values of slots. */
public interface SlotModel {
  /**
   * A tagger that goes by it.
   *
   * @param states gives what the encoder makes of a text; models of words alone never ask
   */
  SlotTagger tagger(Function<String, TokenStates> states);
}
