package dev.parley.permission;

/** Whether somebody may, and by which rule. */
public sealed interface Decision {
  /** Where the rule stands, e.g. {@code permissions.yml:14}. */
  String rule();

  record Allowed(String rule) implements Decision {}

  /**
   * No.
   *
   * @param explanation one sentence for the person, with the rule and who could
   */
  record Denied(String rule, String explanation) implements Decision {}
}
