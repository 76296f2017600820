package dev.parley.action;

import dev.parley.action.Action.UnplannableException;
import dev.parley.intent.Template;
import org.jspecify.annotations.Nullable;

/** How many lines of output an intent keeps. */
public final class HeadLines {
  private HeadLines() {}

  /**
   * The number that a template yields.
   *
   * @param template null for all lines
   */
  public static int of(@Nullable String template, SlotValues values) {
    if (template == null) {
      return Integer.MAX_VALUE;
    }
    var text = new Template(template).render(variable -> first(values, variable));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new UnplannableException(
          "The number of lines to keep is \"%s\"; give a whole number.".formatted(text));
    }
  }

  private static String first(SlotValues values, Template.Variable variable) {
    return values.of(variable).stream().findFirst().orElse("");
  }
}
