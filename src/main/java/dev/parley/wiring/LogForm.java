package dev.parley.wiring;

import dev.parley.cli.Complaint;
import java.util.Map;

/**
 * How log lines are written, on standard error and in the file: as text, or as JSON for machines.
 */
enum LogForm {
  TEXT,
  JSON;

  /** Reads PARLEY_LOG. */
  static LogForm of(Map<String, String> environment) {
    var wish = environment.getOrDefault("PARLEY_LOG", "").strip();
    return switch (wish) {
      case "", "text" -> TEXT;
      case "json" -> JSON;
      default -> throw Complaint.usage("PARLEY_LOG is " + wish + ". Set it to text or json.");
    };
  }

  /** As the configuration reads it. */
  Map<String, String> asProperties() {
    var json = String.valueOf(this == JSON);
    return Map.of("quarkus.log.console.json.enabled", json, "quarkus.log.file.json.enabled", json);
  }
}
