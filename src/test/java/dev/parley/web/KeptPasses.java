package dev.parley.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Login codes and sessions as long as a test runs. */
final class KeptPasses implements PassStore {
  private final Map<String, Pass> passes = new LinkedHashMap<>();

  @Override
  public void add(Pass pass, Instant now) {
    passes.put(pass.hash(), pass);
  }

  @Override
  public List<Pass> all(Pass.Kind kind) {
    return passes.values().stream().filter(pass -> pass.kind() == kind).toList();
  }

  @Override
  public Optional<Pass> take(Pass.Kind kind, String hash) {
    return all(kind).stream()
        .filter(pass -> pass.hash().equals(hash))
        .filter(pass -> passes.remove(hash, pass))
        .findAny();
  }

  @Override
  public List<Pass> takeAll(Pass.Kind kind, String account) {
    return all(kind).stream()
        .filter(pass -> pass.speaker().account().equals(account))
        .filter(pass -> passes.remove(pass.hash(), pass))
        .toList();
  }
}
