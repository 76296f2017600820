package dev.parley.permission;

import java.util.List;

/** Whether somebody may, and by which rule. */
public sealed interface Decision {
  /** Where the rule stands, e.g. {@code permissions.yml:14}. */
  String rule();

  /**
   * Yes.
   *
   * @param code whether it takes a one-time password after the yes
   * @param overridden the freezes that hold and that its person overrides, as they are told
   */
  record Allowed(String rule, boolean code, List<String> overridden) implements Decision {
    public Allowed {
      overridden = List.copyOf(overridden);
    }

    /** Without more ado. */
    public Allowed(String rule) {
      this(rule, false, List.of());
    }
  }

  /**
   * No.
   *
   * @param explanation one sentence for the person, with the rule and who could
   * @param overridable whether a reason would let this person go ahead
   */
  record Denied(String rule, String explanation, boolean overridable) implements Decision {
    /** One that no reason helps against. */
    public Denied(String rule, String explanation) {
      this(rule, explanation, false);
    }
  }
}
