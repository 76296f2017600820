package dev.parley.intent;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An intent with the values that its slots have so far. Immutable; slots keep the order in which
 * they were given.
 */
public record ActionRequest(String intent, Map<String, List<SlotValue>> slots, Manner manner) {
  public ActionRequest {
    // what was stored by an earlier version says nothing of it
    manner = manner == null ? Manner.PLAIN : manner;
    var copy = new LinkedHashMap<String, List<SlotValue>>();
    slots.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    slots = Collections.unmodifiableMap(copy);
  }

  /** A request to be done. */
  public ActionRequest(String intent, Map<String, List<SlotValue>> slots) {
    this(intent, slots, Manner.PLAIN);
  }

  /** A request that has no values yet. */
  public static ActionRequest of(String intent) {
    return new ActionRequest(intent, Map.of());
  }

  /** The values of a slot, empty when it has none. */
  public List<SlotValue> values(String slot) {
    return slots.getOrDefault(slot, List.of());
  }

  /** The canonical values of a slot, of a secret nothing. */
  public List<String> canonical(String slot) {
    return values(slot).stream().map(SlotValue::shown).toList();
  }

  /** This request with a slot's values replaced. */
  public ActionRequest with(String slot, List<SlotValue> values) {
    var changed = new LinkedHashMap<>(slots);
    changed.put(slot, values);
    return new ActionRequest(intent, changed, manner);
  }

  /** This request without a slot. */
  public ActionRequest without(String slot) {
    var changed = new LinkedHashMap<>(slots);
    changed.remove(slot);
    return new ActionRequest(intent, changed, manner);
  }

  /** The same, asked for in another manner. */
  public ActionRequest asked(Manner other) {
    return new ActionRequest(intent, slots, other);
  }

  /** This request with each value replaced. */
  public ActionRequest each(UnaryOperator<SlotValue> change) {
    var changed = new LinkedHashMap<String, List<SlotValue>>();
    slots.forEach((name, values) -> changed.put(name, values.stream().map(change).toList()));
    return new ActionRequest(intent, changed, manner);
  }

  /** This request as it may be shown: of a secret nothing. */
  public ActionRequest shown() {
    return each(
        value -> value.secret() ? SlotValue.of(Discretion.HIDDEN, Discretion.HIDDEN) : value);
  }

  /** Whether both ask for the same canonical values of the same intent, in any order. */
  public boolean sameAs(ActionRequest other) {
    return intent.equals(other.intent) && comparable().equals(other.comparable());
  }

  private Map<String, Set<String>> comparable() {
    var sets = new HashMap<String, Set<String>>();
    slots.forEach(
        (name, values) -> {
          if (!values.isEmpty()) {
            sets.put(name, values.stream().map(SlotValue::canonical).collect(Collectors.toSet()));
          }
        });
    return sets;
  }

  /**
   * The exact command that means this request, e.g. {@code restart_service service=apache
   * host=web-01,web-02}. {@code CommandParser} reads it back to the same request.
   */
  public String exactForm() {
    var command = new StringBuilder(intent);
    slots.forEach(
        (name, values) -> {
          if (!values.isEmpty()) {
            command.append(' ').append(name).append('=');
            command.append(
                values.stream().map(ActionRequest::written).collect(Collectors.joining(",")));
          }
        });
    return command.toString();
  }

  private static String written(SlotValue value) {
    return value.secret() ? Discretion.HIDDEN : quoted(value.canonical());
  }

  private static String quoted(String value) {
    boolean plain =
        value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._:/@%+-".indexOf(c) >= 0);
    return plain && !value.isEmpty()
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
