package dev.parley.intent;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with variables in braces: {@code {host}}, {@code {service.unit}}, in commands {@code
 * {host...}} for one argument a value, and {@code {service.log|/var/log}} for what stands there
 * when no service was named. Nothing in it is ever evaluated.
 */
public final class Template {
  private static final Pattern VARIABLE =
      Pattern.compile("\\{([a-z_]+)(?:\\.([a-z_]+))?(\\.\\.\\.)?(?:\\|([^{}|]+))?}");

  /**
   * One variable: a slot, perhaps an attribute of its value, perhaps spread over its values.
   *
   * @param otherwise what stands there when the slot has no value, or null
   */
  public record Variable(
      String slot, @Nullable String attribute, boolean spread, @Nullable String otherwise) {}

  private final String source;

  public Template(String source) {
    this.source = source;
  }

  /** The variables in the order in which they stand. */
  public List<Variable> variables() {
    return VARIABLE.matcher(source).results().map(Template::variable).toList();
  }

  /** The text with each variable replaced by what {@code values} says, literally. */
  public String render(Function<Variable, String> values) {
    return VARIABLE
        .matcher(source)
        .replaceAll(match -> Matcher.quoteReplacement(values.apply(variable(match))));
  }

  private static Variable variable(MatchResult match) {
    return new Variable(match.group(1), match.group(2), match.group(3) != null, match.group(4));
  }

  @Override
  public String toString() {
    return source;
  }
}
