package dev.parley.person;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps linked accounts as long as the process runs. */
public final class InMemoryLinkedAccounts implements LinkedAccounts {
  private final Map<Account, Link> links = new LinkedHashMap<>();
  private final Map<String, Code> codes = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  @Override
  public synchronized void issue(Code code) {
    codes.put(code.hash(), code);
  }

  @Override
  public synchronized int issued(String person, Instant now) {
    return (int)
        codes.values().stream()
            .filter(code -> code.person().equals(person) && now.isBefore(code.expiresAt()))
            .count();
  }

  @Override
  public synchronized Optional<Code> redeem(String hash) {
    return codes.containsKey(hash) && used.add(hash)
        ? Optional.ofNullable(codes.get(hash))
        : Optional.empty();
  }

  @Override
  public synchronized boolean link(Link link) {
    return links.putIfAbsent(link.account(), link) == null;
  }

  @Override
  public synchronized Optional<Link> find(Account account) {
    return Optional.ofNullable(links.get(account));
  }

  @Override
  public synchronized List<Link> of(String person) {
    return links.values().stream().filter(link -> link.person().equals(person)).toList();
  }

  @Override
  public synchronized boolean unlink(Account account) {
    return links.remove(account) != null;
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    var before = new LinkedHashMap<>(links);
    var codesBefore = new HashMap<>(codes);
    var usedBefore = new HashSet<>(used);
    return () -> restore(before, codesBefore, usedBefore);
  }

  private synchronized void restore(
      Map<Account, Link> before, Map<String, Code> codesBefore, Set<String> usedBefore) {
    links.clear();
    links.putAll(before);
    codes.clear();
    codes.putAll(codesBefore);
    used.clear();
    used.addAll(usedBefore);
  }
}
