package dev.parley.understanding;

import dev.parley.understanding.Objection.Kind;
import java.util.Optional;
import java.util.function.Predicate;

/** A message is one line; further lines may only be polite. */
final class Lines {
  private Lines() {}

  static Optional<Objection> in(String text, Predicate<String> courtesy) {
    if (text.indexOf('\n') < 0) {
      return Optional.empty();
    }
    return text.lines()
        .filter(line -> !line.isBlank())
        .filter(courtesy.negate())
        .skip(1)
        .findFirst()
        .map(line -> new Objection(Kind.MANY_LINES, line.strip()));
  }
}
