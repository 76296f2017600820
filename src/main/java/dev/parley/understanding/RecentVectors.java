package dev.parley.understanding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vectors of the texts that were asked for last. */
final class RecentVectors {
  private final Map<String, float[]> vectors;

  RecentVectors(int capacity) {
    vectors =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > capacity;
          }
        };
  }

  synchronized float @Nullable [] find(String text) {
    return vectors.get(text);
  }

  synchronized void keep(String text, float[] vector) {
    vectors.put(text, vector);
  }
}
