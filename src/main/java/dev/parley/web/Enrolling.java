package dev.parley.web;

import dev.parley.Transactions;
import dev.parley.audit.AuditEvent;
import dev.parley.conversation.Speaker;
import dev.parley.permission.OneTimePasswords;
import dev.parley.permission.OneTimePasswords.Fresh;
import dev.parley.permission.OneTimePasswords.Verdict;
import dev.parley.person.Person;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives people one-time passwords and takes them away. */
public final class Enrolling {
  private static final String PLACE = "api";

  private final Conversations conversations;
  private final OneTimePasswords codes;
  private final Transactions transactions;
  private final Clock clock;

  public Enrolling(
      Conversations conversations, OneTimePasswords codes, Transactions transactions, Clock clock) {
    this.conversations = conversations;
    this.codes = codes;
    this.transactions = transactions;
    this.clock = clock;
  }

  boolean enrolled(Speaker speaker) {
    return codes.enrolled(named(speaker).key());
  }

  /**
   * A new secret for whoever speaks; it counts once {@link #confirm} has seen a code of it.
   *
   * @param code a code of the one that they have; null when they have none
   */
  Fresh begin(Speaker speaker, @Nullable String code) {
    var person = named(speaker);
    // a wrong code has to be counted, so nothing is thrown inside
    Optional<Fresh> fresh =
        transactions.call(
            () ->
                !codes.enrolled(person.key()) || may(person, code)
                    ? Optional.of(codes.enrol(person.key(), person.name()))
                    : Optional.empty());
    return fresh.orElseThrow(
        () ->
            Refusal.forbidden(
                "You have one-time passwords already. Give a code of them, or a recovery code, as"
                    + " `code`."));
  }

  private boolean may(Person person, @Nullable String code) {
    return code != null && codes.check(person.key(), code, clock.instant()).accepted();
  }

  /** Makes the new secret count; whether the code was right. */
  boolean confirm(Speaker speaker, String code) {
    var person = named(speaker);
    var verdict = transactions.call(() -> codes.confirm(person.key(), code, clock.instant()));
    if (verdict == Verdict.LOCKED) {
      throw Refusal.forbidden(
          "Too many codes were wrong. Try again in %d minutes."
              .formatted(OneTimePasswords.LOCK.toMinutes()));
    }
    if (verdict.accepted()) {
      note(person, speaker, false);
    }
    return verdict.accepted();
  }

  /** Takes somebody's away, because their phone and their recovery codes are lost. */
  boolean remove(String name, Speaker by) {
    boolean removed = transactions.call(() -> codes.remove(name));
    conversations.people().stream()
        .filter(person -> removed && person.key().equals(name))
        .forEach(person -> note(person, by, true));
    return removed;
  }

  private void note(Person person, Speaker by, boolean removed) {
    conversations.note(
        new AuditEvent.CodesEnrolled(clock.instant(), person.key(), PLACE, by.account(), removed));
  }

  private Person named(Speaker speaker) {
    var person = conversations.person(speaker);
    if (person.guest()) {
      throw Refusal.forbidden(
          "permissions.yml does not know %s. Add the account there to a person first."
              .formatted(speaker.account()));
    }
    return person;
  }
}
