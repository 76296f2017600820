package dev.parley.web;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens that programs and people present. Who comes in is decided from memory, which is
 * compared with the store again and again: what another server revoked is worthless here soon.
 */
public final class Tokens {
  /** What every token begins with, so that leaked ones are found by those who look for them. */
  static final String PREFIX = "parley_";

  private static final System.Logger LOG = System.getLogger(Tokens.class.getName());
  private static final int MOST = 1_000;

  private final TokenStore store;
  private final Clock clock;
  private final Map<String, Instant> usedByName = new ConcurrentHashMap<>();
  private volatile Map<String, Token> tokenByHash = Map.of();

  public Tokens(TokenStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A token that was made, and its secret. */
  record Made(Token token, String secret) {}

  /**
   * Makes a token.
   *
   * @return empty when there is one of that name
   */
  Optional<Made> make(String name, Scope scope, String person, Duration lasts) {
    if (store.all().size() >= MOST) {
      throw Refusal.badRequest("There are " + MOST + " tokens. Revoke those that nobody needs.");
    }
    var now = clock.instant();
    var secret = PREFIX + Secret.random();
    var whose = person.isEmpty() ? null : person;
    var token = new Token(name, Secret.hash(secret), scope, whose, now, now.plus(lasts), null);
    if (!store.add(token)) {
      return Optional.empty();
    }
    refresh();
    return Optional.of(new Made(token, secret));
  }

  /** Makes one worthless at once; whether there was one. */
  boolean revoke(String name) {
    boolean was = store.remove(name);
    refresh();
    return was;
  }

  /** All of them, also those that have expired. */
  List<Token> all() {
    flush();
    return store.all();
  }

  /** The token of this secret, while it holds. Asks nobody, so that it never waits. */
  Optional<Token> find(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var now = clock.instant();
    var found =
        Optional.ofNullable(tokenByHash.get(Secret.hash(secret)))
            .filter(token -> now.isBefore(token.expiresAt()));
    found.ifPresent(token -> usedByName.put(token.name(), now));
    return found;
  }

  /** Compares with the store, and notes there what was used. */
  void refresh() {
    var fresh = new HashMap<String, Token>();
    store.all().forEach(token -> fresh.put(token.hash(), token));
    tokenByHash = Map.copyOf(fresh);
    flush();
  }

  /** The same, which must not end what calls it again and again. */
  void keepFresh() {
    try {
      refresh();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The tokens could not be read again; those of before hold.", e);
    }
  }

  private void flush() {
    for (var name : List.copyOf(usedByName.keySet())) {
      var at = usedByName.remove(name);
      if (at != null) {
        store.used(name, at);
      }
    }
  }
}
