package dev.parley.channel;

/**
 * The settings of one front end: a record, so that the same settings are equal and a reload leaves
 * what has not changed alone. Secrets stand in it by name.
 */
public interface Setup {
  /** A front end with these settings, not connected yet. */
  FrontEnd open(Workshop workshop);

  /** Whether each node connects; where not, one at a time does, so that nothing is heard twice. */
  default boolean onEachNode() {
    return false;
  }

  /** Tries whether it could connect, without hearing or changing anything; for {@code check}. */
  void attempt(Workshop workshop) throws NotConnectedException;
}
