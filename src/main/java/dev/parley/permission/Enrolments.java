package dev.parley.permission;

import java.util.Optional;

/** Who has one-time passwords, across messages and restarts. */
public interface Enrolments {
  Optional<Enrolment> find(String person);

  /**
   * The same, and nobody else reads it so until the transaction that is open ends: two messages at
   * once never use one code twice.
   */
  Optional<Enrolment> hold(String person);

  /** Stores one, in place of the person's former one, in the transaction that is open. */
  void save(Enrolment enrolment);

  /**
   * Takes one away.
   *
   * @return whether there was one
   */
  boolean remove(String person);
}
