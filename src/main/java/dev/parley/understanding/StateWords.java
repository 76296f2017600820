package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whether something is to be on or off: "enable", "put it into …", "out of", "lift". */
final class StateWords {
  private static final Set<String> OFF = Words.of("SWITCHES_OFF");
  private static final Set<String> ON = Words.of("SWITCHES_ON");
  private static final Set<String> SWITCHING =
      Set.of("turn", "switch", "turning", "switching", "flip", "put", "set", "toggle", "turned");
  private static final Set<String> PLACES =
      Set.of("in", "on", "for", "of", "at", "the", "our", "my");

  /** What those see who come while something is worked on. */
  private static final String SHOWN = "page|banner|sign|notice|screen|splash";

  /** However it is spelt. */
  private static final String MAINTENANCE = "maint[a-z]*";

  private StateWords() {}

  static List<Entity> in(Wording words) {
    return off(words).or(() -> on(words)).map(List::of).orElse(List.of());
  }

  private static Optional<Entity> off(Wording words) {
    for (int at = 0; at < words.size(); at++) {
      boolean out = words.word(at).equals("out") && words.word(at + 1).equals("of");
      boolean back =
          words.word(at).equals("back") && words.word(at + 1).matches("from|into|online|up");
      boolean down =
          words.word(at).equals("down")
              && (words.word(at - 1).matches(SHOWN) || moves(words, at, "take|taking|pull|bring"));
      if (out || back || down || words.in(at, OFF)) {
        return value(words, at, "off");
      }
    }
    return Optional.empty();
  }

  private static Optional<Entity> on(Wording words) {
    for (int at = 0; at < words.size(); at++) {
      if (words.word(at).equals("on") ? particle(words, at) : switchesOn(words, at)) {
        return value(words, at, "on");
      }
    }
    return Optional.empty();
  }

  private static boolean switchesOn(Wording words, int at) {
    boolean put = words.word(at).matches("in|to|for") && mode(words, at + 1);
    boolean up =
        words.word(at).equals("up")
            && (words.word(at - 1).matches(SHOWN) || moves(words, at, "put|putting|bring|hang"));
    return put || up || words.in(at, ON);
  }

  /** "put up the maintenance page", "take down the sign". */
  private static boolean moves(Wording words, int at, String verbs) {
    int page = words.pastDeterminers(at + 1);
    return words.word(at - 1).matches(verbs)
        && (mode(words, at + 1) || words.word(page).matches(SHOWN));
  }

  /** "in maintenance", not "in production". */
  private static boolean mode(Wording words, int at) {
    return words.word(words.pastDeterminers(at)).matches(MAINTENANCE);
  }

  /** "turn it on", "maintenance on"; not "on the shop". */
  private static boolean particle(Wording words, int at) {
    if (SWITCHING.contains(words.word(at - 1))
        || words.word(at - 1).matches(MAINTENANCE + "|mode|page")
        || at == 0
        || at + 1 == words.size()) {
      return true;
    }
    if (words.word(at + 1).matches("please|pls|now|thanks|thx|,|\\.|!")) {
      return true;
    }
    boolean switches = false;
    for (int i = 0; i < at; i++) {
      switches |=
          SWITCHING.contains(words.word(i)) || words.word(i).matches(":|=|mode|" + MAINTENANCE);
    }
    boolean place =
        words.word(at + 1).matches("in|for|on|at|please|pls|now|and|,|\\.|!|of|until|immediately");
    return switches && (place || !PLACES.contains(words.word(at + 1)) && words.free(at + 1));
  }

  private static Optional<Entity> value(Wording words, int at, String state) {
    return words.value(SlotType.STATE, words.span(at, at + 1), state);
  }
}
