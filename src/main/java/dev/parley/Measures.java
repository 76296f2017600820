package dev.parley;

import dev.parley.intent.ExecutionStatus;
import java.time.Duration;

/** Is told how much goes on and how long it takes; never who, nor with which values. */
public interface Measures {
  /** A message was answered. */
  void heard(boolean understood, Duration took);

  /** An action ended, or is known to have. */
  void ended(String intent, ExecutionStatus status, Duration took);

  /** Nobody counts. */
  static Measures none() {
    return new Measures() {
      @Override
      public void heard(boolean understood, Duration took) {}

      @Override
      public void ended(String intent, ExecutionStatus status, Duration took) {}
    };
  }
}
