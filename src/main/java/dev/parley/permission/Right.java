package dev.parley.permission;

import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody may do to the assistant itself. A rule of {@code permissions.yml} grants it by its
 * name among the intents; {@code *} and a rule without intents do not.
 */
public enum Right {
  /** To teach phrases of one's own. */
  TEACH("Teach phrases"),
  /** To say what messages meant, and have that learnt for everybody. */
  REVIEW("Review what was not understood");

  private final String summary;

  Right(String summary) {
    this.summary = summary;
  }

  /** As a rule names it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Right::label).toList();
  }

  /** In the form in which rules and refusals look at what is asked for. */
  Intent asIntent() {
    return new Intent(
        label(),
        summary,
        List.of(new RiskRule(Map.of(), Risk.LOW)),
        null,
        false,
        List.of(),
        new ActionSpec.Lookup(""),
        Map.of(),
        "");
  }
}
