package dev.parley.web;

import dev.parley.conversation.Speaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Browser sessions of people, opened by a login code; kept hashed and in memory, so a restart ends
 * them.
 */
public final class Sessions {
  static final String COOKIE = "parley-session";
  static final Duration LIFETIME = Duration.ofHours(12);

  private final Clock clock;
  private final Map<String, Session> sessionByHash = new ConcurrentHashMap<>();

  public Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Opens a session of somebody and returns its secret, the cookie's value. */
  String open(Speaker speaker) {
    var now = clock.instant();
    end(session -> !now.isBefore(session.expiry));
    var secret = Secret.random();
    sessionByHash.put(Secret.hash(secret), new Session(speaker, now.plus(LIFETIME)));
    return secret;
  }

  /** The session of this secret, while it is open. */
  public Optional<Session> find(String secret) {
    return Optional.ofNullable(sessionByHash.get(Secret.hash(secret))).filter(Session::isOpen);
  }

  /** Ends the session of this secret. */
  void close(String secret) {
    var session = sessionByHash.remove(Secret.hash(secret));
    if (session != null) {
      session.end();
    }
  }

  /**
   * Ends every session of an account.
   *
   * @return how many were open
   */
  int closeAll(String account) {
    return end(session -> session.speaker.account().equals(account));
  }

  private int end(Predicate<Session> which) {
    var ended = new ArrayList<Session>();
    sessionByHash.entrySet().removeIf(e -> which.test(e.getValue()) && ended.add(e.getValue()));
    int open = (int) ended.stream().filter(Session::isOpen).count();
    ended.forEach(Session::end);
    return open;
  }

  /** One session: who speaks in it, and who wants to know of its end. */
  public final class Session {
    private final Speaker speaker;
    private final Instant expiry;
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean ended;

    private Session(Speaker speaker, Instant expiry) {
      this.speaker = speaker;
      this.expiry = expiry;
    }

    /** The account that speaks in it. */
    public Speaker speaker() {
      return speaker;
    }

    /** Whether it was neither revoked nor has expired. */
    public synchronized boolean isOpen() {
      return !ended && clock.instant().isBefore(expiry);
    }

    /** How long it lasts still, where nobody revokes it. */
    public Duration remaining() {
      return Duration.between(clock.instant(), expiry);
    }

    /** Calls {@code listener} once when it is revoked; at once when it was. */
    public void whenRevoked(Runnable listener) {
      synchronized (this) {
        if (!ended) {
          listeners.add(listener);
          return;
        }
      }
      listener.run();
    }

    /** Forgets a listener. */
    public synchronized void forget(Runnable listener) {
      listeners.remove(listener);
    }

    private void end() {
      List<Runnable> told;
      synchronized (this) {
        ended = true;
        told = List.copyOf(listeners);
        listeners.clear();
      }
      told.forEach(Runnable::run);
    }
  }
}
