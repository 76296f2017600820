package dev.parley.intent;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A request over HTTP, as an intent file writes it. */
final class HttpReader {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE");
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
  private static final Pattern BASE =
      Pattern.compile("https?://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

  /** These are the connection's own business. */
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "transfer-encoding",
          "upgrade",
          "te",
          "keep-alive",
          "proxy-authorization",
          "trailer");

  private static final int MOST_RETRIES = 5;

  private final YamlMap map;
  private final List<Slot> slots;

  HttpReader(YamlMap map, List<Slot> slots) {
    this.map = map;
    this.slots = slots;
  }

  Optional<ActionSpec> read() {
    map.only("method", "url", "query", "headers", "json", "form", "ok", "timeout", "retries");
    var method = method();
    var url = map.require("url", "Say where, e.g. url: https://ci.example.com/jobs/{job}.");
    var address = url.flatMap(node -> node.text("url"));
    address.ifPresent(text -> checkUrl(url.get(), text));
    var headers = texts("headers");
    headers.forEach((name, text) -> checkHeader(map.key("headers"), name, text));
    var body = new HttpBodyReader(slots);
    var json = map.get("json").flatMap(body::json).orElse(null);
    var form = map.has("form") ? texts("form") : null;
    checkBody(method, json != null, form != null);
    return address.map(
        text ->
            new ActionSpec.Http(
                method,
                text,
                texts("query"),
                headers,
                json,
                form,
                ok(),
                ActionReader.timeout(map),
                retries(method)));
  }

  private String method() {
    var method = map.text("method").orElse("GET").toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      map.key("method")
          .problem(
              "There is no method " + method + ".",
              NearNames.didYouMean(
                  method, METHODS, "Known are " + String.join(", ", METHODS) + "."));
    }
    return method;
  }

  /** Nothing that was said chooses the machine that is asked, nor the credentials it gets. */
  private void checkUrl(YamlNode node, String url) {
    var variables = TemplateCheck.variables(node, url);
    int path = url.indexOf('/', url.indexOf("//") + 2);
    var base = path < 0 ? url : url.substring(0, path);
    if (!new Template(base).variables().isEmpty() || base.contains("{secret:")) {
      node.problem(
          "A value must not choose the host that is asked.", "Write scheme, host and port out.");
    } else if (!BASE.matcher(base).matches()) {
      node.problem(
          url + " does not begin with a scheme and a host.",
          "Write e.g. https://ci.example.com/jobs/{job}.");
    }
    if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
      node.problem("The URL ends with its path.", "Write the query under query: {name: \"{x}\"}.");
    }
    if (url.contains("{secret:")) {
      node.problem(
          "A secret in a URL ends up in the logs of every server on the way.",
          "Write it under headers.");
    }
    for (var variable : variables) {
      HttpBodyReader.check(node, url, variable, slots, false, false);
    }
  }

  private Map<String, String> texts(String key) {
    var texts = new LinkedHashMap<String, String>();
    map.get(key)
        .ifPresent(
            node ->
                node.map(key)
                    .forEach(
                        (name, value) ->
                            value
                                .text(key + "." + name)
                                .ifPresent(
                                    text -> {
                                      HttpBodyReader.checkText(
                                          value, text, slots, !key.equals("headers"));
                                      texts.put(name, text);
                                    })));
    return texts;
  }

  private static void checkHeader(YamlNode node, String name, String text) {
    if (!HEADER.matcher(name).matches() || OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      node.problem(
          "The header " + name + " cannot be set.",
          "Leave it out; the connection sets what it needs.");
    }
    if (text.codePoints().anyMatch(c -> c < ' ' || c > '~')) {
      node.problem(
          "The header " + name + " holds what a header cannot carry.", "Use plain ASCII text.");
    }
  }

  private void checkBody(String method, boolean json, boolean form) {
    if (json && form) {
      map.key("form").problem("A request has one body.", "Keep either json or form.");
    }
    if ((json || form) && WITHOUT_BODY.contains(method)) {
      map.key(json ? "json" : "form")
          .problem("A " + method + " has no body.", "Write it under query, or use POST.");
    }
  }

  private Set<Integer> ok() {
    var statuses = new LinkedHashSet<Integer>();
    for (var text : map.texts("ok")) {
      if (text.matches("[2-5]\\d\\d")) {
        statuses.add(Integer.valueOf(text));
      } else {
        map.key("ok").problem("No server answers with " + text + ".", "Write 200 to 599.");
      }
    }
    return statuses;
  }

  private int retries(String method) {
    var text = map.text("retries").orElse("0");
    if (!text.matches("\\d") || Integer.parseInt(text) > MOST_RETRIES) {
      map.key("retries")
          .problem(
              "It cannot be tried again " + text + " times.", "Write 0 to " + MOST_RETRIES + ".");
      return 0;
    }
    int retries = Integer.parseInt(text);
    if (retries > 0 && !REPEATABLE.contains(method)) {
      map.key("retries")
          .problem(
              "A " + method + " that is tried again may be carried out twice.",
              "Remove retries, or use a method that may be repeated.");
    }
    return retries;
  }
}
