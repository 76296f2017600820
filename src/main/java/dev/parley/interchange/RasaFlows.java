package dev.parley.interchange;

import dev.parley.intent.Problem;
import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows what in the rules and stories of a Rasa project: intents, forms and actions. */
final class RasaFlows {
  private static final Set<String> BUILT_IN =
      Set.of(
          "action_listen",
          "action_restart",
          "action_session_start",
          "action_default_fallback",
          "action_deactivate_loop");

  /** The forms and actions that follow an intent, outside of a form. */
  private final Map<String, Set<String>> next = new LinkedHashMap<>();

  /** The actions that follow a form that is filled. */
  private final Map<String, Set<String>> after = new LinkedHashMap<>();

  private final Set<String> forms;
  private final List<Problem> notes;

  /**
   * @param forms the names of all forms
   * @param notes what of it has no place here
   */
  RasaFlows(Set<String> forms, List<Problem> notes) {
    this.forms = forms;
    this.notes = notes;
  }

  /** Adds what a file says. */
  void read(String file, YamlMap root) {
    for (var kind : List.of("rule", "story")) {
      var list = root.get(kind.equals("rule") ? "rules" : "stories");
      for (YamlNode item : list.map(YamlNode::items).orElse(List.of())) {
        var map = item.map("a " + kind);
        var steps = map.get("steps").map(YamlNode::items).orElse(List.of());
        new Walk().along(steps);
        notes.add(
            Place.of(file, item)
                .tell(
                    "The %s \"%s\" is no file here; what starts what was taken from it."
                        .formatted(kind, map.text(kind).orElse("")),
                    "Write what must stay so as a conversation test."));
      }
    }
  }

  Set<String> after(String form) {
    return after.getOrDefault(form, Set.of());
  }

  /** The forms that an intent starts. */
  List<String> formsOf(String intent) {
    return next.getOrDefault(intent, Set.of()).stream().filter(forms::contains).toList();
  }

  /** The actions and responses that follow an intent. */
  List<String> actionsOf(String intent) {
    return next.getOrDefault(intent, Set.of()).stream().filter(a -> !forms.contains(a)).toList();
  }

  /** One rule or story. */
  private final class Walk {
    private List<String> intents = List.of();
    private String form = "";
    private boolean filled;

    void along(List<YamlNode> steps) {
      for (YamlNode node : steps) {
        if (!node.isMap()) {
          continue;
        }
        var step = node.map("a step");
        step.get("or")
            .ifPresent(
                choices -> {
                  var all = new ArrayList<String>();
                  choices.items().stream()
                      .filter(YamlNode::isMap)
                      .forEach(c -> c.map("a step").text("intent").ifPresent(all::add));
                  said(all);
                });
        step.text("intent").ifPresent(intent -> said(List.of(intent)));
        step.text("action").ifPresent(this::done);
        if (step.has("active_loop")) {
          step.text("active_loop").ifPresent(loop -> done(loop.equals("null") ? "" : loop));
        } else if (closes(step)) {
          done("");
        }
      }
    }

    private static boolean closes(YamlMap step) {
      var keys = new ArrayList<String>();
      step.forEach((key, value) -> keys.add(key));
      return keys.contains("active_loop");
    }

    private void said(List<String> meant) {
      intents = meant;
      form = filled ? "" : form;
      filled = false;
    }

    private void done(String action) {
      if (action.isEmpty()) {
        filled = !form.isEmpty();
      } else if (forms.contains(action)) {
        boolean goesOn = action.equals(form) && !filled;
        form = action;
        filled = false;
        if (!goesOn) {
          intents.forEach(intent -> add(next, intent, action));
        }
      } else if (filled) {
        add(after, form, action);
      } else if (form.isEmpty()) {
        intents.forEach(intent -> add(next, intent, action));
      }
    }

    private void add(Map<String, Set<String>> to, String key, String action) {
      if (!BUILT_IN.contains(action)) {
        to.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(action);
      }
    }
  }
}
