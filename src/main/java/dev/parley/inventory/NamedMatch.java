package dev.parley.inventory;

import dev.parley.intent.SlotType;
import java.util.List;

/**
 * What a phrase names.
 *
 * @param type what kind of thing it is
 * @param canonical its canonical name; for a group of hosts all of its members. Several names
 *     without {@code group} mean that the phrase is ambiguous: one of these
 * @param group whether the phrase names several things at once: a group, a range, "all hosts"
 */
public record NamedMatch(SlotType type, List<String> canonical, boolean group) {
  public NamedMatch {
    canonical = List.copyOf(canonical);
  }

  /** Whether only the person can say which of them is meant. */
  public boolean ambiguous() {
    return !group && canonical.size() > 1;
  }
}
