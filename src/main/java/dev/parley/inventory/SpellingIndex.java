package dev.parley.inventory;

import dev.parley.intent.NearNames;
import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds names by other spellings. Names that differ in their numbers only share a skeleton ({@code
 * web#}), so the work depends on how many kinds of name there are, not on how many hosts.
 */
final class SpellingIndex {
  private static final int SHORTEST_MISSPELT = 5;
  private static final int MOST_SKELETONS_SCANNED = 2_000;
  private static final int MOST_NEAR = 3;
  private static final int NEIGHBOURS = 10;

  /** One form of one thing; {@code shown} is the name to offer for it. */
  private record Entry(String shown, NamedMatch match) {}

  private final Map<String, List<Entry>> byFolded = new HashMap<>();
  private final Map<String, Set<String>> bySkeleton = new LinkedHashMap<>();
  private final Map<String, Set<String>> byDeletion = new HashMap<>();

  void add(String form, String shown, NamedMatch match) {
    var spaced = Spelling.spaced(form);
    var folded = spaced.replace(" ", "");
    if (folded.isEmpty()) {
      return;
    }
    byFolded.computeIfAbsent(folded, k -> new ArrayList<>(1)).add(new Entry(shown, match));
    var skeleton = Spelling.skeleton(spaced);
    var sharers = bySkeleton.computeIfAbsent(skeleton, k -> new LinkedHashSet<>());
    if (sharers.isEmpty() && Spelling.letters(skeleton) >= SHORTEST_MISSPELT) {
      deletions(skeleton)
          .forEach(d -> byDeletion.computeIfAbsent(d, k -> new LinkedHashSet<>(1)).add(skeleton));
    }
    sharers.add(folded);
  }

  /** Things whose name is this one in another spelling, or one slip of the fingers away from it. */
  List<NamedMatch> variants(String phrase) {
    var spaced = Spelling.spaced(phrase);
    var same = byFolded.getOrDefault(spaced.replace(" ", ""), List.of());
    if (!same.isEmpty()) {
      return matches(same);
    }
    return matches(slips(spaced));
  }

  private static List<NamedMatch> matches(List<Entry> entries) {
    return entries.stream().map(Entry::match).distinct().toList();
  }

  private List<Entry> slips(String spaced) {
    var typed = Spelling.skeleton(spaced);
    var numbers = Spelling.numbers(spaced);
    var entries = new ArrayList<Entry>();
    if (Spelling.letters(typed) >= SHORTEST_MISSPELT - 1) {
      for (var skeleton : oneEditAway(typed)) {
        if (holes(skeleton) == numbers.size()) {
          var folded = Spelling.filled(skeleton, numbers).replace(" ", "");
          entries.addAll(byFolded.getOrDefault(folded, List.of()));
        }
      }
    }
    return entries;
  }

  private Set<String> oneEditAway(String typed) {
    var near = new LinkedHashSet<String>();
    for (var deletion : deletions(typed)) {
      for (var skeleton : byDeletion.getOrDefault(deletion, Set.of())) {
        if (NearNames.distance(typed, skeleton, 1) <= 1) {
          near.add(skeleton);
        }
      }
    }
    return near;
  }

  private static long holes(String skeleton) {
    return skeleton.chars().filter(c -> c == '#').count();
  }

  private static Set<String> deletions(String text) {
    var all = new LinkedHashSet<String>();
    all.add(text);
    for (int i = 0; i < text.length(); i++) {
      all.add(text.substring(0, i) + text.substring(i + 1));
    }
    return all;
  }

  /** Up to three names of a type to offer for one that does not exist, the nearest first. */
  List<String> near(SlotType type, String phrase) {
    var spaced = Spelling.spaced(phrase);
    var typed = Spelling.skeleton(spaced);
    var names = new LinkedHashSet<String>();
    if (bySkeleton.containsKey(typed)) {
      neighbours(type, typed, Spelling.numbers(spaced), names);
    }
    for (var skeleton : nearSkeletons(typed)) {
      if (names.size() < MOST_NEAR) {
        neighbours(type, skeleton, Spelling.numbers(spaced), names);
      }
    }
    return names.stream().limit(MOST_NEAR).toList();
  }

  private List<String> nearSkeletons(String typed) {
    if (bySkeleton.size() > MOST_SKELETONS_SCANNED) {
      return List.copyOf(oneEditAway(typed));
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
    for (var folded : bySkeleton.getOrDefault(skeleton, Set.of())) {
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
    byFolded.getOrDefault(folded, List.of()).stream()
        .filter(entry -> entry.match().type() == type)
        .forEach(entry -> into.add(entry.shown()));
  }
}
