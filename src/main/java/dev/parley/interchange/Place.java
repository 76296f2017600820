package dev.parley.interchange;

import dev.parley.intent.Problem;
import dev.parley.intent.YamlNode;

/** Where something is written. */
record Place(String file, int line) {
  static Place of(String file, YamlNode node) {
    return new Place(file, node.line());
  }

  /** What is told about what is written here. */
  Problem tell(String what, String todo) {
    return new Problem(file, line, what, todo);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
