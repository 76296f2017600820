package dev.parley.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found out about a message, as the dialogue takes it up. */
final class Findings {
  private Findings() {}

  static Interpretation request(
      Heard heard,
      @Nullable Objection why,
      Requests.Reading reading,
      List<Interpretation.Further> further) {
    return new Interpretation(
        heard.text(),
        why,
        heard.act().act(),
        false,
        why == null ? reading.zone() : Zone.DECLINE,
        reading.ranking(),
        reading.entities(),
        further,
        false,
        Link.NONE);
  }

  static Interpretation refused(Heard heard, Objection why) {
    return request(
        heard, why, new Requests.Reading(Zone.DECLINE, List.of(), heard.entities()), List.of());
  }

  static Interpretation answered(Heard heard, List<Entity> values) {
    var act = heard.act();
    return new Interpretation(
        heard.text(), null, act.act(), act.bare(), Zone.DECLINE, List.of(), values, false);
  }
}
