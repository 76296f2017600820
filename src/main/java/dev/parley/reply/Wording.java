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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the values of a request into a sentence. */
final class Wording {
  private static final int NAMED_ONE_BY_ONE = 5;
  private static final Pattern COUNTED = Pattern.compile("\\{([a-z_]+)} ([a-z]+)s\\b");

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
    return new Template(agreeing(template, intent, request))
        .render(variable -> value(variable, intent, request, targets, inventory));
  }

  /** "{replicas} replicas" of one is "{replicas} replica". */
  private static String agreeing(String template, Intent intent, ActionRequest request) {
    return COUNTED
        .matcher(template)
        .replaceAll(
            counted -> {
              boolean one =
                  request.canonical(counted.group(1)).equals(List.of("1"))
                      && intent
                          .slot(counted.group(1))
                          .filter(slot -> slot.type().kind() == SlotType.Kind.NUMBER)
                          .isPresent();
              return Matcher.quoteReplacement(
                  one ? "{%s} %s".formatted(counted.group(1), counted.group(2)) : counted.group());
            });
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
    return isAmount(type, value.canonical()) ? said(type, value.canonical()) : value.shown();
  }

  /** A canonical value: an amount of time as people say it. */
  static String said(SlotType type, String canonical) {
    return isAmount(type, canonical) ? TimeWording.amount(Duration.parse(canonical)) : canonical;
  }

  private static boolean isAmount(SlotType type, String canonical) {
    return type.kind() == SlotType.Kind.TIME && canonical.startsWith("P");
  }

  /** What a value of a type is called: "environment", "number of replicas". */
  static String kind(SlotType type) {
    return switch (type) {
      case REPLICAS, DAYS, LINES -> "number of " + words(type.label());
      case COUNT -> "number";
      case PID -> "process id";
      case IP -> "IP address";
      case URL -> "URL";
      default -> words(type.label());
    };
  }

  /** "a host", "an environment", "a URL". */
  static String withArticle(String noun) {
    boolean vowel = "aeioAEIO".indexOf(noun.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + noun;
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
