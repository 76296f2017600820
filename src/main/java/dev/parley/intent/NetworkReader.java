package dev.parley.intent;

import dev.parley.intent.ActionSpec.Network.Check;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A look at the network, as an intent file writes it: which check, at what. */
final class NetworkReader {
  private static final Map<Check, SlotType[]> TARGETS = new EnumMap<>(Check.class);

  static {
    TARGETS.put(Check.PING, new SlotType[] {SlotType.HOST, SlotType.DOMAIN, SlotType.IP});
    TARGETS.put(Check.PORT, new SlotType[] {SlotType.HOST, SlotType.DOMAIN, SlotType.IP});
    TARGETS.put(Check.URL, new SlotType[] {SlotType.URL});
    TARGETS.put(Check.CERTIFICATE, new SlotType[] {SlotType.DOMAIN, SlotType.HOST, SlotType.IP});
    TARGETS.put(Check.DNS, new SlotType[] {SlotType.DOMAIN, SlotType.HOST, SlotType.IP});
    TARGETS.put(Check.WHOIS, new SlotType[] {SlotType.DOMAIN, SlotType.IP});
  }

  private final YamlMap map;
  private final List<Slot> slots;

  NetworkReader(YamlMap map, List<Slot> slots) {
    this.map = map;
    this.slots = slots;
  }

  Optional<ActionSpec> read() {
    map.only("check", "target", "port", "type", "timeout");
    var check = check();
    var target =
        map.require("target", "Say what to look at, e.g. target: \"{host}\".")
            .flatMap(node -> node.text("target"));
    if (check.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    checkTemplate(
        "target", target.get(), false, TARGETS.getOrDefault(check.get(), new SlotType[0]));
    var type = only("type", check.get(), Check.DNS == check.get(), SlotType.RECORD_TYPE);
    var timeout = ActionReader.timeout(map);
    return Optional.of(
        new ActionSpec.Network(check.get(), target.get(), port(check.get()), type, timeout));
  }

  private Optional<Check> check() {
    var labels = Arrays.stream(Check.values()).map(Check::label).toList();
    var node = map.require("check", "Write one of " + String.join(", ", labels) + ".");
    var label = node.flatMap(n -> n.text("check"));
    if (label.isPresent() && !labels.contains(label.get())) {
      node.get()
          .problem(
              "There is no check " + label.get() + ".",
              NearNames.didYouMean(
                  label.get(), labels, "Known are " + String.join(", ", labels) + "."));
    }
    return Arrays.stream(Check.values())
        .filter(check -> label.filter(check.label()::equals).isPresent())
        .findFirst();
  }

  private @Nullable String port(Check check) {
    if (check == Check.PORT) {
      map.require("port", "Say which port, e.g. port: \"{port}\".");
    }
    boolean fits = check == Check.PORT || check == Check.CERTIFICATE;
    return only("port", check, fits, SlotType.PORT);
  }

  /** A key that only some checks have. */
  private @Nullable String only(String key, Check check, boolean fits, SlotType type) {
    var text = map.text(key);
    if (text.isPresent() && !fits) {
      map.key(key).problem("This check has no " + key + ".", "Remove it.");
    }
    text.ifPresent(template -> checkTemplate(key, template, check != Check.PORT, type));
    return text.orElse(null);
  }

  /** One slot, or a fixed value that the slot's type would take. */
  private void checkTemplate(String key, String template, boolean optional, SlotType... types) {
    boolean fixed = TemplateCheck.variables(map.key(key), template).isEmpty();
    if (!fixed) {
      TemplateCheck.only(map.key(key), template, slots, optional, types);
    } else if (Arrays.stream(types).noneMatch(t -> SlotForms.canonical(t, template).isPresent())) {
      map.key(key)
          .problem(
              "The " + key + " cannot be " + template + ".",
              "Write " + SlotForms.expected(types[0]) + ".");
    }
  }
}
