package dev.parley.intent;

import java.util.Locale;

/** Where an execution stands. */
public enum ExecutionStatus {
  /** Stored, not begun. */
  SCHEDULED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  /** Past its time limit; it may still be running where it was started. */
  TIMED_OUT,
  /** Begun, and how it ended was lost. It is never run again by itself. */
  UNKNOWN;

  public boolean ended() {
    return this != SCHEDULED && this != RUNNING;
  }

  /** As written in the API. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
