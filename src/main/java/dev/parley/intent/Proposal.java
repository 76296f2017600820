package dev.parley.intent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what would run, as it is shown to its person before it does.
 *
 * @param fingerprint binds a confirmation to the action's version, the resolved values and targets,
 *     the person and the conversation
 * @param targets where it runs, canonical names; empty when it runs nowhere but here
 * @param preview the command lines as they would run, for people
 * @param warnings what the person should know before saying yes
 * @param due when it is to run; null for at once
 */
public record Proposal(
    ActionRequest request,
    Risk risk,
    String fingerprint,
    List<Target> targets,
    List<String> preview,
    List<String> warnings,
    @Nullable Instant due) {
  public Proposal {
    targets = List.copyOf(targets);
    preview = List.copyOf(preview);
    warnings = List.copyOf(warnings);
  }

  /** Something to run at once. */
  public Proposal(
      ActionRequest request,
      Risk risk,
      String fingerprint,
      List<Target> targets,
      List<String> preview,
      List<String> warnings) {
    this(request, risk, fingerprint, targets, preview, warnings, null);
  }

  /** The same, to run at a time. */
  public Proposal dueAt(Instant time) {
    return new Proposal(request, risk, fingerprint, targets, preview, warnings, time);
  }

  /** One place where it runs, e.g. web-01 and 192.168.0.24. */
  public record Target(String name, String address) {}
}
