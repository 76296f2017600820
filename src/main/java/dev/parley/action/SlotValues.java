package dev.parley.action;

import dev.parley.action.Action.UnplannableException;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.intent.Template;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the variables of an intent's templates stand for in one request. */
public final class SlotValues {
  private final Intent intent;
  private final ActionRequest request;
  private final Inventory inventory;

  public SlotValues(Intent intent, ActionRequest request, Inventory inventory) {
    this.intent = intent;
    this.request = request;
    this.inventory = inventory;
  }

  /**
   * The values of a variable: of its slot, else of the slot's fallback, and of those the attribute
   * when it names one. Without any, what the variable says that stands there otherwise, or empty.
   */
  public List<String> of(Template.Variable variable) {
    var slot = declared(variable.slot());
    var names = names(slot);
    var attribute = variable.attribute();
    var otherwise = variable.otherwise();
    if (names.isEmpty() && otherwise != null) {
      return List.of(otherwise);
    }
    return attribute == null
        ? names
        : names.stream().flatMap(name -> attribute(slot, name, attribute).stream()).toList();
  }

  private Slot declared(String name) {
    return intent
        .slot(name)
        .orElseThrow(
            () ->
                new UnplannableException(
                    "The file of %s uses {%s} but declares no such slot; declare it there."
                        .formatted(intent.name(), name)));
  }

  private List<String> names(Slot slot) {
    var given = request.values(slot.name());
    return given.isEmpty()
        ? fallback(slot.fallback())
        : given.stream().map(value -> existing(slot, value)).toList();
  }

  private List<String> fallback(@Nullable String source) {
    if (source == null) {
      return List.of();
    }
    var template = new Template(source);
    var variables = template.variables();
    if (variables.isEmpty()) {
      return List.of(source);
    }
    var only = variables.get(0);
    if (variables.size() > 1 || !template.render(v -> "").isEmpty()) {
      throw new UnplannableException(
          "The fallback %s in the file of %s is more than one variable; write just one."
              .formatted(source, intent.name()));
    }
    return of(only);
  }

  private String existing(Slot slot, SlotValue value) {
    if (!value.known() || !exists(slot.type(), value.canonical())) {
      throw new UnplannableException(
          "There is no %s named %s; name one that exists."
              .formatted(slot.type().label().replace('_', ' '), value.canonical()));
    }
    return value.canonical();
  }

  /** Hosts are checked where they are used: some intents take any address. */
  private boolean exists(SlotType type, String name) {
    if (type.kind() != SlotType.Kind.CLOSED || type == SlotType.STATE || type == SlotType.HOST) {
      return true;
    }
    return type == SlotType.GROUP
        ? !inventory.members(name).isEmpty()
        : inventory.find(type, name).isPresent();
  }

  private List<String> attribute(Slot slot, String name, String attribute) {
    return switch (slot.type()) {
      case HOST -> List.of(hostAttribute(name, attribute));
      case IP -> List.of(name.indexOf(':') < 0 ? "4" : "6");
      case DURATION -> List.of(Long.toString(seconds(slot, name)));
      default ->
          inventory
              .find(slot.type(), name)
              .map(resource -> resourceAttribute(resource, attribute))
              .orElseThrow(() -> undeclared(name, attribute));
    };
  }

  private static long seconds(Slot slot, String time) {
    return SpokenTime.amount(time)
        .map(Duration::toSeconds)
        .filter(seconds -> seconds > 0)
        .orElseThrow(
            () ->
                new UnplannableException(
                    "The %s must be an amount of time of at least a second; say it as e.g. 2h."
                        .formatted(slot.name())));
  }

  private String hostAttribute(String name, String attribute) {
    return inventory
        .host(name)
        .filter(host -> attribute.equals("address"))
        .map(Host::address)
        .orElseThrow(() -> undeclared(name, attribute));
  }

  private List<String> resourceAttribute(Resource resource, String attribute) {
    if (attribute.equals("on")) {
      return inventory.hostsOf(resource);
    }
    var value = resource.attributes().get(attribute);
    if (value == null && attribute.equals("unit")) {
      return List.of(resource.name());
    }
    if (value == null) {
      throw undeclared(resource.name(), attribute);
    }
    return List.of(value);
  }

  private static UnplannableException undeclared(String name, String attribute) {
    return new UnplannableException(
        "The estate declares no %s for %s; add it in inventory/estate.yml."
            .formatted(attribute, name));
  }
}
