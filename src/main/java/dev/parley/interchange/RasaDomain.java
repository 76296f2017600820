package dev.parley.interchange;

import dev.parley.intent.Problem;
import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import dev.parley.interchange.RasaResponse.Button;
import dev.parley.interchange.RasaResponse.Variation;
import dev.parley.interchange.RasaSlot.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The domain of a Rasa project, from one file or several. */
final class RasaDomain {
  /** Keys of a file that is, or is part of, a domain. */
  static final Set<String> KEYS =
      Set.of("intents", "entities", "slots", "forms", "responses", "actions", "session_config");

  final Map<String, Place> intents = new LinkedHashMap<>();
  final Map<String, RasaSlot> slots = new LinkedHashMap<>();
  final Map<String, RasaForm> forms = new LinkedHashMap<>();
  final Map<String, RasaResponse> responses = new LinkedHashMap<>();
  final Map<String, Place> actions = new LinkedHashMap<>();
  private final List<Problem> notes;

  /**
   * @param notes what of it has no place here
   */
  RasaDomain(List<Problem> notes) {
    this.notes = notes;
  }

  /** Adds what a file says. */
  void read(String file, YamlMap root) {
    root.get("intents").ifPresent(node -> names(file, node).forEach(intents::put));
    root.get("actions").ifPresent(node -> names(file, node).forEach(actions::put));
    root.get("slots").ifPresent(node -> slots(file, node.map("slots")));
    root.get("forms").ifPresent(node -> forms(file, node));
    root.get("responses").ifPresent(node -> responses(file, node.map("responses")));
    root.get("session_config")
        .ifPresent(
            node ->
                note(
                    Place.of(file, node),
                    "session_config is not used.",
                    "A request that waits for an answer ends by itself."));
  }

  /** A list whose items are names, or maps with one key. */
  private static Map<String, Place> names(String file, YamlNode list) {
    var names = new LinkedHashMap<String, Place>();
    for (YamlNode item : list.items()) {
      if (item.isMap()) {
        item.map("this").forEach((name, options) -> names.put(name, Place.of(file, item)));
      } else {
        item.text("each name").ifPresent(name -> names.put(name, Place.of(file, item)));
      }
    }
    return names;
  }

  private void slots(String file, YamlMap all) {
    all.forEach(
        (name, node) -> {
          var at = Place.of(file, all.key(name));
          var map = node.map("the slot " + name);
          if (map.has("initial_value")) {
            note(at, "The initial value of " + name + " is not used.", "Write default: instead.");
          }
          slots.put(
              name,
              new RasaSlot(
                  name,
                  map.text("type").orElse("any"),
                  map.texts("values"),
                  mappings(file, name, map),
                  at));
        });
  }

  private List<Mapping> mappings(String file, String slot, YamlMap map) {
    var mappings = new ArrayList<Mapping>();
    for (YamlNode item : map.get("mappings").map(YamlNode::items).orElse(List.of())) {
      var mapping = item.map("this mapping");
      var at = Place.of(file, item);
      var type = mapping.text("type").orElse("custom");
      if (mapping.has("conditions")) {
        note(at, "The conditions of " + slot + " are not used.", "A slot is of one intent here.");
      }
      if (type.equals("custom")) {
        note(at, "What fills " + slot + " is a program.", "Here it is asked for.");
      } else if (mapping.has("group")) {
        note(at, "The group of a mapping of " + slot + " is not used.", "Name slots by roles.");
      }
      mappings.add(
          new Mapping(
              type,
              mapping.text("entity").orElse(null),
              mapping.text("role").orElse(null),
              mapping.texts("intent"),
              mapping.texts("not_intent")));
    }
    return mappings;
  }

  private void forms(String file, YamlNode node) {
    if (!node.isMap()) {
      names(file, node).forEach((name, at) -> forms.put(name, new RasaForm(name, List.of(), at)));
      return;
    }
    var all = node.map("forms");
    all.forEach(
        (name, form) -> {
          var at = Place.of(file, all.key(name));
          var map = form.map("the form " + name);
          var required = map.get("required_slots");
          var slotNames = new ArrayList<String>();
          if (required.isPresent() && required.get().isMap()) {
            // as Rasa 2 wrote it: each slot with its mappings
            required.get().map("required_slots").forEach((slot, mappings) -> slotNames.add(slot));
          } else {
            slotNames.addAll(map.texts("required_slots"));
          }
          if (map.has("ignored_intents")) {
            note(
                at,
                "The ignored intents of " + name + " are not used.",
                "Another request in between is answered, and the form goes on.");
          }
          forms.put(name, new RasaForm(name, slotNames, at));
        });
  }

  private void responses(String file, YamlMap all) {
    all.forEach(
        (name, node) -> {
          var variations = new ArrayList<Variation>();
          node.items().forEach(item -> variations.add(variation(file, item)));
          responses.put(name, new RasaResponse(name, variations, Place.of(file, all.key(name))));
        });
  }

  private static Variation variation(String file, YamlNode item) {
    var at = Place.of(file, item);
    if (!item.isMap()) {
      return new Variation(item.text("this response").orElse(""), List.of(), List.of(), at);
    }
    var map = item.map("this response");
    var buttons = new ArrayList<Button>();
    for (YamlNode button : map.get("buttons").map(YamlNode::items).orElse(List.of())) {
      var keys = button.map("this button");
      buttons.add(new Button(keys.text("title").orElse(""), keys.text("payload").orElse("")));
    }
    var more = new ArrayList<String>();
    map.forEach(
        (key, value) -> {
          if (!Set.of("text", "buttons", "metadata").contains(key)) {
            more.add(key);
          }
        });
    return new Variation(map.text("text").orElse(""), buttons, more, at);
  }

  private void note(Place at, String what, String todo) {
    notes.add(at.tell(what, todo));
  }
}
