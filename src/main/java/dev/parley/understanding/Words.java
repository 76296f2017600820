package dev.parley.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Kinds of ordinary words that reading goes by, from {@code words.txt}. */
final class Words {
  private static final Map<String, Set<String>> KINDS = load();

  /** What requests ask to be done; a clause that begins with one is a request of its own. */
  static final Set<String> REQUEST_VERBS = Words.of("REQUEST_VERBS");

  /** Verbs whose object is a service. */
  static final Set<String> SERVICE_VERBS = Words.of("SERVICE_VERBS");

  /** What a service or a host is said to be, so that the word before it is one. */
  static final Set<String> STATES = Words.of("STATES");

  /** Words after which a place follows. */
  static final Set<String> PLACE_PREPOSITIONS = Words.of("PLACE_PREPOSITIONS");

  static final Set<String> HOST_NOUNS = Words.of("HOST_NOUNS");

  static final Set<String> SERVICE_NOUNS = Words.of("SERVICE_NOUNS");

  static final Set<String> DETERMINERS = Words.of("DETERMINERS");

  /** Words that never are a name that does not exist, wherever they stand. */
  static final Set<String> NEVER_A_NAME = Words.of("NEVER_A_NAME");

  private Words() {}

  /** The words of a kind. */
  static Set<String> of(String kind) {
    return Optional.ofNullable(KINDS.get(kind))
        .orElseThrow(() -> new IllegalStateException("words.txt has no line " + kind + "."));
  }

  private static Map<String, Set<String>> load() {
    var kinds = new HashMap<String, Set<String>>();
    try (var in = Objects.requireNonNull(Words.class.getResourceAsStream("words.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(":\\s+", 2))
          .forEach(
              line ->
                  kinds
                      .computeIfAbsent(line[0], kind -> new HashSet<>())
                      .addAll(List.of(line[1].split(" "))));
      return kinds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
