package dev.parley.intent;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant, for "Did you mean …?". */
public final class NearNames {
  private static final int AT_MOST = 3;

  private NearNames() {}

  /** Up to three names near to what was typed, the nearest first; compared without case. */
  public static List<String> of(String typed, Collection<String> names) {
    var wanted = typed.toLowerCase(Locale.ROOT);
    int limit = tolerance(wanted);
    record Near(String name, int distance) {}
    return names.stream()
        .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT), limit)))
        .filter(near -> near.distance <= limit)
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .map(Near::name)
        .limit(AT_MOST)
        .toList();
  }

  /** A question that names the nearest, or what to do when nothing is near. */
  public static String didYouMean(String typed, Collection<String> names, String otherwise) {
    var near = of(typed, names);
    return near.isEmpty() ? otherwise : "Did you mean " + near.get(0) + "?";
  }

  /** How many edits a name of this length may be away and still be called near. */
  public static int tolerance(String name) {
    return name.length() <= 3 ? 1 : name.length() <= 7 ? 2 : 3;
  }

  /**
   * The number of letters to insert, remove, replace or swap with their neighbour (optimal string
   * alignment), or {@code limit + 1} when it is more than the limit.
   */
  public static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    var beforeLast = new int[b.length() + 1];
    var last = new int[b.length() + 1];
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int smallest = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
        if (swapped(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        smallest = Math.min(smallest, row[j]);
      }
      if (smallest > limit) {
        return limit + 1;
      }
      var spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(last[b.length()], limit + 1);
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
