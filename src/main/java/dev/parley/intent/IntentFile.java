package dev.parley.intent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One intent file. Its methods stand in the order of the file's keys. */
final class IntentFile {
  private static final String[] KEYS = {
    "intent", "summary", "risk", "permission", "schedule", "slots", "action", "replies", "undo"
  };
  private static final String[] MOMENTS = {"started", "succeeded", "nothing", "failed"};

  private final YamlMap file;
  private final List<Problem> problems;

  private IntentFile(YamlMap file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The intent, or empty after problems without which it could not be built. */
  static Optional<Intent> read(YamlNode root, List<Problem> problems) {
    return new IntentFile(root.map("an intent file").only(KEYS), problems).intent();
  }

  private Optional<Intent> intent() {
    int before = problems.size();
    var name = name();
    var summary =
        file.require("summary", "Say in one line what it does.").flatMap(n -> n.text("summary"));
    var slots = SlotReader.read(file);
    var risks = file.require("risk", "Write low, medium, high or critical.");
    var rules = risks.map(node -> RiskReader.read(node, slots)).orElse(List.of());
    var permission = file.text("permission");
    boolean schedulable = schedulable(slots);
    var action = file.require("action", "Say what it runs, e.g. ssh or process.");
    var spec = action.flatMap(node -> ActionReader.read(node, slots));
    var replies = replies(slots);
    if (problems.size() > before || name.isEmpty() || summary.isEmpty() || spec.isEmpty()) {
      return Optional.empty();
    }
    var meant =
        new Intent(
            name.get(),
            summary.get(),
            rules,
            permission.orElse(null),
            schedulable,
            schedulable ? withTime(slots) : slots,
            spec.get(),
            replies,
            undo().orElse(null),
            "");
    return Optional.of(IntentVersion.stamped(meant));
  }

  private Optional<String> name() {
    var node = file.require("intent", "Name it, e.g. intent: restart_service.");
    var name = node.flatMap(n -> n.text("intent"));
    if (name.isPresent() && !name.get().matches("[a-z][a-z0-9_]{0,63}")) {
      node.get()
          .problem(
              "An intent is not named " + name.get() + ".",
              "Use small letters, digits and underscores.");
    }
    return name;
  }

  private boolean schedulable(List<Slot> slots) {
    var written = file.text("schedule").orElse("none");
    if (!written.equals("optional") && !written.equals("none")) {
      file.key("schedule")
          .problem(
              "schedule cannot be " + written + ".",
              NearNames.didYouMean(
                  written, List.of("optional", "none"), "Write optional or none."));
    }
    boolean schedulable = written.equals("optional");
    if (schedulable && slots.stream().anyMatch(slot -> slot.name().equals(Slot.WHEN))) {
      file.key("schedule")
          .problem(
              "The slot when says at what time a scheduled action runs.", "Rename the slot when.");
    }
    return schedulable;
  }

  private static List<Slot> withTime(List<Slot> slots) {
    return Stream.concat(slots.stream(), Stream.of(Slot.when())).toList();
  }

  /** The name of an intent, or {@code {intent: …, set: {slot: value or {before: after}}}}. */
  private Optional<Undo> undo() {
    var node = file.get("undo");
    if (node.isEmpty() || !node.get().isMap()) {
      return file.text("undo").map(Undo::with);
    }
    var map = node.get().map("undo").only("intent", "set");
    var set = new LinkedHashMap<String, Map<String, String>>();
    map.get("set")
        .map(values -> values.map("undo.set"))
        .ifPresent(slots -> slots.forEach((slot, value) -> set.put(slot, turned(slot, value))));
    return map.require("intent", "Name the intent that takes this one back.")
        .flatMap(n -> n.text("undo.intent"))
        .map(intent -> new Undo(intent, set));
  }

  private static Map<String, String> turned(String slot, YamlNode value) {
    var turned = new LinkedHashMap<String, String>();
    if (value.isMap()) {
      value
          .map("undo.set." + slot)
          .forEach(
              (before, after) ->
                  after.text("undo.set." + slot).ifPresent(text -> turned.put(before, text)));
    } else {
      value.text("undo.set." + slot).ifPresent(text -> turned.put(Undo.ANY, text));
    }
    return turned;
  }

  private Map<String, String> replies(List<Slot> slots) {
    var replies = new LinkedHashMap<String, String>();
    var names = file.get("replies").map(node -> node.map("replies").only(MOMENTS));
    names.ifPresent(
        map ->
            map.forEach(
                (moment, node) ->
                    node.text("replies." + moment)
                        .ifPresent(
                            text -> {
                              TemplateCheck.text(node, text, slots);
                              replies.put(moment, text);
                            })));
    return replies;
  }
}
