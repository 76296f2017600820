package dev.parley.interchange;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.training.Example;
import dev.parley.training.Listed;
import dev.parley.training.TrainingSet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A home as a Rasa project: its examples and lists, and a domain in which an intent with slots is a
 * form and its questions are responses. Actions stay here.
 */
public final class RasaExport {
  private final IntentCatalog catalog;
  private final TrainingSet examples;

  private RasaExport(IntentCatalog catalog, TrainingSet examples) {
    this.catalog = catalog;
    this.examples = examples;
  }

  /** The files to write, by their path within the project. */
  public static Map<Path, String> files(IntentCatalog catalog, TrainingSet examples) {
    var export = new RasaExport(catalog, examples);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of("data", "nlu.yml"), export.nlu());
    files.put(Path.of("data", "rules.yml"), export.rules());
    files.put(Path.of("domain.yml"), export.domain());
    return files;
  }

  private String nlu() {
    var out = new StringBuilder("version: \"3.1\"\nnlu:\n");
    Map<String, List<Example>> byIntent =
        examples.examples().stream()
            .collect(Collectors.groupingBy(Example::intent, TreeMap::new, Collectors.toList()));
    byIntent.forEach(
        (intent, all) ->
            out.append(
                Yaml.section(
                    "intent",
                    intent,
                    all.stream().map(e -> Yaml.marked(e, m -> Optional.of(m.slot()))).toList())));
    for (var kind : Listed.Kind.values()) {
      Map<String, List<String>> lists =
          examples.lists().stream()
              .filter(line -> line.kind() == kind)
              .collect(
                  Collectors.groupingBy(
                      Listed::name,
                      TreeMap::new,
                      Collectors.mapping(Listed::text, Collectors.toList())));
      lists.forEach(
          (name, lines) ->
              out.append(
                  Yaml.section(kind.name().toLowerCase(java.util.Locale.ROOT), name, lines)));
    }
    return out.toString();
  }

  private String rules() {
    var out = new StringBuilder("version: \"3.1\"\nrules:\n");
    catalog.all().stream()
        .filter(intent -> !required(intent).isEmpty())
        .forEach(
            intent ->
                out.append(
                    ("- rule: Start %1$s\n  steps:\n  - intent: %1$s\n  - action: %1$s_form\n"
                            + "  - active_loop: %1$s_form\n")
                        .formatted(intent.name())));
    return out.toString();
  }

  private String domain() {
    var out = new StringBuilder("version: \"3.1\"\nintents:\n");
    var names = new TreeSet<String>(examples.intents());
    catalog.all().forEach(intent -> names.add(intent.name()));
    names.forEach(name -> out.append("- ").append(Yaml.key(name)).append('\n'));
    var slots = new TreeSet<String>();
    catalog.all().forEach(intent -> intent.slots().forEach(slot -> slots.add(slot.name())));
    if (!slots.isEmpty()) {
      out.append("entities:\n");
      slots.forEach(slot -> out.append("- ").append(slot).append('\n'));
      out.append("slots:\n");
      slots.forEach(
          slot ->
              out.append(
                  "  %1$s:\n    type: any\n    mappings:\n    - type: from_entity\n      entity: %1$s\n"
                      .formatted(slot)));
    }
    forms(out);
    return out.toString();
  }

  private void forms(StringBuilder out) {
    var withForm = catalog.all().stream().filter(i -> !required(i).isEmpty()).toList();
    if (withForm.isEmpty()) {
      return;
    }
    out.append("forms:\n");
    for (Intent intent : withForm) {
      out.append("  ").append(intent.name()).append("_form:\n    required_slots:\n");
      required(intent).forEach(slot -> out.append("    - ").append(slot.name()).append('\n'));
    }
    out.append("responses:\n");
    for (Intent intent : withForm) {
      for (Slot slot : required(intent)) {
        out.append(
            "  utter_ask_%s_form_%s:\n  - text: %s\n"
                .formatted(intent.name(), slot.name(), Yaml.text(slot.ask())));
      }
    }
  }

  private static List<Slot> required(Intent intent) {
    return intent.slots().stream().filter(Slot::required).toList();
  }
}
