package dev.parley.person;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts that people linked to themselves, besides those that the home's files name. */
public interface LinkedAccounts {
  /** An account and whose it is. */
  record Link(Account account, String person, Instant linkedAt) {}

  /**
   * A code that links one account.
   *
   * @param hash of the code; the code itself is stored nowhere
   * @param person whose the account becomes
   * @param platform on which the account is
   */
  record Code(String hash, String person, String platform, Instant expiresAt) {}

  /** Stores a code in the transaction that is open. */
  void issue(Code code);

  /** How many codes of a person have not expired, used ones among them. */
  int issued(String person, Instant now);

  /** Uses a code up, once; empty when there is none such or it was used. */
  Optional<Code> redeem(String hash);

  /**
   * Links an account.
   *
   * @return false when it is somebody's already
   */
  boolean link(Link link);

  Optional<Link> find(Account account);

  /** What a person linked, oldest first. */
  List<Link> of(String person);

  /**
   * Takes a link away.
   *
   * @return whether it was there
   */
  boolean unlink(Account account);
}
