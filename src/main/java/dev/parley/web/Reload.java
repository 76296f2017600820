package dev.parley.web;

import dev.parley.intent.Problem;
import java.util.List;

/**
 * What came of reading the home's files again.
 *
 * @param problems why nothing changed, or what is less than whole: an inventory's program that
 *     failed, a model that could not be learnt
 * @param changes what is different now, a line a kind of thing
 * @param model the version that reads messages
 */
public record Reload(List<Problem> problems, List<String> changes, String model) {
  public Reload {
    problems = List.copyOf(problems);
    changes = List.copyOf(changes);
  }
}
