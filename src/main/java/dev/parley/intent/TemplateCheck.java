package dev.parley.intent;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the variables of a template can be filled when its moment comes. */
final class TemplateCheck {
  private static final Pattern BRACES =
      Pattern.compile("\\{\\s*[A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)?\\s*(?:\\.{2,})?\\s*}");

  private TemplateCheck() {}

  /** A text that is shown when the request is complete. */
  static void text(YamlNode node, String template, List<Slot> slots) {
    for (var variable : variables(node, template)) {
      declared(node, variable, slots).ifPresent(slot -> filled(node, slot));
      notSpread(node, variable);
    }
  }

  /** A question, which may use only what is known when it is asked. */
  static void question(YamlNode node, String template, List<Slot> earlier) {
    for (var variable : variables(node, template)) {
      var slot = find(variable.slot(), earlier);
      if (slot.isEmpty()) {
        node.problem(
            "The slot " + variable.slot() + " has no value yet when this is used.",
            "Use only slots that are declared above.");
      }
      slot.ifPresent(s -> filled(node, s));
      notSpread(node, variable);
    }
  }

  /** Where a command runs: one variable that names hosts, or the name of a host or group. */
  static void target(YamlNode node, String template, List<Slot> slots) {
    var variables = variables(node, template);
    if (variables.isEmpty()) {
      return;
    }
    var variable = variables.get(0);
    if (!template.equals("{" + inside(variable) + "}")) {
      node.problem("The hosts are more than one variable.", "Write one, e.g. on: \"{host}\".");
      return;
    }
    var slot = declared(node, variable, slots);
    slot.ifPresent(s -> filled(node, s));
    slot.filter(s -> !namesHosts(s, variable))
        .ifPresent(
            s ->
                node.problem(
                    "The slot " + s.name() + " does not name hosts.",
                    "Use a slot of type host or group, or {service.on}."));
  }

  private static boolean namesHosts(Slot slot, Template.Variable variable) {
    return variable.attribute() == null
        ? slot.type() == SlotType.HOST || slot.type() == SlotType.GROUP
        : "on".equals(variable.attribute());
  }

  private static String inside(Template.Variable variable) {
    return variable.slot() + (variable.attribute() == null ? "" : "." + variable.attribute());
  }

  /** A number, or one variable of a number type. */
  static void number(YamlNode node, String template, List<Slot> slots) {
    var variables = variables(node, template);
    if (variables.isEmpty()) {
      if (!template.matches("[1-9]\\d{0,5}")) {
        node.problem(template + " is no number of lines.", "Write a number or a slot.");
      }
      return;
    }
    for (var variable : variables) {
      var slot = declared(node, variable, slots);
      slot.ifPresent(s -> filled(node, s));
      boolean number = slot.filter(s -> s.type().kind() == SlotType.Kind.NUMBER).isPresent();
      if (slot.isPresent() && (!number || !template.equals("{" + variable.slot() + "}"))) {
        node.problem(
            template + " is no number of lines.", "Write one slot of type lines or count.");
      }
    }
  }

  /** The variables, after a problem for each pair of braces that looks like one and is none. */
  static List<Template.Variable> variables(YamlNode node, String template) {
    var known = new Template(template);
    var rest = known.render(variable -> "");
    BRACES
        .matcher(rest)
        .results()
        .forEach(
            match ->
                node.problem(
                    match.group() + " is no variable.",
                    "Write {slot} or {slot.attribute}, in small letters without spaces."));
    return known.variables();
  }

  /** The slot of a variable; one that is not declared, or has no attributes, is a problem. */
  static Optional<Slot> declared(YamlNode node, Template.Variable variable, List<Slot> slots) {
    var slot = find(variable.slot(), slots);
    if (slot.isEmpty()) {
      undeclared(node, variable.slot(), slots);
    }
    slot.filter(s -> variable.attribute() != null && !hasAttributes(s.type()))
        .ifPresent(
            s ->
                node.problem(
                    "A value of type " + s.type().label() + " has no attributes.",
                    "Write {" + s.name() + "}."));
    return slot;
  }

  private static boolean hasAttributes(SlotType type) {
    return type.kind() == SlotType.Kind.CLOSED && type != SlotType.STATE;
  }

  static void undeclared(YamlNode node, String name, List<Slot> slots) {
    var names = slots.stream().map(Slot::name).toList();
    node.problem(
        "The slot " + name + " is used but not declared.",
        NearNames.didYouMean(name, names, "Declare it under slots."));
  }

  private static Optional<Slot> find(String name, List<Slot> slots) {
    return slots.stream().filter(slot -> slot.name().equals(name)).findFirst();
  }

  private static void filled(YamlNode node, Slot slot) {
    if (!always(slot)) {
      node.problem(
          "The slot " + slot.name() + " may have no value here.",
          "Give it a default, or do not use it here.");
    }
  }

  /** Whether a slot has a value whenever the action runs. */
  static boolean always(Slot slot) {
    return slot.required() || slot.fallback() != null;
  }

  private static void notSpread(YamlNode node, Template.Variable variable) {
    if (variable.spread()) {
      node.problem("{" + variable.slot() + "...} belongs in a command.", "Write it without dots.");
    }
  }
}
