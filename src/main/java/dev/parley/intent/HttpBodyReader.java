package dev.parley.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The texts of a request over HTTP, and its JSON, with the slots and secrets that they use. */
final class HttpBodyReader {
  private static final Pattern SECRET = Pattern.compile("\\{secret:([^}]*)}");
  private static final int DEEPEST = 20;

  private final List<Slot> slots;

  HttpBodyReader(List<Slot> slots) {
    this.slots = slots;
  }

  Optional<JsonTemplate> json(YamlNode node) {
    return json(node, 0, false);
  }

  private Optional<JsonTemplate> json(YamlNode node, int depth, boolean inList) {
    if (depth > DEEPEST) {
      node.problem("The JSON is too deep.", "Keep it within " + DEEPEST + " levels.");
      return Optional.empty();
    }
    if (node.isMap()) {
      var fields = new LinkedHashMap<String, JsonTemplate>();
      node.map("json")
          .forEach(
              (name, value) ->
                  json(value, depth + 1, false).ifPresent(field -> fields.put(name, field)));
      return Optional.of(new JsonTemplate.Fields(fields));
    }
    if (node.isList()) {
      var items = new ArrayList<JsonTemplate>();
      node.items().forEach(item -> json(item, depth + 1, true).ifPresent(items::add));
      return Optional.of(new JsonTemplate.Items(items));
    }
    return scalar(node, inList);
  }

  private Optional<JsonTemplate> scalar(YamlNode node, boolean inList) {
    var literal = node.literal();
    if (literal.isPresent()) {
      return literal.map(JsonTemplate.Literal::new);
    }
    var text = node.text("each value of json");
    text.ifPresent(t -> checkText(node, t, slots, inList));
    return text.map(JsonTemplate.Text::new);
  }

  /** One text; in brackets it disappears when its slot has no value. */
  static void checkText(YamlNode node, String text, List<Slot> slots, boolean spreadable) {
    checkSecrets(node, text);
    boolean optional = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
    var inner = optional ? text.substring(1, text.length() - 1) : text;
    for (var variable : TemplateCheck.variables(node, inner)) {
      check(node, inner, variable, slots, optional, spreadable);
    }
  }

  private static void checkSecrets(YamlNode node, String text) {
    SECRET
        .matcher(text)
        .results()
        .filter(match -> !match.group(1).matches("[a-z0-9][a-z0-9-]{0,63}"))
        .forEach(
            match ->
                node.problem(
                    "A secret is not named " + match.group(1) + ".",
                    "Use small letters, digits and hyphens, e.g. {secret:ci-token}."));
  }

  static void check(
      YamlNode node,
      String text,
      Template.Variable variable,
      List<Slot> slots,
      boolean optional,
      boolean spreadable) {
    var slot = TemplateCheck.declared(node, variable, slots);
    if (slot.isEmpty()) {
      return;
    }
    if (!optional && !TemplateCheck.always(slot.get()) && variable.otherwise() == null) {
      node.problem(
          "The slot " + variable.slot() + " may have no value here.",
          "Give it a default, or write the text in brackets: \"[…]\".");
    }
    boolean whole = text.equals("{" + variable.slot() + "...}");
    if (variable.spread() && !(spreadable && whole)) {
      node.problem(
          "{" + variable.slot() + "...} must be a whole entry of a list, a query or a form.",
          "Write it on its own there.");
    }
    if (!variable.spread() && slot.get().many()) {
      node.problem(
          "The slot " + variable.slot() + " may have several values, this takes one.",
          "Write {" + variable.slot() + "...} in a list, or declare it without many.");
    }
  }
}
