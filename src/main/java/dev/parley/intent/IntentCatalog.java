package dev.parley.intent;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that can be asked for, by name, in the order of the names. */
public final class IntentCatalog {
  private final SortedMap<String, Intent> byName;

  public IntentCatalog(Collection<Intent> intents) {
    var sorted = new TreeMap<String, Intent>();
    intents.forEach(intent -> sorted.put(intent.name(), intent));
    byName = Collections.unmodifiableSortedMap(sorted);
  }

  public Optional<Intent> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The intent of that name, which the caller knows exists. */
  public Intent get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("There is no intent " + name + "."));
  }

  public Collection<Intent> all() {
    return byName.values();
  }
}
