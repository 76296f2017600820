package dev.parley.intent;

import java.util.List;

/**
 * Exactly what would run, as it is shown to its person before it does.
 *
 * @param fingerprint binds a confirmation to the action's version, the resolved values and targets,
 *     the person and the conversation
 * @param targets where it runs, canonical names; empty when it runs nowhere but here
 * @param preview the command lines as they would run, for people
 * @param warnings what the person should know before saying yes
 */
public record Proposal(
    ActionRequest request,
    Risk risk,
    String fingerprint,
    List<Target> targets,
    List<String> preview,
    List<String> warnings) {
  public Proposal {
    targets = List.copyOf(targets);
    preview = List.copyOf(preview);
    warnings = List.copyOf(warnings);
  }

  /** One place where it runs, e.g. web-01 and 192.168.0.24. */
  public record Target(String name, String address) {}
}
