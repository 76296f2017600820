package dev.parley.intent;

/**
 * Something wrong in a file: where, what, and what to do.
 *
 * @param line from 1; 0 when it concerns the file as a whole
 */
public record Problem(String file, int line, String what, String todo) {
  /** {@code file:line: what is wrong. What to do.} */
  @Override
  public String toString() {
    return file + ":" + Math.max(line, 1) + ": " + what + " " + todo;
  }
}
