package dev.parley.person;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Somebody who speaks to the assistant.
 *
 * @param key identifies them in dialogues and records: the name in {@code permissions.yml}, or
 *     {@code platform:id} for a guest
 * @param name how to address them
 * @param guest true for somebody whom {@code permissions.yml} does not name
 */
public record Person(
    String key,
    String name,
    Set<String> roles,
    List<Account> accounts,
    ZoneId zone,
    boolean guest) {
  public Person {
    roles = Set.copyOf(roles);
    accounts = List.copyOf(accounts);
  }
}
