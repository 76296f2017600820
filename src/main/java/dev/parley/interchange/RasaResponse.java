package dev.parley.interchange;

import java.util.List;

/** What a Rasa bot says, in one of several ways. */
record RasaResponse(String name, List<Variation> variations, Place at) {
  RasaResponse {
    variations = List.copyOf(variations);
  }

  /**
   * One way.
   *
   * @param buttons what may be chosen
   * @param more keys that say more than text and buttons
   */
  record Variation(String text, List<Button> buttons, List<String> more, Place at) {
    Variation {
      buttons = List.copyOf(buttons);
      more = List.copyOf(more);
    }
  }

  /** A title and what it sends, e.g. {@code /inform{"size":"large"}}. */
  record Button(String title, String payload) {}
}
