package dev.parley.action;

import java.util.List;
import java.util.Optional;

/**
 * Keeps two actions from changing the same thing at the same time. Nobody waits: whoever comes
 * second is told who holds it.
 */
public interface ResourceLock {
  /** What trying to hold something led to. */
  sealed interface Attempt permits Held, Taken {}

  /** It is yours until closed. */
  non-sealed interface Held extends Attempt, AutoCloseable {
    @Override
    void close();
  }

  /** Somebody else holds this part of it. */
  record Taken(Claim claim, Holder holder) implements Attempt {}

  /**
   * Holds all of it or nothing.
   *
   * @param holder who and for what, as others are told
   */
  Attempt acquire(List<Claim> claims, Holder holder);

  /** Who holds some of it now. */
  Optional<Taken> taken(List<Claim> claims);
}
