package dev.parley.person;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a directory said last, so that a message never waits long for it and a short outage is none.
 * After the grace what it said no longer counts.
 */
public final class KnownGroups {
  private static final Logger LOG = System.getLogger("dev.parley.directory");

  /** How soon a directory that did not answer is asked again. */
  private static final Duration PAUSE = Duration.ofSeconds(15);

  /**
   * What is known of one person.
   *
   * @param at when the directory said so; null while it has said nothing
   * @param triedAt when it was asked last
   */
  private record Known(Set<String> groups, @Nullable Instant at, Instant triedAt, boolean failed) {}

  private final GroupSource source;
  private final Duration refresh;
  private final Duration grace;
  private final Duration patience;
  private final Executor executor;
  private final Clock clock;
  private final Map<String, Known> byUser = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> asking = new ConcurrentHashMap<>();

  /**
   * @param patience for how long somebody waits who was never looked up
   * @param executor asks the directory, beside the messages
   */
  public KnownGroups(
      GroupSource source,
      DirectorySettings settings,
      Duration patience,
      Executor executor,
      Clock clock) {
    this.source = source;
    this.refresh = settings.refresh();
    this.grace = settings.grace();
    this.patience = patience;
    this.executor = executor;
    this.clock = clock;
  }

  /** The groups that count now, of somebody who speaks. */
  Set<String> of(String user) {
    var first = refreshed(user);
    if (first != null && !byUser.containsKey(user)) {
      await(first);
    }
    return present(user);
  }

  /** The groups that are known without waiting, of somebody who is only thought of. */
  Set<String> known(String user) {
    refreshed(user);
    return present(user);
  }

  /** Why somebody's groups do not count, where they do not because nothing answers. */
  Optional<String> trouble(String user) {
    var known = byUser.get(user);
    if (known == null) {
      return Optional.of("the directory has not answered yet, so roles of its groups are missing");
    }
    return known.failed() && !counts(known)
        ? Optional.of(
            known.at() == null
                ? "the directory does not answer, so roles of its groups are missing"
                : "the directory has not answered since %s, so roles of its groups no longer count"
                    .formatted(known.at()))
        : Optional.empty();
  }

  private Set<String> present(String user) {
    var known = byUser.get(user);
    return known != null && counts(known) ? known.groups() : Set.of();
  }

  private boolean counts(Known known) {
    return known.at() != null && clock.instant().isBefore(known.at().plus(grace));
  }

  /** Asks the directory beside all else, where that is due; what tells when it has answered. */
  private @Nullable CountDownLatch refreshed(String user) {
    var known = byUser.get(user);
    var pause = known != null && known.failed() ? PAUSE : refresh;
    if (known != null && clock.instant().isBefore(known.triedAt().plus(pause))) {
      return null;
    }
    var mine = new CountDownLatch(1);
    var other = asking.putIfAbsent(user, mine);
    if (other != null) {
      return other;
    }
    executor.execute(
        () -> {
          try {
            byUser.put(user, ask(user));
          } finally {
            asking.remove(user);
            mine.countDown();
          }
        });
    return mine;
  }

  private Known ask(String user) {
    var now = clock.instant();
    try {
      return new Known(source.groups(user), now, now, false);
    } catch (GroupSource.UnavailableException e) {
      LOG.log(Level.WARNING, e.getMessage());
      var before = byUser.get(user);
      return before == null
          ? new Known(Set.of(), null, now, true)
          : new Known(before.groups(), before.at(), now, true);
    }
  }

  private void await(CountDownLatch first) {
    try {
      if (!first.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.WARNING, "The directory takes long; a message goes on without it.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
