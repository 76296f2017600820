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
import java.util.regex.Pattern;

/**
 * The set phrases of conversation, from {@code acts.txt}, matched longest first. {@code {REQUEST}}
 * in a phrase stands for each word of that kind in {@code words.txt}.
 */
final class Phrases {
  enum Kind {
    AFFIRM,
    DENY,
    CANCEL,
    THANK,
    GREET,
    COURTESY,
    DOUBT,
    PAUSE,
    HELP,
    WHO_AM_I,
    APPROVE,
    REJECT,
    /** Like REJECT, but a plain no where a yes or no is awaited. */
    DECLINE,
    /** Ends what runs; while a request is put together, calls that off. */
    STOP,
    STOP_RUNNING,
    PENDING,
    /** "status?" asks what is going on; without its mark it may ask for a service's. */
    STATUS,
    AGAIN,
    UNDO,
    /** Turns down all that was offered. */
    NONE,
    START_OVER
  }

  /** A phrase that was found; {@code end} is the index of the word after it. */
  record Found(Kind kind, int start, int end) {}

  private static final Pattern EACH = Pattern.compile("\\{([A-Z_]+)}");
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
      add(phrase.strip().replace("'", ""), kind);
    }
  }

  private void add(String phrase, Kind kind) {
    var each = EACH.matcher(phrase);
    if (each.find()) {
      Words.of(each.group(1)).forEach(word -> add(each.replaceFirst(word), kind));
      return;
    }
    kinds.putIfAbsent(phrase, kind);
    longest = Math.max(longest, phrase.split(" ").length);
  }
}
