package dev.parley.interchange;

import dev.parley.training.Annotation;
import dev.parley.training.Example;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes pieces of YAML. */
final class Yaml {
  private Yaml() {}

  /** A text in double quotes. */
  static String text(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                quoted.append("\\n");
              } else if (c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
                quoted.append("\\u%04X".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  /** A section of NLU data, whose lines stand as they are. */
  static String section(String kind, String name, List<String> lines) {
    var out = new StringBuilder("- %s: %s\n  examples: |\n".formatted(kind, key(name)));
    lines.forEach(line -> out.append("    - ").append(line.strip()).append('\n'));
    return out.toString();
  }

  /** A name, in quotes only where it needs them. */
  static String key(String name) {
    boolean plain =
        name.matches("[A-Za-z_][A-Za-z0-9_/.-]*(?: [A-Za-z0-9_/.-]+)*")
            && !name.matches("(?i)true|false|yes|no|on|off|null|y|n");
    return plain ? name : text(name);
  }

  /**
   * An example with its marks.
   *
   * @param slots what to call the slot of a mark; none leaves the mark out
   */
  static String marked(Example example, Function<Annotation, Optional<String>> slots) {
    var out = new StringBuilder();
    int after = 0;
    var marks =
        example.annotations().stream().sorted(Comparator.comparingInt(Annotation::start)).toList();
    for (Annotation mark : marks) {
      var slot = slots.apply(mark);
      if (slot.isPresent() && mark.start() >= after) {
        out.append(example.text(), after, mark.start());
        var words = example.text().substring(mark.start(), mark.end());
        out.append('[').append(words).append(']').append(about(slot.get(), words, mark.value()));
        after = mark.end();
      }
    }
    out.append(example.text().substring(after));
    return out.toString().replaceAll("\\s*\\R\\s*", " ");
  }

  private static String about(String slot, String words, String value) {
    return value.equals(words)
        ? "(" + slot + ")"
        : "{\"entity\": %s, \"value\": %s}".formatted(text(slot), text(value));
  }
}
