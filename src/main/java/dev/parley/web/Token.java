package dev.parley.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token of a program or a person. The token itself is shown once and kept nowhere.
 *
 * @param hash of the token
 * @param person who speaks with it, as {@code permissions.yml} names them; null for nobody
 * @param usedAt when it was used last; null for never
 */
public record Token(
    String name,
    String hash,
    Scope scope,
    @Nullable String person,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Instant usedAt) {

  Token used(Instant at) {
    return new Token(name, hash, scope, person, madeAt, expiresAt, at);
  }
}
