package dev.parley.reply;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Proposal;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.intent.Template;
import dev.parley.inventory.Inventory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the values of a request into a sentence. */
final class Wording {
  private static final int NAMED_ONE_BY_ONE = 5;

  private Wording() {}

  /**
   * A template of an intent, e.g. {@code Restarting {service} service on host {host}}.
   *
   * @param targets where it runs, for a host slot that was left out; empty when not known yet
   */
  static String fill(
      String template,
      Intent intent,
      ActionRequest request,
      List<Proposal.Target> targets,
      Inventory inventory) {
    return new Template(template)
        .render(variable -> value(variable, intent, request, targets, inventory));
  }

  private static String value(
      Template.Variable variable,
      Intent intent,
      ActionRequest request,
      List<Proposal.Target> targets,
      Inventory inventory) {
    var values = request.values(variable.slot());
    var slot = intent.slot(variable.slot()).orElse(null);
    if (values.isEmpty() || slot == null) {
      return leftOut(variable.slot(), slot, targets);
    }
    var attribute = variable.attribute();
    if (attribute == null) {
      return slot.type() == SlotType.HOST
          ? hosts(values)
          : and(values.stream().map(v -> said(slot.type(), v)).toList());
    }
    return values.stream()
        .map(v -> inventory.find(slot.type(), v.canonical()))
        .map(r -> r.map(found -> found.attributes().getOrDefault(attribute, found.name())))
        .map(found -> found.orElse(""))
        .collect(Collectors.joining(", "));
  }

  /** An amount of time as people say it, of a secret nothing; whatever else as commands have it. */
  private static String said(SlotType type, SlotValue value) {
    boolean amount = type.kind() == SlotType.Kind.TIME && value.canonical().startsWith("P");
    return amount ? TimeWording.amount(Duration.parse(value.canonical())) : value.shown();
  }

  /** A slot without a value: where it ran, what stood in for it, or its name. */
  private static String leftOut(String name, @Nullable Slot slot, List<Proposal.Target> targets) {
    if (slot != null && slot.type() == SlotType.HOST && !targets.isEmpty()) {
      return and(targets.stream().map(Proposal.Target::name).toList());
    }
    var fallback = slot == null ? null : slot.fallback();
    return fallback != null && new Template(fallback).variables().isEmpty()
        ? fallback
        : "the " + words(name);
  }

  /** One host as its person named it, several by their names. */
  static String hosts(List<SlotValue> values) {
    return values.size() == 1 ? values.get(0).spoken() : list(values);
  }

  private static String list(List<SlotValue> values) {
    return and(values.stream().map(SlotValue::shown).toList());
  }

  /** "a", "a and b", "a, b and c"; a long list is cut and says so. */
  static String and(List<String> names) {
    return join(names, "and");
  }

  /** Each by its name, and how many more there are. */
  static String all(List<String> names, int more) {
    var head = String.join(", ", names.subList(0, names.size() - 1));
    var last = names.get(names.size() - 1);
    if (more > 0) {
      return String.join(", ", names) + " and " + more + " more";
    }
    return head.isEmpty() ? last : head + " and " + last;
  }

  /** "a", "a or b", "a, b or c". */
  static String or(List<String> names) {
    return join(names, "or");
  }

  private static String join(List<String> names, String last) {
    if (names.size() <= 1) {
      return String.join("", names);
    }
    if (names.size() > 2 * NAMED_ONE_BY_ONE) {
      var some = String.join(", ", names.subList(0, NAMED_ONE_BY_ONE));
      return some + " " + last + " " + (names.size() - NAMED_ONE_BY_ONE) + " more";
    }
    var head = String.join(", ", names.subList(0, names.size() - 1));
    return head + " " + last + " " + names.get(names.size() - 1);
  }

  /** "restart_service" as "restart service". */
  static String words(String name) {
    return name.replace('_', ' ');
  }
}
