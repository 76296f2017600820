package dev.parley.intent;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
 * @param terms on what else its confirmation depends
 */
public record Proposal(
    ActionRequest request,
    Risk risk,
    String fingerprint,
    List<Target> targets,
    List<String> preview,
    List<String> warnings,
    @Nullable Instant due,
    Terms terms) {
  /**
   * On what else a confirmation depends.
   *
   * @param code whether it takes a one-time password after the yes
   * @param model the model that read the request; empty where none did
   * @param rule the rule that allows it
   */
  public record Terms(boolean code, String model, String rule) {
    /** Nothing else. */
    public static final Terms NONE = new Terms(false, "", "");
  }

  public Proposal {
    // what was stored by an earlier version says nothing of them
    terms = terms == null ? Terms.NONE : terms;
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
    this(request, risk, fingerprint, targets, preview, warnings, null, Terms.NONE);
  }

  /** The same, to run at a time. */
  public Proposal dueAt(Instant time) {
    return new Proposal(request, risk, fingerprint, targets, preview, warnings, time, terms);
  }

  /** The same, confirmed on these terms. */
  public Proposal on(Terms other) {
    return new Proposal(request, risk, fingerprint, targets, preview, warnings, due, other);
  }

  /** The same with more to know before saying yes. */
  public Proposal warned(List<String> more) {
    var all = Stream.concat(warnings.stream(), more.stream()).toList();
    return new Proposal(request, risk, fingerprint, targets, preview, all, due, terms);
  }

  /** One place where it runs, e.g. web-01 and 192.168.0.24. */
  public record Target(String name, String address) {}
}
