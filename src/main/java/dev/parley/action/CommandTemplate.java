package dev.parley.action;

import dev.parley.action.Action.UnplannableException;
import dev.parley.intent.Template;
import dev.parley.intent.Template.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The command of an intent, one template an argument. Rendering yields an argv: a value is always
 * one whole argument or a part of one, never several and never an option.
 *
 * <p>{@code {x}} is one argument, {@code {x...}} one argument a value, and an argument written
 * {@code [--path={x}]} disappears when its slot has no value.
 */
public final class CommandTemplate {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private final List<String> arguments;

  public CommandTemplate(List<String> arguments) {
    this.arguments = List.copyOf(arguments);
  }

  /**
   * The argv for these values.
   *
   * @throws UnplannableException when a value cannot be an argument, or is missing
   */
  public List<String> render(Function<Variable, List<String>> values) {
    var argv = new ArrayList<String>();
    boolean optionsEnded = false;
    for (var source : arguments) {
      var rendered = argument(source, values);
      if (!optionsEnded) {
        refuseOptions(source, rendered);
      }
      optionsEnded |= source.equals("--");
      argv.addAll(rendered);
    }
    return List.copyOf(argv);
  }

  private static List<String> argument(String source, Function<Variable, List<String>> values) {
    boolean optional = source.startsWith("[") && source.endsWith("]");
    var template = new Template(optional ? source.substring(1, source.length() - 1) : source);
    var variables = template.variables();
    if (variables.isEmpty()) {
      return List.of(source);
    }
    var resolved = new LinkedHashMap<Variable, List<String>>();
    variables.forEach(variable -> resolved.put(variable, checked(values.apply(variable))));
    if (optional && resolved.values().stream().anyMatch(List::isEmpty)) {
      return List.of();
    }
    return spread(template, resolved);
  }

  private static List<String> spread(Template template, Map<Variable, List<String>> resolved) {
    var spread = resolved.keySet().stream().filter(Variable::spread).toList();
    if (spread.isEmpty()) {
      return List.of(template.render(variable -> single(variable, resolved)));
    }
    if (spread.size() > 1) {
      throw new UnplannableException(
          "The argument %s spreads over two slots; split it into two.".formatted(template));
    }
    return resolved.getOrDefault(spread.get(0), List.of()).stream()
        .map(each -> template.render(v -> v.spread() ? each : single(v, resolved)))
        .toList();
  }

  private static String single(Variable variable, Map<Variable, List<String>> resolved) {
    var values = resolved.getOrDefault(variable, List.of());
    if (values.size() > 1) {
      throw new UnplannableException(
          "Only one %s at a time is possible here, and these are %d: %s; name one of them."
              .formatted(variable.slot(), values.size(), String.join(", ", values)));
    }
    if (values.isEmpty()) {
      throw new UnplannableException(
          "The command needs a %s; name one.".formatted(variable.slot()));
    }
    return values.get(0);
  }

  /** These values, none of which is empty or holds what no argument may hold. */
  public static List<String> checked(List<String> values) {
    for (var value : values) {
      if (value.isEmpty()) {
        throw new UnplannableException("An empty value cannot be used in a command.");
      }
      if (value.codePoints().anyMatch(CommandTemplate::unprintable)) {
        throw new UnplannableException(
            "The value \"%s\" holds a line break or another control character; type it without."
                .formatted(printable(value)));
      }
    }
    return values;
  }

  /** Joiners stay: without them emoji and some scripts cannot be written. */
  private static boolean unprintable(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || (type == Character.FORMAT && c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER);
  }

  private static String printable(String value) {
    return value
        .codePoints()
        .mapToObj(c -> unprintable(c) ? "\uFFFD" : Character.toString(c))
        .reduce("", String::concat);
  }

  private static void refuseOptions(String source, List<String> rendered) {
    boolean literalDash = source.startsWith("-") || source.startsWith("[-");
    if (literalDash) {
      return;
    }
    rendered.stream()
        .filter(argument -> argument.startsWith("-"))
        .findFirst()
        .ifPresent(
            argument -> {
              throw new UnplannableException(
                  "The value %s starts with a hyphen, so it would be an option; type it without."
                      .formatted(argument));
            });
  }
}
