package dev.parley.inventory;

import java.util.List;

/** What a name turned out to be. */
public sealed interface Resolution {
  /** Exactly these, e.g. one host, or the members of a group. */
  record Resolved(List<String> canonical) implements Resolution {}

  /** One of these; the person has to say which. */
  record Ambiguous(List<String> candidates) implements Resolution {}

  /** Nothing of that name; these are near. */
  record Unknown(List<String> near) implements Resolution {}
}
