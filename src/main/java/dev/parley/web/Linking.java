package dev.parley.web;

import dev.parley.Transactions;
import dev.parley.audit.AuditEvent;
import dev.parley.conversation.Speaker;
import dev.parley.person.Account;
import dev.parley.person.FilePeople;
import dev.parley.person.LinkCodes;
import dev.parley.person.LinkedAccounts;
import dev.parley.person.LinkedAccounts.Link;
import dev.parley.person.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Hands out codes that link accounts, lists what is linked, and takes it away. */
public final class Linking {
  private static final String PLACE = "api";

  private final Conversations conversations;
  private final LinkedAccounts accounts;
  private final LinkCodes codes;
  private final Transactions transactions;
  private final Clock clock;

  public Linking(
      Conversations conversations,
      LinkedAccounts accounts,
      Transactions transactions,
      Clock clock) {
    this.conversations = conversations;
    this.accounts = accounts;
    this.codes = new LinkCodes(accounts);
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A code for an account on a platform. */
  String code(Speaker speaker, String platform) {
    var person = named(speaker);
    if (!platform.matches("[a-z][a-z0-9_-]{0,63}") || platform.equals(FilePeople.PARLEY)) {
      throw Refusal.badRequest(
          "There is no platform " + platform + " whose accounts can be linked. Write e.g. slack.");
    }
    Optional<String> code =
        transactions.call(() -> codes.issue(person.key(), platform, clock.instant()));
    if (code.isEmpty()) {
      throw Refusal.forbidden(
          "You asked for %d codes in %d minutes. Use one of them, or wait."
              .formatted(LinkCodes.MOST, LinkCodes.LIFETIME.toMinutes()));
    }
    conversations.note(
        new AuditEvent.LinkCodeIssued(
            clock.instant(), person.key(), PLACE, speaker.account(), platform));
    return code.get();
  }

  List<Link> of(Speaker speaker) {
    return accounts.of(named(speaker).key());
  }

  /**
   * Takes a link away.
   *
   * @param anybody whether it may be somebody else's
   */
  boolean unlink(Account account, Speaker by, boolean anybody) {
    var link = accounts.find(account);
    boolean own = link.filter(l -> l.person().equals(conversations.person(by).key())).isPresent();
    if (link.isEmpty() || !(own || anybody)) {
      return false;
    }
    transactions.call(() -> accounts.unlink(account));
    conversations.note(
        new AuditEvent.AccountUnlinked(
            clock.instant(),
            link.get().person(),
            PLACE,
            account.platform() + ":" + account.id(),
            by.account()));
    return true;
  }

  private Person named(Speaker speaker) {
    var person = conversations.person(speaker);
    if (person.guest()) {
      throw Refusal.forbidden(
          "permissions.yml does not know %s, so nothing can be linked to it."
              .formatted(speaker.account()));
    }
    return person;
  }
}
