package dev.parley.action;

import dev.parley.inventory.Host;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would run, resolved to the last argument: one step a target.
 *
 * @param warnings what the person should know before saying yes
 */
public record Plan(List<Step> steps, List<String> warnings) {
  public Plan {
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /**
   * One command on one target.
   *
   * @param host where it runs; null for the assistant's own machine or the inventory
   * @param argv each value one whole argument
   */
  public record Step(@Nullable Host host, List<String> argv) {
    public Step {
      argv = List.copyOf(argv);
    }
  }
}
