package dev.parley.node;

/**
 * The processes that work on one database. Whatever one of them holds, it holds for as long as it
 * is among them.
 */
public interface Nodes {
  /** This process. */
  Node self();

  /** Begins to be among them, in place of who was in its place before. */
  void join();

  /**
   * Tells that this process lives, and looks whether the others do: who has not told it for many
   * looks is among them no more. No clock decides, so that neither a clock that jumps nor a pause
   * of this process ends another.
   *
   * @return whether some are gone
   */
  boolean beat();

  /** Is among them no more. */
  void leave();
}
