package dev.parley.web;

import dev.parley.conversation.Speaker;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Browser sessions of people, opened by a login code. Who comes in is decided from memory, which is
 * compared with the store again and again: one that was opened on another server of the database is
 * known here soon, and one that was ended there ends here.
 */
public final class Sessions {
  static final String COOKIE = "parley-session";
  static final Duration LIFETIME = Duration.ofHours(12);

  private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

  private final PassStore store;
  private final Clock clock;
  private final Map<String, Session> sessionByHash = new ConcurrentHashMap<>();

  Sessions(PassStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Opens a session of somebody and returns its secret, the cookie's value. */
  synchronized String open(Speaker speaker) {
    var now = clock.instant();
    end(session -> !now.isBefore(session.expiry));
    var secret = Secret.random();
    var pass = new Pass(Pass.Kind.SESSION, Secret.hash(secret), speaker, now.plus(LIFETIME));
    store.add(pass, now);
    sessionByHash.put(pass.hash(), new Session(pass));
    return secret;
  }

  /** The session of this secret, while it is open. Asks nobody, so that it never waits. */
  public Optional<Session> find(String secret) {
    return Optional.ofNullable(sessionByHash.get(Secret.hash(secret))).filter(Session::isOpen);
  }

  /** Ends the session of this secret. */
  synchronized void close(String secret) {
    var hash = Secret.hash(secret);
    store.take(Pass.Kind.SESSION, hash);
    var session = sessionByHash.remove(hash);
    if (session != null) {
      session.end();
    }
  }

  /**
   * Ends every session of an account, on every server.
   *
   * @return how many were open
   */
  synchronized int closeAll(String account) {
    var now = clock.instant();
    var taken = store.takeAll(Pass.Kind.SESSION, account);
    end(session -> session.speaker.account().equals(account));
    return (int) taken.stream().filter(pass -> pass.open(now)).count();
  }

  /** Compares with the store. */
  synchronized void refresh() {
    var kept = new HashMap<String, Pass>();
    store.all(Pass.Kind.SESSION).forEach(pass -> kept.put(pass.hash(), pass));
    kept.forEach((hash, pass) -> sessionByHash.computeIfAbsent(hash, h -> new Session(pass)));
    end(session -> !kept.containsKey(session.hash));
  }

  /** The same, which must not end what calls it again and again. */
  void keepFresh() {
    try {
      refresh();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The sessions could not be read again; those of before hold.", e);
    }
  }

  private void end(Predicate<Session> which) {
    var ended = new ArrayList<Session>();
    sessionByHash.values().removeIf(session -> which.test(session) && ended.add(session));
    ended.forEach(Session::end);
  }

  /** One session: who speaks in it, and who wants to know of its end. */
  public final class Session {
    private final String hash;
    private final Speaker speaker;
    private final Instant expiry;
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean ended;

    private Session(Pass pass) {
      this.hash = pass.hash();
      this.speaker = pass.speaker();
      this.expiry = pass.expiresAt();
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
