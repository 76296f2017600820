package dev.parley.interchange;

import dev.parley.intent.SlotType;
import dev.parley.training.Annotation;
import dev.parley.training.Example;
import dev.parley.training.Listed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a Rasa project knows of the values of its slots. */
final class RasaValues {
  private final RasaProject project;

  /** What is written, in lower case, to what it means. */
  private final Map<String, String> meanings;

  RasaValues(RasaProject project) {
    this.project = project;
    this.meanings = project.examples().synonyms();
  }

  /** The slot that a mark of an intent fills, by the mappings of the domain, else by its name. */
  Optional<String> slot(String intent, Annotation mark) {
    var slots = project.domain().slots.values();
    return slots.stream()
        .filter(s -> s.takesRole(mark.entity(), mark.role()) && takes(s, intent, mark))
        .findFirst()
        .or(() -> slots.stream().filter(s -> takes(s, intent, mark)).findFirst())
        .map(RasaSlot::name);
  }

  private static boolean takes(RasaSlot slot, String intent, Annotation mark) {
    return slot.takes(intent, mark.entity(), mark.role());
  }

  /** Whether a mark may fill a slot, whatever was asked for. */
  private boolean fills(String slot, Example example, Annotation mark) {
    return slot(example.intent(), mark).orElse(mark.slot()).equals(slot);
  }

  /** The entities that fill a slot. */
  Set<String> entities(String slot) {
    var entities = new LinkedHashSet<String>();
    Optional.ofNullable(project.domain().slots.get(slot)).stream()
        .flatMap(s -> s.mappings().stream())
        .flatMap(mapping -> Optional.ofNullable(mapping.entity()).stream())
        .forEach(entities::add);
    marks(slot).map(Annotation::entity).forEach(entities::add);
    entities.add(slot);
    return entities;
  }

  private Stream<Annotation> marks(String slot) {
    return project.examples().examples().stream()
        .flatMap(e -> e.annotations().stream().filter(mark -> fills(slot, e, mark)));
  }

  /** The lists of the entities of a slot. */
  List<Listed> lists(String slot, Listed.Kind kind) {
    var entities = entities(slot);
    return project.examples().lists().stream()
        .filter(line -> line.kind() == kind && entities.contains(line.name()))
        .toList();
  }

  /** The synonyms of values that a slot has. */
  List<Listed> synonyms(String slot) {
    var values = new LinkedHashSet<String>();
    named(slot).keySet().forEach(value -> values.add(value.toLowerCase(Locale.ROOT)));
    return project.examples().lists().stream()
        .filter(line -> line.kind() == Listed.Kind.SYNONYM)
        .filter(line -> values.contains(line.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Every value of a slot that is known, as it is written. */
  List<String> written(String slot) {
    var all = new ArrayList<String>();
    marks(slot).map(Annotation::value).forEach(all::add);
    lists(slot, Listed.Kind.LOOKUP).forEach(line -> all.add(line.text()));
    Optional.ofNullable(project.domain().slots.get(slot)).ifPresent(s -> all.addAll(s.values()));
    return all;
  }

  /** The values of a slot, each with what else it is called; compared without case. */
  Map<String, Set<String>> named(String slot) {
    Map<String, Set<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    written(slot)
        .forEach(value -> named.computeIfAbsent(meaning(value), k -> new LinkedHashSet<>()));
    meanings.forEach(
        (alias, meaning) -> {
          if (named.containsKey(meaning) && !named.containsKey(alias)) {
            named.get(meaning).add(alias);
          }
        });
    return named;
  }

  private String meaning(String written) {
    return meanings.getOrDefault(written.toLowerCase(Locale.ROOT), written);
  }

  /** The type of a slot, as far as it can be told. */
  SlotType type(String slot) {
    var names = new ArrayList<String>();
    names.add(slot);
    names.addAll(entities(slot));
    var expressions = lists(slot, Listed.Kind.REGEX).stream().map(Listed::text).toList();
    return SlotGuess.of(names, named(slot).keySet(), expressions);
  }
}
