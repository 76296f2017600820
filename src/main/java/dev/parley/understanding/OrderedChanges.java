package dev.parley.understanding;

import java.util.regex.Pattern;

/**
 * Recognises orders of changes that no intent which only looks can serve: "install htop on app-01"
 * is no question about its processes.
 */
final class OrderedChanges {
  private static final String OPENING =
      "(?i)^(?:(?:please|pls|plz|hey|hi|hello|ok|okay|so|and|now|just|kindly|can|could|would|will|you|u|we|i|i'd|like|need|want|have|has|to|should|must|let'?s|someone|somebody)\\W+)*";
  private static final Pattern ORDER =
      Pattern.compile(
          OPENING
              + "(?:(?:un)?install?|deinstall|delete|wipe|erase|format|rotate|renew|resize|rename|replace|migrate|clone|truncate|(?:un)?mount|patch"
              + "|\\S+\\s+(?:(?:un)?installed|deleted|wiped|renewed|resized|renamed|replaced|migrated|patched))\\b"
              + "(?!.*\\b(?:show|check|tell|see|look|list|display|how|what|which|when|whether|is|are|does|do)\\b)");

  private static final Pattern NOT_OFFERED =
      Pattern.compile(
          OPENING
              + "(?:restore|(?:un)?install|deinstall|format|rename|resize|clone|truncate|(?:un)?mount|rotate|provision)\\b");

  private OrderedChanges() {}

  /** Whether a message begins with the order of a change that no intent makes. */
  static boolean isNotOffered(String text) {
    return NOT_OFFERED.matcher(text).find();
  }

  /** Whether a message begins with such an order, and asks nothing beside. */
  static boolean is(String text) {
    return ORDER.matcher(text).find();
  }
}
