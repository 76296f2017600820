package dev.parley.channel.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what came last, and forgets what is older, so that memory stays what it is. */
final class Few<K, V> {
  private final Map<K, V> entries;

  Few(int most) {
    this.entries =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** Notes it; what was there before, or null. */
  synchronized @Nullable V put(K key, V value) {
    var before = entries.remove(key);
    entries.put(key, value);
    return before;
  }

  synchronized @Nullable V get(K key) {
    return entries.get(key);
  }

  synchronized @Nullable V remove(K key) {
    return entries.remove(key);
  }
}
