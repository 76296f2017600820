package dev.parley;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody found out about an action whose end nobody knew, in the one form in which it can be
 * said: {@code settle 3f2a81c0 as succeeded}.
 *
 * @param id the beginning of the execution's
 */
record Settlement(String id, boolean succeeded) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*settle\\s+([0-9a-f][0-9a-f-]{3,35})\\s+as\\s+(succeeded|failed)\\s*[.!]?\\s*",
          Pattern.CASE_INSENSITIVE);

  static Optional<Settlement> of(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(
            new Settlement(
                match.group(1).toLowerCase(Locale.ROOT),
                match.group(2).equalsIgnoreCase("succeeded")))
        : Optional.empty();
  }
}
