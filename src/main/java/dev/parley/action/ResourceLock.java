package dev.parley.action;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps two actions from changing the same thing at the same time. Nobody waits: whoever comes
 * second is told who holds it.
 */
public final class ResourceLock {
  private final List<Held> held = new ArrayList<>();

  /** What trying to hold something led to. */
  public sealed interface Attempt {}

  /** It is yours until closed. */
  public static final class Held implements Attempt, AutoCloseable {
    private final ResourceLock lock;
    private final List<Claim> claims;
    private final String holder;

    private Held(ResourceLock lock, List<Claim> claims, String holder) {
      this.lock = lock;
      this.claims = List.copyOf(claims);
      this.holder = holder;
    }

    @Override
    public void close() {
      lock.release(this);
    }
  }

  /** Somebody else holds this part of it. */
  public record Taken(Claim claim, String holder) implements Attempt {}

  /**
   * Holds all of it or nothing.
   *
   * @param holder who and for what, as others are told
   */
  public synchronized Attempt acquire(List<Claim> claims, String holder) {
    for (var other : held) {
      for (var claim : claims) {
        if (other.claims.stream().anyMatch(claim::conflictsWith)) {
          return new Taken(claim, other.holder);
        }
      }
    }
    var mine = new Held(this, claims, holder);
    held.add(mine);
    return mine;
  }

  private synchronized void release(Held ended) {
    held.remove(ended);
  }
}
