package dev.parley.cli.conversationtest;

import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Risk;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Map;

/** A catalogue with a slot of each kind that is compared in its own way. */
final class Samples {
  private Samples() {}

  static IntentCatalog catalog() {
    return new IntentCatalog(
        List.of(
            intent(
                "restart_service", slot("service", SlotType.SERVICE), slot("host", SlotType.HOST)),
            intent(
                "silence_alert",
                slot("alert", SlotType.ALERT),
                slot("duration", SlotType.DURATION)),
            intent("tail_logs", slot("lines", SlotType.LINES), slot("since", SlotType.SINCE)),
            intent("page_on_call", slot("message", SlotType.TEXT))));
  }

  private static Intent intent(String name, Slot... slots) {
    return new Intent(
        name,
        name,
        List.of(new RiskRule(Map.of(), Risk.HIGH)),
        null,
        false,
        List.of(slots),
        new ActionSpec.Lookup("hosts"),
        Map.of(),
        "1");
  }

  private static Slot slot(String name, SlotType type) {
    return new Slot(name, type, true, true, "Which?", null);
  }
}
