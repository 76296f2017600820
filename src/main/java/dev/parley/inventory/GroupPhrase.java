package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words around the name of a group: "all web hosts", "every app box", "the hosts in group db", "the
 * second web box", "the first two app servers", "both db hosts".
 *
 * @param name the words that may name a group; empty for all there is
 * @param which which of its members
 * @param count how many of them, or which one
 */
record GroupPhrase(String name, Which which, int count) {
  /** What is said of a group's members. */
  enum Which {
    ALL,
    /** The first so many. */
    FIRST,
    /** The last so many. */
    LAST,
    /** One by its place. */
    NTH,
    /** As many as there are: "both", "the three web hosts". */
    EXACTLY,
    /** Only the person can say which. */
    SOME
  }

  /** How many words can stand around a name: "all of the hosts in the web group". */
  static final int MOST_WORDS = 7;

  private static final Set<String> ALL = Set.of("all", "every", "each", "any");
  private static final Set<String> SOME = Set.of("one", "either", "some", "any");
  private static final Set<String> SMALL = Set.of("the", "our", "my", "of");
  private static final Set<String> NOUNS =
      Set.of(
          "host",
          "hosts",
          "server",
          "servers",
          "box",
          "boxes",
          "machine",
          "machines",
          "node",
          "nodes",
          "instance",
          "instances",
          "system",
          "systems",
          "ones");
  private static final Set<String> GROUP = Set.of("group", "tier");
  private static final Set<String> PLACE = Set.of("in", "of", "from");
  private static final Set<String> FLEET = Set.of("fleet", "estate");
  private static final Map<String, Integer> ORDINALS =
      Map.ofEntries(
          Map.entry("first", 1),
          Map.entry("1st", 1),
          Map.entry("second", 2),
          Map.entry("2nd", 2),
          Map.entry("third", 3),
          Map.entry("3rd", 3),
          Map.entry("fourth", 4),
          Map.entry("4th", 4),
          Map.entry("fifth", 5),
          Map.entry("5th", 5),
          Map.entry("sixth", 6),
          Map.entry("6th", 6),
          Map.entry("seventh", 7),
          Map.entry("7th", 7),
          Map.entry("eighth", 8),
          Map.entry("8th", 8),
          Map.entry("ninth", 9),
          Map.entry("9th", 9),
          Map.entry("tenth", 10),
          Map.entry("10th", 10));
  private static final List<String> COUNTS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  /** The phrase (as {@link Spelling#key} writes it), empty when nothing stands around a name. */
  static Optional<GroupPhrase> of(String key) {
    return new Reader(key.split(" ", -1)).phrase();
  }

  /** What the phrase means of a group, empty when the group has no such members. */
  Optional<NamedMatch> chosen(NamedMatch group) {
    if (which == Which.ALL) {
      return Optional.of(group);
    }
    var all = group.canonical();
    if (!group.group() || count > all.size()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (which) {
          case NTH -> one(all.subList(count - 1, count));
          case FIRST -> of(all.subList(0, count));
          case LAST -> of(all.subList(all.size() - count, all.size()));
          case EXACTLY -> count == all.size() ? group : one(all);
          case SOME, ALL -> one(all);
        });
  }

  private static NamedMatch of(List<String> hosts) {
    return new NamedMatch(SlotType.HOST, hosts, hosts.size() > 1);
  }

  /** One of these: the only one, or whichever the person says. */
  private static NamedMatch one(List<String> hosts) {
    return new NamedMatch(SlotType.HOST, hosts, false);
  }

  /** Reads the words of a phrase from both ends. */
  private static final class Reader {
    private final String[] words;
    private int from;
    private int to;
    private Which which = Which.ALL;
    private int count;
    private boolean every;

    Reader(String[] words) {
      this.words = words;
      this.to = words.length;
    }

    Optional<GroupPhrase> phrase() {
      if (words.length == 1) {
        return words[0].equals("everything") || words[0].equals("everywhere")
            ? Optional.of(new GroupPhrase("", Which.ALL, 0))
            : Optional.empty();
      }
      quantifier();
      if (fleet()) {
        return Optional.of(new GroupPhrase("", Which.ALL, 0));
      }
      boolean noun = noun();
      boolean chosen = which != Which.ALL;
      if (from == to) {
        return every && noun && !chosen
            ? Optional.of(new GroupPhrase("", Which.ALL, 0))
            : Optional.empty();
      }
      boolean around = from > 0 || to < words.length;
      return from > to || !around || chosen && !noun
          ? Optional.empty()
          : Optional.of(
              new GroupPhrase(String.join(" ", List.of(words).subList(from, to)), which, count));
    }

    private void quantifier() {
      if (is(ALL)) {
        every = true;
        from++;
      } else if (word().equals("both")) {
        set(Which.EXACTLY, 2);
      } else if (is(SOME) && from + 1 < to && words[from + 1].equals("of")) {
        set(Which.SOME, 1);
      }
      skipSmall();
      var ordinal = ORDINALS.get(word());
      int number = ordinal == null && !word().equals("last") ? 0 : number(from + 1);
      if (ordinal != null && number == 0) {
        set(Which.NTH, ordinal);
      } else if (ordinal != null && ordinal == 1) {
        set(Which.FIRST, number);
        from++;
      } else if (word().equals("last")) {
        set(Which.LAST, Math.max(1, number));
        from += number == 0 ? 0 : 1;
      } else if (which == Which.ALL && number(from) > 0) {
        set(Which.EXACTLY, number(from));
      }
    }

    private void set(Which of, int many) {
      which = of;
      count = many;
      from++;
    }

    private void skipSmall() {
      while (is(SMALL) && from + 1 < to) {
        from++;
      }
    }

    private int number(int at) {
      if (at >= to) {
        return 0;
      }
      int spelt = COUNTS.indexOf(words[at]);
      boolean digits =
          words[at].length() <= 3
              && words[at].charAt(0) != '0'
              && words[at].chars().allMatch(Character::isDigit);
      return spelt >= 0 ? spelt + 2 : digits ? Integer.parseInt(words[at]) : 0;
    }

    /** "the whole fleet". */
    private boolean fleet() {
      return to - from == 2
          && (word().equals("whole") || word().equals("entire"))
          && FLEET.contains(words[to - 1]);
    }

    /** Whether a noun stood before or behind the name. */
    private boolean noun() {
      boolean leads =
          (is(NOUNS) || word().equals("everything"))
              && from + 1 < to
              && PLACE.contains(words[from + 1]);
      if (leads) {
        from += 2;
        skipSmall();
      }
      boolean behind = !leads && to > from && NOUNS.contains(words[to - 1]);
      if (behind || to - 1 > from && GROUP.contains(words[to - 1])) {
        to--;
      }
      if (to - 1 > from && GROUP.contains(words[from])) {
        from++;
      }
      return leads || behind;
    }

    private String word() {
      return from < to ? words[from] : "";
    }

    private boolean is(Set<String> kind) {
      return from < to && kind.contains(words[from]);
    }
  }
}
