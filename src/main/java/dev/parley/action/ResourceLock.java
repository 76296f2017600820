package dev.parley.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    private final Holder holder;

    private Held(ResourceLock lock, List<Claim> claims, Holder holder) {
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
  public record Taken(Claim claim, Holder holder) implements Attempt {}

  /**
   * Holds all of it or nothing.
   *
   * @param holder who and for what, as others are told
   */
  public synchronized Attempt acquire(List<Claim> claims, Holder holder) {
    var taken = taken(claims);
    if (taken.isPresent()) {
      return taken.get();
    }
    var mine = new Held(this, claims, holder);
    held.add(mine);
    return mine;
  }

  /** Who holds some of it now. */
  public synchronized Optional<Taken> taken(List<Claim> claims) {
    return held.stream().flatMap(other -> conflict(other, claims).stream()).findFirst();
  }

  private static Optional<Taken> conflict(Held other, List<Claim> claims) {
    return claims.stream()
        .filter(claim -> other.claims.stream().anyMatch(claim::conflictsWith))
        .map(claim -> new Taken(claim, other.holder))
        .findFirst();
  }

  private synchronized void release(Held ended) {
    held.remove(ended);
  }
}
