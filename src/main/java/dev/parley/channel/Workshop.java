package dev.parley.channel;

import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * What front ends are made with.
 *
 * @param secrets finds a secret by its name, or throws with a sentence why not
 */
public record Workshop(UnaryOperator<String> secrets, Clock clock) {
  /** How the names of secrets look. */
  public static final String SECRET_NAME = "[a-z0-9][a-z0-9-]{0,63}";

  /** A secret, read anew. */
  public String secret(String name) throws NotConnectedException {
    try {
      return secrets.apply(name);
    } catch (RuntimeException e) {
      throw NotConnectedException.forGood(String.valueOf(e.getMessage()));
    }
  }
}
