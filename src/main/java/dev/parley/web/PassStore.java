package dev.parley.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where login codes and sessions are kept; all servers of a database have one store. */
interface PassStore {
  /** Keeps a new one; those that had expired when it was made may go. */
  void add(Pass pass, Instant now);

  /** All of a kind, also those that have expired. */
  List<Pass> all(Pass.Kind kind);

  /** Takes one away; of several who try, one gets it. */
  Optional<Pass> take(Pass.Kind kind, String hash);

  /** Takes away all of an account, and says which there were. */
  List<Pass> takeAll(Pass.Kind kind, String account);
}
