package dev.parley.training;

import java.util.List;

/**
 * How well slots were found, over exact spans with their slot.
 *
 * @param all slots together
 * @param wholeTexts the part of the texts of which everything was found and nothing else
 */
public record SlotFigures(LabelFigures all, double wholeTexts, List<LabelFigures> slots) {
  public SlotFigures {
    slots = List.copyOf(slots);
  }
}
