package dev.parley.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Checks ids of a client's choosing, and makes names fit to stand in one. */
public final class Ids {
  private static final int LONGEST = 200;
  private static final int LONGEST_NAME = 120;

  private Ids() {}

  /** Returns the id, or refuses it: an id is 1 to 200 visible characters. */
  public static String check(String what, String id) {
    int length = id.codePointCount(0, id.length());
    if (length == 0 || length > LONGEST || !id.codePoints().allMatch(Ids::visible)) {
      throw Refusal.badRequest(
          "The " + what + " id must be 1 to " + LONGEST + " visible characters without spaces.");
    }
    return id;
  }

  /** A person's name as a piece of an id: without slashes, and never too long for one. */
  public static String encoded(String name) {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return encoded.length() <= LONGEST_NAME ? encoded : "~" + Secret.hash(encoded);
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
