package dev.parley.action.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.action.Action.UnplannableException;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.JsonTemplate;
import dev.parley.intent.SlotType;
import dev.parley.intent.Template;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request, filled. Values are percent-encoded into the URL and the form, and are texts or
 * numbers in the JSON tree, so that none can become anything else.
 *
 * @param contentType null without a body
 */
record HttpCall(
    String method,
    URI uri,
    Map<String, String> headers,
    @Nullable String contentType,
    String body) {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  static HttpCall of(Intent intent, Filling filling) {
    return new Builder(intent, (ActionSpec.Http) intent.action(), filling).call();
  }

  /** As it is shown: one argument a part. */
  List<String> argv() {
    var argv = new ArrayList<>(List.of(method, uri.toString()));
    headers.forEach((name, value) -> argv.add(name + ": " + value));
    if (contentType != null) {
      argv.add(body);
    }
    return argv;
  }

  static String encoded(String value) {
    var text = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      text.append(UNRESERVED.indexOf(c) >= 0 ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return text.toString();
  }

  private record Builder(Intent intent, ActionSpec.Http spec, Filling filling) {

    HttpCall call() {
      var form = spec.form();
      var json = spec.json();
      var type =
          json != null
              ? "application/json"
              : form != null ? "application/x-www-form-urlencoded" : null;
      var body =
          json != null
              ? json(json).map(JsonNode::toString).orElse("null")
              : form != null ? fields(form) : "";
      return new HttpCall(spec.method(), uri(), headers(), type, body);
    }

    private URI uri() {
      var url = filling.text(spec.url(), HttpCall::encoded);
      for (var segment : url.split("/", -1)) {
        if (segment.equals(".") || segment.equals("..")) {
          throw new UnplannableException(
              "A value of only dots would lead to another path; name it in full.");
        }
      }
      var query = fields(spec.query());
      return URI.create(query.isEmpty() ? url : url + "?" + query);
    }

    private String fields(Map<String, String> templates) {
      var fields = new ArrayList<String>();
      templates.forEach(
          (name, template) ->
              filling
                  .texts(template)
                  .forEach(text -> fields.add(encoded(name) + "=" + encoded(text))));
      return String.join("&", fields);
    }

    private Map<String, String> headers() {
      var headers = new LinkedHashMap<String, String>();
      spec.headers()
          .forEach(
              (name, template) ->
                  filling
                      .texts(template)
                      .forEach(text -> headers.put(name, headerValue(name, text))));
      return headers;
    }

    private static String headerValue(String name, String text) {
      if (text.codePoints().anyMatch(c -> c < ' ' || c > '~')) {
        throw new UnplannableException(
            "The header %s can only carry plain ASCII text; name it without other letters."
                .formatted(name));
      }
      return text;
    }

    private Optional<JsonNode> json(JsonTemplate template) {
      return all(template).stream().findFirst();
    }

    /** What stands in its place: one, or for a slot that is spread or absent several or none. */
    private List<JsonNode> all(JsonTemplate template) {
      var nodes = JsonNodeFactory.instance;
      if (template instanceof JsonTemplate.Fields object) {
        var node = nodes.objectNode();
        object.fields().forEach((name, it) -> json(it).ifPresent(field -> node.set(name, field)));
        return List.of(node);
      }
      if (template instanceof JsonTemplate.Items list) {
        var node = nodes.arrayNode();
        list.items().forEach(item -> all(item).forEach(node::add));
        return List.of(node);
      }
      if (template instanceof JsonTemplate.Literal literal) {
        return List.of(nodes.pojoNode(literal.value()));
      }
      var text = ((JsonTemplate.Text) template).template();
      return filling.texts(text).stream().map(value -> value(text, value)).toList();
    }

    private JsonNode value(String template, String value) {
      var nodes = JsonNodeFactory.instance;
      return isNumber(template) && value.matches("\\d{1,18}")
          ? nodes.numberNode(new BigDecimal(value))
          : nodes.textNode(value);
    }

    /** Nothing but a slot whose values are numbers. */
    private boolean isNumber(String template) {
      var plain = template.replaceAll("^\\[|]$", "");
      var variables = new Template(plain).variables();
      return variables.size() == 1
          && new Template(plain).render(variable -> "").isEmpty()
          && intent
              .slot(variables.get(0).slot())
              .filter(slot -> slot.type().kind() == SlotType.Kind.NUMBER)
              .isPresent();
    }
  }
}
