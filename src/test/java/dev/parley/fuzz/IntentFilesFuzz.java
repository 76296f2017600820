package dev.parley.fuzz;

import static dev.parley.fuzz.Fuzzed.bounded;
import static dev.parley.fuzz.Fuzzed.holds;

import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentReader;

/** Any file under {@code intents/}: an intent that is sound, or problems. */
final class IntentFilesFuzz {
  private IntentFilesFuzz() {}

  static void read(byte[] input) {
    var folder = Fuzzed.folder("intents", "fuzzed.yml", input);
    var read = bounded(() -> IntentReader.read(folder));
    Fuzzed.told(read.problems(), input);
    holds(
        !read.problems().isEmpty() || read.catalog().all().size() == 1,
        "Neither an intent nor a problem.");
    read.catalog().all().forEach(IntentFilesFuzz::sound);
  }

  /** Nothing that would be found out only when somebody has said yes. */
  private static void sound(Intent intent) {
    holds(intent.name().matches("[a-z][a-z0-9_]*"), "A name: %s", intent.name());
    holds(!intent.risks().isEmpty(), "%s has no risk.", intent.name());
    Fuzzed.oneLine(intent.summary());
    if (intent.action() instanceof ActionSpec.Process process) {
      holds(!process.command().isEmpty(), "%s runs nothing.", intent.name());
    }
  }
}
