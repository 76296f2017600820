package dev.parley.intent;

/**
 * One value of a slot.
 *
 * @param canonical the one form that commands, records and comparisons use; as typed when unknown
 * @param spoken as its person named it
 * @param known false for a closed value that does not exist; such a value never reaches an action
 * @param secret whether the canonical form is closed up, and nothing of it may be shown
 */
public record SlotValue(String canonical, String spoken, boolean known, boolean secret) {
  /** A value that anybody may see. */
  public SlotValue(String canonical, String spoken, boolean known) {
    this(canonical, spoken, known, false);
  }

  /** A secret, closed up so that it can be kept; see {@link Discretion}. */
  public static SlotValue secret(String closed) {
    return new SlotValue(closed, Discretion.HIDDEN, true, true);
  }

  /** The canonical form, of a secret nothing. */
  public String shown() {
    return secret ? Discretion.HIDDEN : canonical;
  }

  /** A value that exists, or whose type is open. */
  public static SlotValue of(String canonical, String spoken) {
    return new SlotValue(canonical, spoken, true);
  }

  /** A closed value that does not exist, kept as typed. */
  public static SlotValue unknown(String spoken) {
    return new SlotValue(spoken, spoken, false);
  }
}
