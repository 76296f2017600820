package dev.parley.web;

/** Checks ids of a client's choosing. */
final class Ids {
  private static final int LONGEST = 200;

  private Ids() {}

  /** Returns the id, or refuses it: an id is 1 to 200 visible characters. */
  static String check(String what, String id) {
    int length = id.codePointCount(0, id.length());
    if (length == 0 || length > LONGEST || !id.codePoints().allMatch(Ids::visible)) {
      throw Refusal.badRequest(
          "The " + what + " id must be 1 to " + LONGEST + " visible characters without spaces.");
    }
    return id;
  }

  private static boolean visible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
