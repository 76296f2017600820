package dev.parley.training;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with marks as Rasa writes them: {@code [web-01](host)}, {@code [httpd](service:apache)},
 * {@code [httpd]{"entity": "service", "value": "apache"}}.
 *
 * @param problem what is wrong with a mark, or null
 */
record AnnotatedText(String text, List<Annotation> annotations, @Nullable String problem) {
  private static final Pattern MARK =
      Pattern.compile("\\[([^\\[\\]]+)](?:\\(([^()]+)\\)|(\\{[^{}]*}))");
  private static final Pattern KEY =
      Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  static AnnotatedText parse(String source) {
    var text = new StringBuilder();
    var annotations = new ArrayList<Annotation>();
    String problem = null;
    int after = 0;
    Matcher mark = MARK.matcher(source);
    while (mark.find()) {
      text.append(source, after, mark.start());
      int start = text.length();
      text.append(mark.group(1));
      Annotation annotation = annotation(mark, start);
      if (annotation == null) {
        problem = "The mark " + mark.group() + " names no entity.";
      } else {
        annotations.add(annotation);
      }
      after = mark.end();
    }
    text.append(source.substring(after));
    return new AnnotatedText(text.toString(), annotations, problem);
  }

  private static @Nullable Annotation annotation(Matcher mark, int start) {
    String marked = mark.group(1);
    int end = start + marked.length();
    if (mark.group(3) != null) {
      String slot = key(mark.group(3), "entity");
      String value = key(mark.group(3), "value");
      return slot == null ? null : new Annotation(start, end, slot, value == null ? marked : value);
    }
    String[] parts = mark.group(2).split(":", 2);
    String slot = parts[0].strip();
    return slot.isEmpty()
        ? null
        : new Annotation(start, end, slot, parts.length == 2 ? parts[1].strip() : marked);
  }

  private static @Nullable String key(String json, String name) {
    Matcher pair = KEY.matcher(json);
    while (pair.find()) {
      if (pair.group(1).equals(name)) {
        return pair.group(2).replace("\\\"", "\"").replace("\\\\", "\\");
      }
    }
    return null;
  }
}
