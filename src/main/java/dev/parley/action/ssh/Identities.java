package dev.parley.action.ssh;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to log in with.
 *
 * @param keys the private keys to try
 * @param agent the socket of the agent to ask too; null for none
 * @param only the one key of the agent to try; null for all
 */
record Identities(List<KeyPair> keys, @Nullable Path agent, @Nullable PublicKey only) {
  Identities {
    keys = List.copyOf(keys);
  }

  /** These keys, without any agent. */
  static Identities of(List<KeyPair> keys) {
    return new Identities(keys, null, null);
  }
}
