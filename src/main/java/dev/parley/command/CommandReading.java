package dev.parley.command;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Resolution;
import dev.parley.understanding.DialogueAct;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.ScoredIntent;
import dev.parley.understanding.Zone;
import java.util.List;
import java.util.stream.Stream;

/** An exact command in the form in which the dialogue hears every message. */
public final class CommandReading {
  private CommandReading() {}

  /** The reading of a command: certain, with every value under its slot's name. */
  public static Interpretation of(
      Command.Understood command, String text, Intent intent, EntityResolver resolver) {
    var request = command.request();
    return new Interpretation(
        text,
        null,
        DialogueAct.INFORM,
        false,
        Zone.ACT,
        List.of(new ScoredIntent(request.intent(), 1)),
        intent.slots().stream().flatMap(slot -> entities(slot, request, resolver)).toList(),
        true);
  }

  private static Stream<Entity> entities(
      Slot slot, ActionRequest request, EntityResolver resolver) {
    return request.values(slot.name()).stream().map(value -> entity(slot, value, resolver));
  }

  private static Entity entity(Slot slot, SlotValue value, EntityResolver resolver) {
    List<String> near = value.known() ? List.of() : near(slot, value, resolver);
    return new Entity(slot.type(), slot.name(), value.spoken(), 0, 0, List.of(value), near);
  }

  private static List<String> near(Slot slot, SlotValue value, EntityResolver resolver) {
    return resolver.resolve(slot, value.spoken()) instanceof Resolution.Unknown unknown
        ? unknown.near()
        : List.of();
  }
}
