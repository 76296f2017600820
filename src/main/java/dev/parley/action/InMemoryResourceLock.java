package dev.parley.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the actions of this process from each other. */
public final class InMemoryResourceLock implements ResourceLock {
  private final List<Mine> held = new ArrayList<>();

  private record Mine(List<Claim> claims, Holder holder) {
    Optional<Taken> conflict(List<Claim> others) {
      return others.stream()
          .filter(other -> claims.stream().anyMatch(other::conflictsWith))
          .map(other -> new Taken(other, holder))
          .findFirst();
    }
  }

  @Override
  public synchronized Attempt acquire(List<Claim> claims, Holder holder) {
    var taken = taken(claims);
    if (taken.isPresent()) {
      return taken.get();
    }
    var mine = new Mine(List.copyOf(claims), holder);
    held.add(mine);
    return (Held) () -> release(mine);
  }

  @Override
  public synchronized Optional<Taken> taken(List<Claim> claims) {
    return held.stream().flatMap(other -> other.conflict(claims).stream()).findFirst();
  }

  /** By identity: two may hold nothing at all alike. */
  private synchronized void release(Mine ended) {
    held.removeIf(each -> each == ended);
  }
}
