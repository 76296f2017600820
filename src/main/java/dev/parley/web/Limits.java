package dev.parley.web;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * How much anybody may do in how much time: far more than a busy team does, and far less than
 * somebody who tries tokens, or a program that has gone wrong.
 */
public final class Limits {
  private static final int MOST_KNOWN = 10_000;

  private final Bucket byCredential;
  private final Bucket byPerson;
  private final Bucket wrongByAddress;
  private final Bucket hooksByAddress;

  /** Credentials that were right before are not held up by whoever tries wrong ones beside them. */
  private final Set<String> known =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST_KNOWN;
                }
              }));

  /**
   * @param nanos a clock that only goes forward
   */
  public Limits(LongSupplier nanos) {
    byCredential = new Bucket(3_000, 500, nanos);
    byPerson = new Bucket(2_000, 200, nanos);
    wrongByAddress = new Bucket(30, 0.5, nanos);
    hooksByAddress = new Bucket(1_000, 200, nanos);
  }

  /** A request with a credential that is right. */
  Optional<Refusal> request(Caller caller) {
    return byCredential.take(caller.client()).map(wait -> later("This credential", wait));
  }

  /** A message of somebody. */
  public Optional<Refusal> message(String account) {
    return byPerson.take(account).map(wait -> later(account, wait));
  }

  /** A call of a platform, or of whoever pretends to be one. */
  Optional<Refusal> hook(String address) {
    return hooksByAddress
        .take(network(address))
        .map(wait -> later("Whoever calls from this address", wait));
  }

  /** Whether whoever is at this address tried so many wrong credentials that none is looked at. */
  Optional<Refusal> attempt(String address, String credential) {
    return known.contains(Secret.hash(credential))
        ? Optional.empty()
        : wrongByAddress
            .look(network(address))
            .map(wait -> later("Whoever tries credentials from this address", wait));
  }

  /** What came of it. */
  void tried(String address, String credential, boolean right) {
    if (right) {
      known.add(Secret.hash(credential));
    } else {
      wrongByAddress.take(network(address));
    }
  }

  /** One customer of a provider has a whole network of these addresses. */
  private static String network(String address) {
    var groups = address.split(":", -1);
    return groups.length > 4 ? String.join(":", List.of(groups).subList(0, 4)) : address;
  }

  private static Refusal later(String who, Duration wait) {
    return new Refusal(
        429,
        who + " asks for too much at once. Try again in " + wait.toSeconds() + " seconds.",
        wait);
  }
}
