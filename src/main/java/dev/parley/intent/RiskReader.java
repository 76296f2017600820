package dev.parley.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The risk of an intent file: one label, or lines of which the first that holds decides. */
final class RiskReader {
  private static final List<String> LABELS = Arrays.stream(Risk.values()).map(Risk::label).toList();

  private RiskReader() {}

  static List<RiskRule> read(YamlNode node, List<Slot> slots) {
    if (!node.isList()) {
      return label(node).map(risk -> List.of(new RiskRule(Map.of(), risk))).orElse(List.of());
    }
    var rules = new ArrayList<RiskRule>();
    boolean rest = false;
    for (var item : node.items()) {
      if (rest) {
        item.problem("This line is never reached.", "Move the line without if to the end.");
      }
      var map = item.map("a line of risk").only("if", "risk");
      var conditions = map.get("if").map(n -> conditions(n, slots)).orElse(Map.of());
      rest = rest || !map.has("if");
      map.require("risk", "Write low, medium, high or critical.")
          .flatMap(RiskReader::label)
          .ifPresent(risk -> rules.add(new RiskRule(conditions, risk)));
    }
    if (!rest) {
      node.problem("No line says the risk of everything else.", "End with a line {risk: …}.");
    }
    return rules;
  }

  /** The risk of this label; anything else is a problem. */
  private static Optional<Risk> label(YamlNode node) {
    var label = node.text("risk");
    if (label.isPresent() && !LABELS.contains(label.get())) {
      node.problem(
          "There is no risk " + label.get() + ".",
          NearNames.didYouMean(label.get(), LABELS, "Write low, medium, high or critical."));
    }
    return label.filter(LABELS::contains).map(text -> Risk.values()[LABELS.indexOf(text)]);
  }

  private static Map<String, String> conditions(YamlNode node, List<Slot> slots) {
    var conditions = new LinkedHashMap<String, String>();
    var map = node.map("if");
    map.forEach(
        (name, value) -> {
          var slot = slots.stream().filter(s -> s.name().equals(name)).findFirst();
          if (slot.isEmpty()) {
            TemplateCheck.undeclared(map.key(name), name, slots);
          }
          value.text("if." + name).ifPresent(text -> conditions.put(name, text));
        });
    return conditions;
  }
}
