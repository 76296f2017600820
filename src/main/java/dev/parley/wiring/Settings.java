package dev.parley.wiring;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What an assembly is told besides its home.
 *
 * @param data the folder for what the assistant writes
 * @param simulate whether actions are recorded instead of run
 * @param operator the operating system's user who started this; jason in a demo
 */
public record Settings(Path data, boolean simulate, String operator, Clock clock) {
  /** As a server runs. */
  public static Settings of(Path data, boolean simulate) {
    return new Settings(data, simulate, System.getProperty("user.name"), Clock.systemUTC());
  }
}
