package dev.parley.intent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the variables of a template can be filled when its moment comes. */
final class TemplateCheck {
  private static final Pattern BRACES =
      Pattern.compile(
          "\\{\\s*[A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)?\\s*(?:\\.{2,})?\\s*(?:\\|[^{}]*)?}");

  private TemplateCheck() {}

  /** A text that is shown when the request is complete. */
  static void text(YamlNode node, String template, List<Slot> slots) {
    for (var variable : variables(node, template)) {
      declared(node, variable, slots).ifPresent(slot -> filled(node, slot, variable));
      notSpread(node, variable);
    }
  }

  /**
   * One variable of a type that fits, such as {@code {since}}.
   *
   * @param optional whether it may have no value
   */
  static void only(
      YamlNode node, String template, List<Slot> slots, boolean optional, SlotType... types) {
    var variables = variables(node, template);
    var labels = Arrays.stream(types).map(SlotType::label).collect(Collectors.joining(" or "));
    if (variables.size() != 1 || !template.equals("{" + variables.get(0).slot() + "}")) {
      node.problem(
          template + " is not one slot of type " + labels + ".", "Write it in braces, alone.");
      return;
    }
    var declared = declared(node, variables.get(0), slots);
    if (!optional) {
      declared.ifPresent(slot -> filled(node, slot, variables.get(0)));
    }
    declared
        .filter(slot -> !List.of(types).contains(slot.type()))
        .ifPresent(
            slot ->
                node.problem(
                    "The slot " + slot.name() + " is of type " + slot.type().label() + ".",
                    "Use one of type " + labels + "."));
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
      slot.ifPresent(s -> filled(node, s, variable));
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
    slot.ifPresent(s -> filled(node, s, variable));
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
      slot.ifPresent(s -> filled(node, s, variable));
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
    slot.filter(s -> variable.attribute() != null && !hasAttribute(s.type(), variable.attribute()))
        .ifPresent(
            s ->
                node.problem(
                    "A value of type " + s.type().label() + " has no such attribute.",
                    "Write {" + s.name() + "}."));
    return slot;
  }

  /** What the estate knows has the attributes that it gives them. */
  private static boolean hasAttribute(SlotType type, String attribute) {
    return switch (type) {
      case STATE -> false;
      case IP -> attribute.equals("family");
      case DURATION -> attribute.equals("seconds");
      default -> type.kind() == SlotType.Kind.CLOSED;
    };
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

  private static void filled(YamlNode node, Slot slot, Template.Variable variable) {
    if (!always(slot) && variable.otherwise() == null) {
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
