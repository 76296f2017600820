package dev.parley.inventory;

import dev.parley.intent.NearNames;
import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds names by other spellings. Names that differ in their numbers only share a skeleton ({@code
 * web#}), so the work depends on how many kinds of name there are, not on how many hosts.
 */
final class SpellingIndex {
  private static final int SHORTEST_MISSPELT = 5;
  private static final int SHORTEST_SWAPPED = 3;
  private static final int MOST_SKELETONS_SCANNED = 1_000;
  private static final int MOST_NEAR = 3;
  private static final int NEIGHBOURS = 10;

  /** One form of one thing; {@code shown} is the name to offer for it. */
  private record Entry(String shown, NamedMatch match, @Nullable Entry before) {}

  private final Map<String, Entry> byFolded = new HashMap<>();

  /** Some names of each skeleton. */
  private final Map<String, List<String>> bySkeleton = new LinkedHashMap<>();

  /** The skeletons up to their first number. */
  private final Set<String> openings = new HashSet<>();

  private @Nullable SlipIndex slips;

  void add(String form, String shown, NamedMatch match) {
    var spaced = Spelling.spaced(form);
    var folded = spaced.indexOf(' ') < 0 ? spaced : spaced.replace(" ", "");
    if (folded.isEmpty()) {
      return;
    }
    byFolded.merge(
        folded,
        new Entry(shown, match, null),
        (old, added) -> new Entry(added.shown(), added.match(), old));
    var skeleton = Spelling.skeleton(spaced);
    var sharers = bySkeleton.get(skeleton);
    if (sharers == null) {
      sharers = new ArrayList<>(1);
      bySkeleton.put(skeleton, sharers);
      int number = skeleton.indexOf('#');
      if (number > 1) {
        openings.add(skeleton.substring(0, number));
      }
    }
    if (sharers.size() < MOST_NEAR) {
      sharers.add(folded);
    }
  }

  /** To be called once, when everything has been added. */
  SpellingIndex complete() {
    slips =
        new SlipIndex(
            bySkeleton.keySet().stream()
                .filter(skeleton -> Spelling.letters(skeleton) >= SHORTEST_SWAPPED)
                .toList());
    return this;
  }

  /** Whether there is a name that begins with the same letters before its first number. */
  boolean opensLike(String phrase) {
    var skeleton = Spelling.skeleton(Spelling.spaced(phrase));
    int number = skeleton.indexOf('#');
    return number > 1 && openings.contains(skeleton.substring(0, number));
  }

  /** Things whose name is this one in another spelling, or one slip of the fingers away from it. */
  List<NamedMatch> variants(String phrase) {
    var spaced = Spelling.spaced(phrase);
    var same = same(spaced);
    return same.isEmpty() ? slips(spaced) : same;
  }

  /** Things whose name is this one but for punctuation, spaces and leading zeros. */
  List<NamedMatch> same(String phrase) {
    return matches(entries(Spelling.folded(phrase)));
  }

  private List<Entry> entries(String folded) {
    var found = new ArrayList<Entry>(1);
    for (var entry = byFolded.get(folded); entry != null; entry = entry.before()) {
      found.add(entry);
    }
    Collections.reverse(found);
    return found;
  }

  private static List<NamedMatch> matches(List<Entry> entries) {
    return entries.stream().map(Entry::match).distinct().toList();
  }

  /** Words may be parted or not: "wbe 1" is as near to web-01 as "wbe-1". */
  private List<NamedMatch> slips(String spaced) {
    var parted = slipsOf(spaced);
    return parted.isEmpty() && spaced.indexOf(' ') > 0 ? slipsOf(spaced.replace(" ", "")) : parted;
  }

  private List<NamedMatch> slipsOf(String spaced) {
    var typed = Spelling.skeleton(spaced);
    var numbers = Spelling.numbers(spaced);
    long letters = Spelling.letters(typed);
    if (slips == null || letters < SHORTEST_SWAPPED) {
      return List.of();
    }
    var entries = new ArrayList<Entry>();
    for (var skeleton : slips.near(typed)) {
      boolean slip =
          letters >= SHORTEST_MISSPELT - 1 && Spelling.letters(skeleton) >= SHORTEST_MISSPELT
              || !numbers.isEmpty() && swapped(typed, skeleton);
      if (slip && holes(skeleton) == numbers.size()) {
        entries.addAll(entries(Spelling.filled(skeleton, numbers).replace(" ", "")));
      }
    }
    return matches(entries);
  }

  /** Whether two neighbouring letters are swapped, and nothing else is wrong. */
  private static boolean swapped(String typed, String skeleton) {
    if (typed.length() != skeleton.length()) {
      return false;
    }
    int at = 0;
    while (at < typed.length() && typed.charAt(at) == skeleton.charAt(at)) {
      at++;
    }
    return at + 1 < typed.length()
        && typed.charAt(at) == skeleton.charAt(at + 1)
        && typed.charAt(at + 1) == skeleton.charAt(at)
        && Character.isLetter(typed.charAt(at))
        && Character.isLetter(typed.charAt(at + 1))
        && typed.substring(at + 2).equals(skeleton.substring(at + 2));
  }

  private static long holes(String skeleton) {
    return skeleton.chars().filter(c -> c == '#').count();
  }

  /** Up to three names of a type to offer for one that does not exist, the nearest first. */
  List<String> near(SlotType type, String phrase) {
    var spaced = Spelling.spaced(phrase);
    var typed = Spelling.skeleton(spaced);
    var names = new LinkedHashSet<String>();
    if (bySkeleton.containsKey(typed)) {
      neighbours(type, typed, Spelling.numbers(spaced), names);
    }
    for (var skeleton : names.size() < MOST_NEAR ? nearSkeletons(typed) : List.<String>of()) {
      if (names.size() < MOST_NEAR) {
        neighbours(type, skeleton, Spelling.numbers(spaced), names);
      }
    }
    return names.stream().limit(MOST_NEAR).toList();
  }

  private List<String> nearSkeletons(String typed) {
    if (bySkeleton.size() > MOST_SKELETONS_SCANNED) {
      return slips == null ? List.of() : slips.near(typed);
    }
    int limit = Math.min(2, NearNames.tolerance(typed.replace("#", "")));
    record Near(String skeleton, int distance) {}
    return bySkeleton.keySet().stream()
        .filter(skeleton -> !skeleton.equals(typed))
        .map(skeleton -> new Near(skeleton, distance(typed, skeleton, limit)))
        .filter(near -> near.distance <= limit)
        .sorted((a, b) -> Integer.compare(a.distance, b.distance))
        .map(Near::skeleton)
        .toList();
  }

  /** Edits; a name that begins with what was typed, or the reverse, is two away. */
  private static int distance(String typed, String skeleton, int limit) {
    int edits = NearNames.distance(typed, skeleton, limit);
    boolean beginning =
        Math.min(typed.length(), skeleton.length()) >= 3
            && (typed.startsWith(skeleton) || skeleton.startsWith(typed));
    return beginning ? Math.min(edits, 2) : edits;
  }

  /** Adds the names with the nearest last number first, then whatever shares the skeleton. */
  private void neighbours(SlotType type, String skeleton, List<String> numbers, Set<String> into) {
    if (holes(skeleton) == numbers.size()) {
      for (var filled : aroundLastNumber(skeleton, numbers)) {
        addShown(type, filled.replace(" ", ""), into);
      }
    }
    for (var folded : bySkeleton.getOrDefault(skeleton, List.of())) {
      if (into.size() >= MOST_NEAR) {
        return;
      }
      addShown(type, folded, into);
    }
  }

  private static List<String> aroundLastNumber(String skeleton, List<String> numbers) {
    var around = new ArrayList<String>();
    around.add(Spelling.filled(skeleton, numbers));
    if (numbers.isEmpty() || numbers.get(numbers.size() - 1).length() > 9) {
      return around;
    }
    int last = Integer.parseInt(numbers.get(numbers.size() - 1));
    var changed = new ArrayList<>(numbers);
    for (int step = 1; step <= NEIGHBOURS; step++) {
      for (int number : new int[] {last - step, last + step}) {
        if (number >= 0) {
          changed.set(changed.size() - 1, Integer.toString(number));
          around.add(Spelling.filled(skeleton, changed));
        }
      }
    }
    return around;
  }

  private void addShown(SlotType type, String folded, Set<String> into) {
    entries(folded).stream()
        .filter(entry -> entry.match().type() == type)
        .forEach(entry -> into.add(entry.shown()));
  }
}
