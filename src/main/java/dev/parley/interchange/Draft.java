package dev.parley.interchange;

import dev.parley.intent.Problem;
import dev.parley.intent.SlotType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An intent file that is still to be finished by somebody.
 *
 * @param about comment lines for its head
 * @param action what ran before, or null where it only answers
 * @param answer what is said at the end, or null
 */
record Draft(
    String name,
    List<String> about,
    Map<String, DraftSlot> slots,
    @Nullable String action,
    @Nullable String answer) {

  /** A slot of it. */
  record DraftSlot(String name, SlotType type, boolean required, String ask) {}

  Draft {
    about = List.copyOf(about);
    slots = new LinkedHashMap<>(slots);
  }

  /** As a file under {@code intents/}. */
  String yaml() {
    var out = new StringBuilder();
    about.forEach(line -> out.append("# ").append(Problem.visible(line)).append('\n'));
    out.append("intent: ").append(name).append('\n');
    out.append("summary: ").append(Yaml.text(Names.words(name))).append('\n');
    if (action == null) {
      out.append("risk: low\n");
    } else {
      out.append(
          "# low: it only reads, and runs at once; medium: asks yes or no; high: shows what\n");
      out.append("# will run and asks; critical: asks for a second person too.\n");
      out.append("risk: medium\n");
    }
    if (!slots.isEmpty()) {
      out.append("slots:\n");
      slots.values().forEach(slot -> out.append(line(slot)));
    }
    action(out);
    Optional.ofNullable(answer)
        .ifPresent(
            text -> out.append("replies:\n  succeeded: ").append(Yaml.text(text)).append('\n'));
    return out.toString();
  }

  private static String line(DraftSlot slot) {
    return "  %s: {type: %s, %s%s}\n"
        .formatted(
            slot.name(),
            slot.type().label(),
            slot.required() ? "" : "required: false, ",
            "ask: " + Yaml.text(slot.ask()));
  }

  private void action(StringBuilder out) {
    if (action == null) {
      out.append("# It only answers.\naction:\n  process: {command: [\"true\"]}\n");
      return;
    }
    out.append(
        "# Say here how it is done: ssh, process or http, as docs/actions.md shows. Before, ");
    out.append(Problem.visible(action))
        .append("\n# ran. Until then whoever asks is told what is missing, and ");
    out.append("tests record it.\naction:\n  connection: ");
    out.append(Names.connection(name)).append('\n');
  }
}
