package dev.parley.permission;

import dev.parley.person.DirectorySettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code permissions.yml} says about who may. Without rules nothing is allowed.
 *
 * @param directory whose groups give roles, or null
 */
public record Permissions(
    List<Rule> rules, List<Freeze> freezes, @Nullable DirectorySettings directory) {
  /** Nobody may do anything. */
  static final Permissions NONE = new Permissions(List.of(), List.of(), null);

  public Permissions {
    rules = List.copyOf(rules);
    freezes = List.copyOf(freezes);
  }
}
