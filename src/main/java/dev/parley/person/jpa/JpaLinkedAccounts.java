package dev.parley.person.jpa;

import dev.parley.person.Account;
import dev.parley.person.LinkedAccounts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Linked accounts in the database; codes that expired go when the next one comes. */
public final class JpaLinkedAccounts implements LinkedAccounts {
  @Override
  public void issue(Code code) {
    LinkCodeRow.delete("expiresAt < ?1", code.expiresAt().minus(1, ChronoUnit.DAYS));
    var row = new LinkCodeRow();
    row.hash = code.hash();
    row.person = code.person();
    row.platform = code.platform();
    row.expiresAt = code.expiresAt().truncatedTo(ChronoUnit.MICROS);
    row.persist();
  }

  @Override
  public int issued(String person, Instant now) {
    return (int) LinkCodeRow.count("person = ?1 and expiresAt > ?2", person, now);
  }

  /** The update tells whoever is first; nobody else finds it unused. */
  @Override
  public Optional<Code> redeem(String hash) {
    return LinkCodeRow.update("used = true where hash = ?1 and used = false", hash) == 1
        ? LinkCodeRow.<LinkCodeRow>findByIdOptional(hash)
            .map(row -> new Code(row.hash, row.person, row.platform, row.expiresAt))
        : Optional.empty();
  }

  @Override
  public boolean link(Link link) {
    if (find(link.account()).isPresent()) {
      return false;
    }
    var row = new LinkedAccountRow();
    row.account = key(link.account());
    row.platform = link.account().platform();
    row.accountId = link.account().id();
    row.person = link.person();
    row.linkedAt = link.linkedAt().truncatedTo(ChronoUnit.MICROS);
    row.persist();
    return true;
  }

  @Override
  public Optional<Link> find(Account account) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                LinkedAccountRow.<LinkedAccountRow>findByIdOptional(key(account))
                    .map(JpaLinkedAccounts::link));
  }

  @Override
  public List<Link> of(String person) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                LinkedAccountRow.<LinkedAccountRow>stream(
                        "person = ?1 order by linkedAt, account", person)
                    .map(JpaLinkedAccounts::link)
                    .toList());
  }

  @Override
  public boolean unlink(Account account) {
    return LinkedAccountRow.deleteById(key(account));
  }

  private static Link link(LinkedAccountRow row) {
    return new Link(new Account(row.platform, row.accountId), row.person, row.linkedAt);
  }

  private static String key(Account account) {
    return account.platform() + ":" + account.id();
  }
}
