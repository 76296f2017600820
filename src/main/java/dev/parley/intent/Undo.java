package dev.parley.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What takes back an intent: another one, or the same with other values.
 *
 * @param intent its name
 * @param set for a slot the value that stands for each value it had; under {@link #ANY} the one
 *     that stands for whatever it had
 */
public record Undo(String intent, Map<String, Map<String, String>> set) {
  /** Whatever a slot had. */
  static final String ANY = "";

  public Undo {
    var copy = new TreeMap<String, Map<String, String>>();
    set.forEach((slot, values) -> copy.put(slot, Map.copyOf(values)));
    set = Map.copyOf(copy);
  }

  /** Takes back with the same values. */
  public static Undo with(String intent) {
    return new Undo(intent, Map.of());
  }

  /** A request with the values that take it back; a slot that it does not tell of is asked for. */
  public ActionRequest turned(ActionRequest request) {
    var turned = request;
    for (var slot : set.entrySet()) {
      var value = value(slot.getValue(), request.canonical(slot.getKey()));
      turned =
          value.isEmpty()
              ? turned.without(slot.getKey())
              : turned.with(slot.getKey(), List.of(SlotValue.of(value.get(), value.get())));
    }
    return turned;
  }

  private static Optional<String> value(Map<String, String> values, List<String> before) {
    var any = Optional.ofNullable(values.get(ANY));
    return before.size() == 1 ? Optional.ofNullable(values.get(before.get(0))).or(() -> any) : any;
  }

  @Override
  public String toString() {
    var sorted = new TreeMap<String, Map<String, String>>();
    set.forEach((slot, values) -> sorted.put(slot, new TreeMap<>(values)));
    return set.isEmpty() ? intent : intent + " " + sorted;
  }
}
