package dev.parley.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as RFC 4180 writes it: a header {@code text,intent}, fields with commas, quotes or line
 * breaks in double quotes, a quote inside doubled.
 */
final class CsvReader {
  private final String file;
  private final TrainingReading reading;
  private String content = "";
  private int position;
  private int line = 1;

  CsvReader(String file, TrainingReading reading) {
    this.file = file;
    this.reading = reading;
  }

  void read(String csv) {
    content = csv;
    List<String> header = record();
    if (!header.equals(List.of("text", "intent"))) {
      reading.problem(
          file, 1, "The header is not text,intent.", "Write text,intent as the first line.");
      return;
    }
    while (position < content.length()) {
      int start = line;
      List<String> fields = record();
      if (!fields.equals(List.of(""))) {
        example(fields, start);
      }
    }
  }

  private void example(List<String> fields, int start) {
    if (fields.size() != 2) {
      reading.problem(
          file,
          start,
          "This line has " + fields.size() + " fields, not two.",
          "Put a text that holds a comma in double quotes.");
    } else if (fields.get(0).isBlank() || fields.get(1).isBlank()) {
      reading.problem(file, start, "The text or the intent is empty.", "Fill in both.");
    } else {
      reading.example(
          new Example(fields.get(0).strip(), fields.get(1).strip(), List.of(), file, start));
    }
  }

  private List<String> record() {
    var fields = new ArrayList<String>();
    fields.add(field());
    while (position < content.length() && content.charAt(position) == ',') {
      position++;
      fields.add(field());
    }
    endOfLine();
    return fields;
  }

  private String field() {
    return position < content.length() && content.charAt(position) == '"' ? quoted() : plain();
  }

  private String plain() {
    int start = position;
    while (position < content.length() && ",\r\n".indexOf(content.charAt(position)) < 0) {
      position++;
    }
    return content.substring(start, position);
  }

  private String quoted() {
    var text = new StringBuilder();
    int opened = line;
    position++;
    while (position < content.length()) {
      char c = content.charAt(position++);
      if (c == '"') {
        if (position >= content.length() || content.charAt(position) != '"') {
          return text + plain();
        }
        position++;
      } else if (c == '\n') {
        line++;
      }
      text.append(c);
    }
    reading.problem(file, opened, "A quoted text does not end.", "Close it with a double quote.");
    return text.toString();
  }

  private void endOfLine() {
    if (position < content.length() && content.charAt(position) == '\r') {
      position++;
    }
    if (position < content.length() && content.charAt(position) == '\n') {
      position++;
    }
    line++;
  }
}
