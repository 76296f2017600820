package dev.parley.training;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotForms;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Resolution;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Interpretation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the values that an example marks with those that were read from it. */
final class MarkedValues {
  private final EntityResolver resolver;

  MarkedValues(EntityResolver resolver) {
    this.resolver = resolver;
  }

  /** Whether each slot of an intent was read to have exactly the values that are marked. */
  boolean agree(Intent intent, Example example, Interpretation reading) {
    return intent.slots().stream()
        .allMatch(
            slot ->
                slot.type().kind() == SlotType.Kind.TIME
                    ? timed(slot, example, reading)
                    : marked(slot, example).equals(read(intent, slot, reading))
                        || asWritten(slot, example).equals(asRead(intent, slot, reading)));
  }

  /** The same words were read that are marked: "ten", whatever number that is. */
  private static Set<String> asWritten(Slot slot, Example example) {
    var words = new TreeSet<String>();
    example.annotations().stream()
        .filter(mark -> mark.slot().equals(slot.name()))
        .map(mark -> example.text().substring(mark.start(), mark.end()))
        .forEach(text -> words.add(plain(slot, text)));
    return words;
  }

  private static Set<String> asRead(Intent intent, Slot slot, Interpretation reading) {
    var words = new TreeSet<String>();
    reading.entities().stream()
        .filter(entity -> fills(entity, intent, slot))
        .forEach(entity -> words.add(plain(slot, entity.text())));
    return words;
  }

  private static boolean fills(Entity entity, Intent intent, Slot slot) {
    return entity.slot() == null
        ? intent.slots().stream()
            .filter(s -> s.type() == entity.type())
            .findFirst()
            .filter(slot::equals)
            .isPresent()
        : entity.slot().equals(slot.name());
  }

  /** The values that an example marks, for people. */
  String marked(Intent intent, Example example) {
    return intent.slots().stream()
        .map(slot -> told(slot, marked(slot, example)))
        .filter(told -> !told.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The values that were read, for people. */
  String read(Intent intent, Interpretation reading) {
    return intent.slots().stream()
        .map(slot -> told(slot, read(intent, slot, reading)))
        .filter(told -> !told.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String told(Slot slot, Set<String> values) {
    return values.isEmpty() ? "" : slot.name() + "=" + String.join(" ", values);
  }

  /** A time is meant where it stands: what it is depends on when it is read. */
  private static boolean timed(Slot slot, Example example, Interpretation reading) {
    var marks = example.annotations().stream().filter(a -> a.slot().equals(slot.name())).toList();
    var times = reading.entities().stream().filter(e -> e.type() == slot.type()).toList();
    return marks.isEmpty() == times.isEmpty()
        && marks.stream()
            .allMatch(
                m -> times.stream().anyMatch(e -> e.start() < m.end() && m.start() < e.end()));
  }

  private Set<String> marked(Slot slot, Example example) {
    var values = new TreeSet<String>();
    for (Annotation mark : example.annotations()) {
      if (mark.slot().equals(slot.name())) {
        values.addAll(meant(slot, mark.value()));
      }
    }
    return values;
  }

  private List<String> meant(Slot slot, String text) {
    return resolver.resolve(slot.type(), text) instanceof Resolution.Resolved found
        ? found.canonical().stream().map(value -> plain(slot, value)).toList()
        : List.of(plain(slot, text));
  }

  private static Set<String> read(Intent intent, Slot slot, Interpretation reading) {
    var values = new TreeSet<String>();
    for (Entity entity : reading.entities()) {
      if (fills(entity, intent, slot)) {
        entity.values().stream()
            .map(SlotValue::canonical)
            .map(v -> plain(slot, v))
            .forEach(values::add);
        entity.candidates().stream()
            .filter(c -> entity.values().isEmpty())
            .map(c -> plain(slot, c))
            .forEach(values::add);
      }
    }
    return values;
  }

  private static String plain(Slot slot, String value) {
    var form = SlotForms.canonical(slot.type(), value).orElse(value).toLowerCase(Locale.ROOT);
    return slot.type() == SlotType.TEXT
        ? form.replaceAll("^[\\s\"']+|[\\s\"'.!?]+$", "")
        : form.strip();
  }
}
