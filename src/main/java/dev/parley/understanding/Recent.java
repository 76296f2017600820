package dev.parley.understanding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was computed of the texts that were asked for last. */
final class Recent<T> {
  private final Map<String, T> results;

  Recent(int capacity) {
    results =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > capacity;
          }
        };
  }

  synchronized @Nullable T find(String text) {
    return results.get(text);
  }

  synchronized void keep(String text, T result) {
    results.put(text, result);
  }
}
