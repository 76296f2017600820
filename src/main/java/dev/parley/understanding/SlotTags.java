package dev.parley.understanding;

import java.util.List;

/**
 * The tags of a list of slots. A word outside all of them has the tag {@link #OUTSIDE}, the first
 * word of a slot's value that slot's begin tag, and each further one its inside tag.
 *
 * @param slots names, sorted
 */
public record SlotTags(List<String> slots) {
  public static final int OUTSIDE = 0;

  public SlotTags {
    slots = List.copyOf(slots);
  }

  /** How many tags there are. */
  public int count() {
    return 1 + 2 * slots.size();
  }

  public static int begin(int slot) {
    return 1 + 2 * slot;
  }

  public static int inside(int slot) {
    return 2 + 2 * slot;
  }

  public static boolean begins(int tag) {
    return tag % 2 == 1;
  }

  /** The slot of a tag other than {@link #OUTSIDE}. */
  public static int slot(int tag) {
    return (tag - 1) / 2;
  }

  /** Whether a tag may stand right after another: a value goes on only where it has begun. */
  public static boolean follows(int before, int tag) {
    return tag == OUTSIDE || begins(tag) || before == tag || before == tag - 1;
  }
}
