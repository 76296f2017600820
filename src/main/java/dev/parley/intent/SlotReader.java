package dev.parley.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The slots of an intent file, in the order in which they are asked for. */
final class SlotReader {
  private static final List<String> TYPES =
      Arrays.stream(SlotType.values()).map(SlotType::label).toList();

  private SlotReader() {}

  static List<Slot> read(YamlMap file) {
    var slots = new ArrayList<Slot>();
    var declared = file.get("slots").map(node -> node.map("slots"));
    declared.ifPresent(
        map ->
            map.forEach(
                (name, node) ->
                    slot(name, map.key(name), node, List.copyOf(slots)).ifPresent(slots::add)));
    return slots;
  }

  private static Optional<Slot> slot(String name, YamlNode key, YamlNode node, List<Slot> earlier) {
    if (!name.matches("[a-z][a-z_]{0,31}")) {
      key.problem("A slot is not named " + name + ".", "Use small letters and underscores.");
    }
    if (node.empty()) {
      key.problem("The slot " + name + " has no type.", "Write {type: …}.");
      return Optional.empty();
    }
    var map =
        node.map("the slot " + name)
            .only("type", "required", "many", "any", "secret", "ask", "default");
    var type = type(map);
    boolean required = map.flag("required", true);
    boolean many = map.flag("many", false);
    var ask = ask(name, key, map, required, earlier);
    var fallback = type.flatMap(t -> fallback(map, name, t, required, earlier));
    boolean any = map.flag("any", false);
    if (any && type.filter(t -> t != SlotType.HOST).isPresent()) {
      map.key("any").problem("Only a host can be any address.", "Remove any.");
    }
    boolean secret = secret(map, type.orElse(null), fallback.isPresent());
    return type.map(
        t -> new Slot(name, t, required, many, ask, fallback.orElse(null), any, secret));
  }

  /** Other types are looked up, compared and shown, which a secret must not be. */
  private static boolean secret(YamlMap map, @Nullable SlotType type, boolean fallback) {
    if (!map.flag("secret", false)) {
      return false;
    }
    if (type != null && type != SlotType.TEXT) {
      map.key("secret").problem("Only a text can be a secret.", "Write type: text.");
    }
    if (fallback) {
      map.key("default").problem("A secret has no default that a file shows.", "Remove it.");
    }
    return true;
  }

  private static Optional<SlotType> type(YamlMap map) {
    var node = map.require("type", "Write the slot's type, e.g. type: host.");
    var label = node.flatMap(n -> n.text("type"));
    var type = label.flatMap(SlotType::byLabel);
    if (label.isPresent() && type.isEmpty()) {
      node.get()
          .problem(
              "There is no slot type " + label.get() + ".",
              NearNames.didYouMean(
                  label.get(), TYPES, "Known are " + String.join(", ", TYPES) + "."));
    }
    return type;
  }

  /** The question; an optional slot without one is asked again by its name. */
  private static String ask(
      String name, YamlNode key, YamlMap map, boolean required, List<Slot> earlier) {
    var ask = map.text("ask");
    if (ask.isEmpty() && required) {
      key.problem(
          "The slot " + name + " is required but has no question.",
          "Write ask: \"…?\", or required: false.");
    }
    ask.ifPresent(text -> TemplateCheck.question(map.key("ask"), text, earlier));
    return ask.orElse("Which " + name.replace('_', ' ') + "?");
  }

  private static Optional<String> fallback(
      YamlMap map, String name, SlotType type, boolean required, List<Slot> earlier) {
    var text = map.text("default");
    if (text.isEmpty()) {
      return text;
    }
    if (required) {
      map.key("default")
          .problem(
              "The slot " + name + " is required, so its default is never used.",
              "Write required: false, or remove the default.");
    }
    TemplateCheck.question(map.key("default"), text.get(), earlier);
    boolean literal = new Template(text.get()).variables().isEmpty();
    if (literal && SlotForms.canonical(type, text.get()).isEmpty()) {
      map.key("default")
          .problem(
              "The default of " + name + " is no " + type.label() + ".",
              "Write " + SlotForms.expected(type) + ".");
    }
    return text;
  }
}
