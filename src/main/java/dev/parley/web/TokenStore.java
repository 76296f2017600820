package dev.parley.web;

import java.time.Instant;
import java.util.List;

/** Where tokens are kept. */
public interface TokenStore {
  List<Token> all();

  /**
   * Keeps a new one.
   *
   * @return whether there was none of that name
   */
  boolean add(Token token);

  /**
   * Forgets one.
   *
   * @return whether there was one
   */
  boolean remove(String name);

  /** Notes when one was used last. */
  void used(String name, Instant at);
}
