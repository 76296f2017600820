package dev.parley.training;

import java.util.List;

/**
 * An example as a line of a training file.
 *
 * @param marks its values, in the order in which they stand
 */
record WrittenExample(String text, List<Annotation> marks) {
  WrittenExample {
    marks = List.copyOf(marks);
  }

  /** Whether the line would be read as it is meant. */
  boolean possible() {
    var read = AnnotatedText.parse(line());
    return text.chars().noneMatch(c -> c == '[' || c == ']' || Character.isISOControl(c))
        && !text.startsWith("- ")
        && !text.isEmpty()
        && read.problem() == null
        && read.text().equals(text)
        && read.annotations().equals(marks);
  }

  /** {@code restart [httpd](service:apache) on [web-01](host)}. */
  String line() {
    var line = new StringBuilder();
    int at = 0;
    for (var mark : marks) {
      var marked = text.substring(mark.start(), mark.end());
      line.append(text, at, mark.start()).append('[').append(marked).append(']');
      line.append(meaning(mark, marked));
      at = mark.end();
    }
    return line.append(text.substring(at)).toString();
  }

  private static String meaning(Annotation mark, String marked) {
    if (mark.value().equals(marked)) {
      return "(" + mark.slot() + ")";
    }
    boolean plain = mark.value().chars().noneMatch(c -> "():{}".indexOf(c) >= 0);
    return plain
        ? "(" + mark.slot() + ":" + mark.value() + ")"
        : "{\"entity\": \"%s\", \"value\": \"%s\"}"
            .formatted(mark.slot(), mark.value().replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
