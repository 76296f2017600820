package dev.parley.understanding;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words, some with variants: {@code confirm|confirming|auto.*}. */
final class CueWords {
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9'-]+");
  private static final CueWords NONE = new CueWords("");

  private final Set<String> plain = new HashSet<>();
  private final @Nullable Pattern variants;

  private CueWords(String alternatives) {
    var others = new StringBuilder();
    for (String word : alternatives.split("\\|")) {
      if (PLAIN.matcher(word).matches()) {
        plain.add(word);
      } else if (!word.isEmpty()) {
        others.append(others.length() == 0 ? "" : "|").append(word);
      }
    }
    variants = others.length() == 0 ? null : Pattern.compile(others.toString());
  }

  /**
   * The words of which one must stand where a rule matches: the last of its parts that is neither
   * optional nor repeated nor a choice between several parts. Empty when it has none.
   *
   * @param named the definitions of names such as {@code $CHECKS}
   */
  static CueWords neededBy(String pattern, Map<String, String> named) {
    int depth = 0;
    var needed = NONE;
    for (String part : pattern.strip().split("\\s+")) {
      if (part.equals("|")) {
        if (depth == 0) {
          return NONE;
        }
        continue;
      }
      depth += part.startsWith("(") ? 1 : 0;
      String meant = named.getOrDefault(part, part);
      boolean words = meant.length() > 1 && meant.startsWith("/") && meant.endsWith("/");
      if (depth == 0 && words && !meant.contains("/ ")) {
        needed = new CueWords(meant.substring(1, meant.length() - 1));
      }
      depth -= part.startsWith(")") ? 1 : 0;
    }
    return needed;
  }

  boolean isEmpty() {
    return this == NONE;
  }

  boolean contains(String word) {
    return plain.contains(word) || variants != null && variants.matcher(word).matches();
  }
}
