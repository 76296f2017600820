package dev.parley.channel.irc;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom a message in a channel speaks to: {@code parley: restart apache}. */
final class Addressing {
  private static final Pattern ADDRESSED = Pattern.compile("\\s*@?([^\\s:,]+)\\s*[:,]\\s*(.*)");

  private Addressing() {}

  /** What is said to us, without our name; empty where we are not addressed. */
  static Optional<String> to(String nick, String text) {
    var match = ADDRESSED.matcher(text);
    return match.matches() && match.group(1).equalsIgnoreCase(nick)
        ? Optional.of(match.group(2))
        : Optional.empty();
  }

  /** Whether it is said to one of these. */
  static boolean toSomebody(Collection<String> nicks, String text) {
    var match = ADDRESSED.matcher(text);
    return match.matches() && nicks.stream().anyMatch(match.group(1)::equalsIgnoreCase);
  }
}
