package dev.parley.understanding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The set phrases of conversation, from {@code acts.txt}, matched longest first. */
final class Phrases {
  enum Kind {
    AFFIRM,
    DENY,
    CANCEL,
    THANK,
    GREET,
    COURTESY,
    DOUBT,
    HELP,
    WHO_AM_I
  }

  /** A phrase that was found; {@code end} is the index of the word after it. */
  record Found(Kind kind, int start, int end) {}

  private static final Phrases SHIPPED = load("acts.txt");

  private final Map<String, Kind> kinds = new HashMap<>();
  private int longest = 1;

  static Phrases shipped() {
    return SHIPPED;
  }

  /** The phrases that begin a message, one after another, until a word belongs to none. */
  List<Found> opening(List<String> words) {
    var found = new ArrayList<Found>();
    int at = 0;
    while (at < words.size()) {
      Found next = at(words, at);
      if (next == null) {
        break;
      }
      found.add(next);
      at = next.end();
    }
    return found;
  }

  private @org.jspecify.annotations.Nullable Found at(List<String> words, int start) {
    for (int length = Math.min(longest, words.size() - start); length > 0; length--) {
      var kind = kinds.get(String.join(" ", words.subList(start, start + length)));
      if (kind != null) {
        return new Found(kind, start, start + length);
      }
    }
    return null;
  }

  private static Phrases load(String resource) {
    var phrases = new Phrases();
    try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> line.contains(": "))
          .filter(l -> !l.startsWith("#"))
          .forEach(phrases::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  private void add(String line) {
    int colon = line.indexOf(": ");
    var kind = Kind.valueOf(line.substring(0, colon));
    for (var phrase : line.substring(colon + 2).split("\\|")) {
      String key = phrase.strip().replace("'", "");
      kinds.put(key, kind);
      longest = Math.max(longest, key.split(" ").length);
    }
  }
}
