package dev.parley.intent;

/**
 * Something wrong in a file: where, what, and what to do, in one line. What a file holds is quoted
 * in it, and must neither begin a line of its own nor act on a terminal.
 *
 * @param line from 1; 0 when it concerns the file as a whole
 */
public record Problem(String file, int line, String what, String todo) {
  public Problem {
    what = visible(what);
    todo = visible(todo);
  }

  /** The text with everything that cannot be seen written out. */
  public static String visible(String text) {
    if (text.codePoints().allMatch(Problem::visible)) {
      return text;
    }
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (visible(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append("\\u%04X".formatted(c));
              }
            });
    return shown.toString();
  }

  private static boolean visible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** {@code file:line: what is wrong. What to do.} */
  @Override
  public String toString() {
    return file + ":" + Math.max(line, 1) + ": " + what + " " + todo;
  }
}
