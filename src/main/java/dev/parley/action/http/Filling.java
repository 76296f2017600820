package dev.parley.action.http;

import dev.parley.action.Action.UnplannableException;
import dev.parley.action.CommandTemplate;
import dev.parley.action.SlotValues;
import dev.parley.intent.Template;
import dev.parley.intent.Template.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Fills the texts of a request: slots with what was said, secrets with themselves or with what is
 * shown in their place. What was said is never looked at for slots or secrets.
 */
final class Filling {
  private static final Pattern SECRET = Pattern.compile("\\{secret:([a-z0-9-]+)}");

  private final SlotValues values;
  private final UnaryOperator<String> secrets;

  /**
   * @param secrets tells what stands for a secret's name
   */
  Filling(SlotValues values, UnaryOperator<String> secrets) {
    this.values = values;
    this.secrets = secrets;
  }

  /** What is shown in place of a secret. */
  static String shown(String name) {
    return "(secret " + name + ")";
  }

  /** The texts that a template yields: one, several for {@code {x...}}, none when it disappears. */
  List<String> texts(String template) {
    boolean optional = template.startsWith("[") && template.endsWith("]");
    var source = optional ? template.substring(1, template.length() - 1) : template;
    var variables = new Template(source).variables();
    if (optional && variables.stream().anyMatch(variable -> of(variable).isEmpty())) {
      return List.of();
    }
    if (variables.stream().anyMatch(Variable::spread)) {
      return of(variables.get(0));
    }
    return List.of(text(source, value -> value));
  }

  /**
   * One text.
   *
   * @param encoding what is done to each value before it takes its place
   */
  String text(String template, UnaryOperator<String> encoding) {
    var text = new StringBuilder();
    var match = SECRET.matcher(template);
    int end = 0;
    while (match.find()) {
      text.append(slots(template.substring(end, match.start()), encoding));
      text.append(secrets.apply(match.group(1)));
      end = match.end();
    }
    return text.append(slots(template.substring(end), encoding)).toString();
  }

  private String slots(String template, UnaryOperator<String> encoding) {
    return new Template(template).render(variable -> encoding.apply(single(variable)));
  }

  private String single(Variable variable) {
    var all = of(variable);
    if (all.size() != 1) {
      throw new UnplannableException(
          all.isEmpty()
              ? "This needs a %s; name one.".formatted(variable.slot())
              : "Only one %s at a time is possible here, and these are %d; name one of them."
                  .formatted(variable.slot(), all.size()));
    }
    return all.get(0);
  }

  /** Control characters and line breaks are refused here as in commands. */
  private List<String> of(Variable variable) {
    var checked = new ArrayList<String>();
    for (var value : values.of(variable)) {
      checked.addAll(CommandTemplate.checked(List.of(value)));
    }
    return checked;
  }
}
