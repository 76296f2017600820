package dev.parley.intent;

/**
 * One value of a slot.
 *
 * @param canonical the one form that commands, records and comparisons use; as typed when unknown
 * @param spoken as its person named it
 * @param known false for a closed value that does not exist; such a value never reaches an action
 */
public record SlotValue(String canonical, String spoken, boolean known) {
  /** A value that exists, or whose type is open. */
  public static SlotValue of(String canonical, String spoken) {
    return new SlotValue(canonical, spoken, true);
  }

  /** A closed value that does not exist, kept as typed. */
  public static SlotValue unknown(String spoken) {
    return new SlotValue(spoken, spoken, false);
  }
}
