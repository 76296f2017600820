package dev.parley.intent;

import java.util.List;
import java.util.Set;

/**
 * Whether a command keeps every value one whole argument of a program that takes it as a value: no
 * value chooses the program, is read as an option, or becomes code of an interpreter.
 */
final class CommandCheck {
  private static final Set<String> INTERPRETERS =
      Set.of(
          "sh", "bash", "dash", "ksh", "zsh", "ash", "busybox", "su", "python", "python3", "perl",
          "ruby", "node", "php", "lua", "awk", "gawk", "mawk", "sed", "psql", "mysql", "sqlite3");

  /** Their first argument is a program of its own. */
  private static final Set<String> FILTERS = Set.of("awk", "gawk", "mawk", "sed");

  /** Whatever follows them is joined into a line for a shell. */
  private static final Set<String> SPLICERS = Set.of("eval", "ssh", "watch", "parallel");

  private static final Set<String> CODE_OPTIONS =
      Set.of("--command", "--eval", "--execute", "--expression", "--run");

  private final List<YamlNode> nodes;
  private final List<String> arguments;
  private final List<Slot> slots;
  private final String on;

  CommandCheck(List<YamlNode> nodes, List<String> arguments, List<Slot> slots, String on) {
    this.nodes = nodes;
    this.arguments = arguments;
    this.slots = slots;
    this.on = on;
  }

  void check() {
    if (arguments.isEmpty()) {
      return;
    }
    if (!new Template(arguments.get(0)).variables().isEmpty()) {
      nodes.get(0).problem("A value must not choose the program.", "Name the program here.");
    }
    for (int i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (!SlotForms.printable(argument)) {
        nodes.get(i).problem("An argument holds hidden characters.", "Remove them.");
      }
      checkVariables(i, optional(argument) ? inner(argument) : argument);
    }
  }

  private void checkVariables(int i, String argument) {
    var node = nodes.get(i);
    var variables = TemplateCheck.variables(node, argument);
    boolean optional = optional(arguments.get(i));
    if (optional && variables.isEmpty()) {
      node.problem("Nothing in these brackets can be absent.", "Use a slot in them.");
    }
    for (var variable : variables) {
      var slot = TemplateCheck.declared(node, variable, slots);
      slot.ifPresent(
          s -> {
            checkPresent(node, s, optional || variable.otherwise() != null);
            checkOtherwise(node, variable);
            checkSpread(node, s, variable, argument);
            checkOption(i, s, variable, argument);
          });
    }
    if (!variables.isEmpty() && isCode(i)) {
      node.problem(
          "A value would become part of a program for "
              + program(arguments.get(interpreter(i)))
              + ".",
          "Pass the value as an argument of its own to a script.");
    }
  }

  private static void checkPresent(YamlNode node, Slot slot, boolean optional) {
    if (!optional && !TemplateCheck.always(slot)) {
      node.problem(
          "The slot " + slot.name() + " may have no value here.",
          "Give it a default, or write the argument in brackets: \"[…]\".");
    }
  }

  private static void checkOtherwise(YamlNode node, Template.Variable variable) {
    var otherwise = variable.otherwise();
    if (otherwise != null && otherwise.startsWith("-")) {
      node.problem(
          "What stands in for " + variable.slot() + " could be read as an option.",
          "Begin it with something else than a hyphen.");
    }
  }

  private void checkSpread(YamlNode node, Slot slot, Template.Variable variable, String argument) {
    if (variable.spread() && !argument.equals("{" + variable.slot() + "...}")) {
      node.problem(
          "{" + variable.slot() + "...} must be a whole argument.", "Write it on its own.");
    }
    boolean target = on.startsWith("{" + slot.name() + "}");
    if (!variable.spread() && slot.many() && !target) {
      node.problem(
          "The slot " + slot.name() + " may have several values, this takes one.",
          "Write {" + slot.name() + "...}, or declare it without many.");
    }
  }

  /** Only text can begin with a hyphen; every other type refuses such a value. */
  private void checkOption(int i, Slot slot, Template.Variable variable, String argument) {
    boolean leads = argument.startsWith("{" + variable.slot());
    if (slot.type() != SlotType.TEXT || !leads || arguments.subList(0, i).contains("--")) {
      return;
    }
    var previous = i == 0 ? "" : arguments.get(i - 1);
    boolean valueOfOption = previous.matches("-[A-Za-z]|--[a-z][a-z-]*") && !variable.spread();
    if (!valueOfOption) {
      nodes
          .get(i)
          .problem(
              "The text of " + slot.name() + " could be read as an option.",
              "Put the argument \"--\" before it, or write it as --option={" + slot.name() + "}.");
    }
  }

  private boolean isCode(int i) {
    int at = interpreter(i);
    if (at < 0) {
      return false;
    }
    var program = program(arguments.get(at));
    if (SPLICERS.contains(program) || i == at + 1 && FILTERS.contains(program)) {
      return true;
    }
    var options = arguments.subList(at + 1, i);
    var previous = arguments.get(i - 1);
    return options.stream().allMatch(option -> option.startsWith("-"))
        && (previous.matches("-[A-Za-z]*[cerE]")
            || CODE_OPTIONS.contains(previous)
            || CODE_OPTIONS.contains(arguments.get(i).split("=", 2)[0]));
  }

  private int interpreter(int i) {
    for (int at = i - 1; at >= 0; at--) {
      var program = program(arguments.get(at));
      if (INTERPRETERS.contains(program) || SPLICERS.contains(program)) {
        return at;
      }
    }
    return -1;
  }

  private static String program(String argument) {
    return argument.substring(argument.lastIndexOf('/') + 1);
  }

  private static boolean optional(String argument) {
    return argument.length() > 2 && argument.startsWith("[") && argument.endsWith("]");
  }

  private static String inner(String argument) {
    return argument.substring(1, argument.length() - 1);
  }
}
