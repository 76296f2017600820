package dev.parley.schedule;

import java.util.function.Consumer;

/** Rings when something that is scheduled is due. */
public interface Alarms extends AutoCloseable {
  /**
   * Rings from now on, also for what earlier processes stored.
   *
   * @param due gets the id of what is due; where it fails, it is called again a little later
   */
  void start(Consumer<String> due);

  /** Rings soon for what a process was about to ring that is gone. */
  default void freeThoseOfTheDead() {}

  /** Rings no more. */
  @Override
  void close();
}
