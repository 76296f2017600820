package dev.parley.teaching;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps phrases as long as the process runs. */
public final class InMemoryTaughtPhrases implements TaughtPhrases {
  private record Key(String owner, String words) {}

  private final Map<Key, TaughtPhrase> phrases = new LinkedHashMap<>();

  @Override
  public synchronized void keep(TaughtPhrase phrase) {
    phrases.put(new Key(phrase.owner(), phrase.words()), phrase);
  }

  @Override
  public synchronized Optional<TaughtPhrase> find(String owner, String words) {
    return Optional.ofNullable(phrases.get(new Key(owner, words)));
  }

  @Override
  public synchronized List<TaughtPhrase> of(String owner) {
    return phrases.values().stream()
        .filter(phrase -> phrase.owner().equals(owner))
        .sorted(Comparator.comparing(TaughtPhrase::at).thenComparing(TaughtPhrase::words))
        .toList();
  }

  @Override
  public synchronized boolean forget(String owner, String words) {
    return phrases.remove(new Key(owner, words)) != null;
  }

  /** Remembers what it holds now; running the result goes back to that. */
  public synchronized Runnable savepoint() {
    var before = new LinkedHashMap<>(phrases);
    return () -> restore(before);
  }

  private synchronized void restore(Map<Key, TaughtPhrase> before) {
    phrases.clear();
    phrases.putAll(before);
  }
}
