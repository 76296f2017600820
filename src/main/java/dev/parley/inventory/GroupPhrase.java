package dev.parley.inventory;

import java.util.Optional;
import java.util.regex.Pattern;

/** Words around the name of a group: "all web hosts", "every app box", "the hosts in group db". */
final class GroupPhrase {
  private static final String ALL = "(?:all|every|each|any)(?: of)?";
  private static final String NOUN =
      "(?:hosts?|servers?|box|boxes|machines?|nodes?|instances?|systems?)";
  private static final Pattern EVERYTHING =
      Pattern.compile(
          "everything|everywhere|"
              + ALL
              + "(?: the| our| my)? "
              + NOUN
              + "|(?:(?:the|our) )?(?:whole|entire) (?:fleet|estate)");
  private static final Pattern NAME_FIRST =
      Pattern.compile(
          "(?:" + ALL + " )?(?:(?:the|our) )?(?:group )?(.+?)(?: (?:" + NOUN + "|group|tier))?");
  private static final Pattern NOUN_FIRST =
      Pattern.compile(
          "(?:" + ALL + " )?(?:the )?" + NOUN + " (?:in|of) (?:the )?(?:group )?(.+?)(?: group)?");

  /** How many words can stand around a name: "all of the hosts in the web group". */
  static final int MOST_WORDS = 7;

  private GroupPhrase() {}

  /** Whether a phrase (as {@link Spelling#key} writes it) means every host there is. */
  static boolean everything(String key) {
    return EVERYTHING.matcher(key).matches();
  }

  /** The name inside a phrase, empty when nothing stands around it. */
  static Optional<String> name(String key) {
    for (var pattern : new Pattern[] {NOUN_FIRST, NAME_FIRST}) {
      var match = pattern.matcher(key);
      if (match.matches() && !match.group(1).equals(key)) {
        return Optional.of(match.group(1));
      }
    }
    return Optional.empty();
  }
}
