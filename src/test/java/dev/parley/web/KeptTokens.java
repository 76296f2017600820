package dev.parley.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tokens as long as a test runs. */
final class KeptTokens implements TokenStore {
  private final Map<String, Token> tokens = new LinkedHashMap<>();

  @Override
  public List<Token> all() {
    return List.copyOf(tokens.values());
  }

  @Override
  public boolean add(Token token) {
    return tokens.putIfAbsent(token.name(), token) == null;
  }

  @Override
  public boolean remove(String name) {
    return tokens.remove(name) != null;
  }

  @Override
  public void used(String name, Instant at) {
    tokens.computeIfPresent(name, (same, token) -> token.used(at));
  }
}
