package dev.parley.permission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's one-time passwords.
 *
 * @param person the {@code Person.key()}
 * @param secret what their app has too, locked
 * @param confirmed whether a first code has shown that it has
 * @param lastStep the newest step whose code was used; that one and earlier ones serve no more
 * @param recovery hashes of the recovery codes that are left
 * @param wrong how many codes in a row were wrong since {@code wrongSince}
 * @param lockedUntil until when no code is taken, or null
 */
public record Enrolment(
    String person,
    String secret,
    boolean confirmed,
    long lastStep,
    List<String> recovery,
    int wrong,
    @Nullable Instant wrongSince,
    @Nullable Instant lockedUntil) {
  public Enrolment {
    recovery = List.copyOf(recovery);
  }

  /** After a right code; the step serves no more. */
  Enrolment used(long step) {
    return new Enrolment(person, secret, true, step, recovery, 0, null, null);
  }

  Enrolment usedRecovery(String hash) {
    var left = recovery.stream().filter(other -> !other.equals(hash)).toList();
    return new Enrolment(person, secret, true, lastStep, left, 0, null, null);
  }

  Enrolment wrong(int times, @Nullable Instant since, @Nullable Instant locked) {
    return new Enrolment(person, secret, confirmed, lastStep, recovery, times, since, locked);
  }

  boolean locked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }
}
