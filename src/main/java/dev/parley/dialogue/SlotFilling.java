package dev.parley.dialogue;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives what a message names to the slots of an intent, by label where it has one, else by type.
 */
final class SlotFilling {
  private SlotFilling() {}

  /** Whether the message names anything that the intent takes. */
  static boolean fits(Intent intent, List<Entity> entities) {
    return entities.stream().anyMatch(entity -> slotFor(intent, entity).isPresent());
  }

  /** A draft with the named slots replaced; slots that the message does not name stand. */
  static Draft fill(Intent intent, Draft draft, List<Entity> entities) {
    return fill(intent, draft, entities, Link.Change.REPLACE);
  }

  /**
   * A draft whose named slots are changed.
   *
   * @param change what the message's values do to those that stand
   */
  static Draft fill(Intent intent, Draft draft, List<Entity> entities, Link.Change change) {
    var bySlot = new LinkedHashMap<String, List<Entity>>();
    for (var entity : entities) {
      slotFor(intent, entity)
          .ifPresent(
              slot -> bySlot.computeIfAbsent(slot.name(), s -> new ArrayList<>()).add(entity));
    }
    ActionRequest request = draft.request();
    var troubles = new ArrayList<>(draft.troubles());
    for (Map.Entry<String, List<Entity>> named : bySlot.entrySet()) {
      troubles.removeIf(trouble -> trouble.slot().equals(named.getKey()));
      named.getValue().stream()
          .flatMap(entity -> trouble(named.getKey(), entity).stream())
          .forEach(troubles::add);
      var standing = draft.request().values(named.getKey());
      request = request.with(named.getKey(), changed(standing, values(named.getValue()), change));
    }
    return new Draft(inOrder(intent, request), troubles);
  }

  static ActionRequest inOrder(Intent intent, ActionRequest request) {
    var ordered = new LinkedHashMap<String, List<SlotValue>>();
    for (var slot : intent.slots()) {
      if (!request.values(slot.name()).isEmpty()) {
        ordered.put(slot.name(), request.values(slot.name()));
      }
    }
    return new ActionRequest(request.intent(), ordered, request.manner());
  }

  private static Optional<Slot> slotFor(Intent intent, Entity entity) {
    if (entity.slot() != null) {
      return intent.slot(entity.slot());
    }
    return intent.slots().stream().filter(slot -> takes(slot, entity)).findFirst();
  }

  /** What is left of a request is the text that it needs, but no text that it could do without. */
  private static boolean takes(Slot slot, Entity entity) {
    return slot.type() == entity.type() && (slot.required() || slot.type() != SlotType.TEXT);
  }

  private static List<SlotValue> changed(
      List<SlotValue> standing, List<SlotValue> named, Link.Change change) {
    var names = named.stream().map(SlotValue::canonical).toList();
    var others = standing.stream().filter(v -> !names.contains(v.canonical()));
    return switch (change) {
      case REPLACE -> named;
      case ADD -> Stream.concat(others, named.stream()).toList();
      case REMOVE -> others.toList();
    };
  }

  private static List<SlotValue> values(List<Entity> entities) {
    var byCanonical = new LinkedHashMap<String, SlotValue>();
    for (var entity : entities) {
      entity.values().forEach(value -> byCanonical.putIfAbsent(value.canonical(), value));
    }
    return List.copyOf(byCanonical.values());
  }

  private static Optional<Draft.Trouble> trouble(String slot, Entity entity) {
    if (entity.values().isEmpty()) {
      return Optional.of(
          new Draft.Trouble(
              slot, Draft.Trouble.Kind.AMBIGUOUS, entity.text(), entity.candidates()));
    }
    if (entity.values().stream().allMatch(SlotValue::known) && !entity.candidates().isEmpty()) {
      return Optional.of(
          new Draft.Trouble(slot, Draft.Trouble.Kind.EITHER, entity.text(), entity.candidates()));
    }
    return entity.values().stream()
        .filter(value -> !value.known())
        .findFirst()
        .map(
            value ->
                new Draft.Trouble(
                    slot, Draft.Trouble.Kind.UNKNOWN, value.spoken(), entity.candidates()));
  }
}
