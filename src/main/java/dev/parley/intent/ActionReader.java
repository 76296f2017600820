package dev.parley.intent;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an intent file says it runs: exactly one of {@code ssh}, {@code process}, {@code http},
 * {@code network}, {@code connection} and {@code inventory}.
 */
final class ActionReader {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|h)");
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final List<String> KINDS =
      List.of("ssh", "process", "http", "network", "connection", "inventory");
  private static final List<String> LOOKUPS = List.of("hosts");
  private static final Map<String, ActionSpec.Until> UNTIL =
      Map.of("rebooted", ActionSpec.Until.REBOOTED, "ended", ActionSpec.Until.ENDED);

  private final YamlMap map;
  private final List<Slot> slots;

  private ActionReader(YamlMap map, List<Slot> slots) {
    this.map = map;
    this.slots = slots;
  }

  static Optional<ActionSpec> read(YamlNode node, List<Slot> slots) {
    var ways = node.map("action").only(KINDS.toArray(String[]::new));
    if (KINDS.stream().filter(ways::has).count() != 1) {
      node.problem(
          "An action is exactly one of " + String.join(", ", KINDS) + ".",
          "Keep or write one of them.");
    }
    return KINDS.stream()
        .flatMap(kind -> ways.get(kind).flatMap(way -> read(kind, way, slots)).stream())
        .findFirst();
  }

  private static Optional<ActionSpec> read(String kind, YamlNode way, List<Slot> slots) {
    return switch (kind) {
      case "ssh" -> Optional.of(new ActionReader(way.map(kind), slots).ssh());
      case "process" -> Optional.of(new ActionReader(way.map(kind), slots).process());
      case "http" -> new HttpReader(way.map(kind), slots).read();
      case "network" -> new NetworkReader(way.map(kind), slots).read();
      case "connection" -> connection(way);
      default -> lookup(way);
    };
  }

  private ActionSpec.Ssh ssh() {
    map.only("on", "command", "become", "timeout", "ok", "head", "until", "since", "spare");
    var on =
        map.require("on", "Say on which hosts, e.g. on: \"{host}\".")
            .flatMap(n -> n.text("on"))
            .orElse("");
    if (!on.isEmpty()) {
      TemplateCheck.target(map.key("on"), on, slots);
    }
    return new ActionSpec.Ssh(
        on,
        command(on),
        map.flag("become", false),
        timeout(map),
        ok(),
        head(),
        until(),
        slot("since", SlotType.SINCE, SlotType.TIME),
        slot("spare", SlotType.IP));
  }

  private ActionSpec.@Nullable Until until() {
    var written = map.text("until");
    if (written.isEmpty()) {
      return null;
    }
    var until = UNTIL.get(written.get());
    if (until == null) {
      map.key("until")
          .problem(
              "Nothing is waited for until " + written.get() + ".",
              NearNames.didYouMean(
                  written.get(), UNTIL.keySet(), "Write rebooted or ended, or leave until out."));
    }
    if (until == ActionSpec.Until.ENDED
        && slots.stream().noneMatch(s -> s.type() == SlotType.PID)) {
      map.key("until")
          .problem("Nothing says which process is to end.", "Declare a slot of type pid.");
    }
    return until;
  }

  private ActionSpec.Process process() {
    map.only("command", "timeout", "ok", "head");
    return new ActionSpec.Process(command(""), timeout(map), ok(), head());
  }

  private static Optional<ActionSpec> lookup(YamlNode node) {
    var what = node.text("inventory");
    if (what.isPresent() && !LOOKUPS.contains(what.get())) {
      node.problem(
          "The inventory cannot be asked for " + what.get() + ".",
          NearNames.didYouMean(what.get(), LOOKUPS, "It can be asked for hosts."));
    }
    return what.map(ActionSpec.Lookup::new);
  }

  private static Optional<ActionSpec> connection(YamlNode node) {
    var name = node.text("connection");
    if (name.isPresent() && !name.get().matches("[a-z][a-z0-9-]{0,31}")) {
      node.problem(
          "A connection is not named " + name.get() + ".",
          "Use small letters, digits and hyphens, e.g. metrics.");
    }
    return name.map(ActionSpec.Connection::new);
  }

  private List<String> command(String on) {
    var node = map.require("command", "Write a list, one entry an argument.");
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isList()) {
      node.get()
          .problem(
              "A command is a list of arguments, never a line for a shell.",
              "Write [\"systemctl\", \"restart\", \"{service}\"].");
      return List.of();
    }
    var arguments = node.get().items();
    var texts = node.get().texts("command");
    if (texts.size() == arguments.size()) {
      new CommandCheck(arguments, texts, slots, on).check();
    }
    return texts;
  }

  /** How long it may take, one minute where nothing is written. */
  static Duration timeout(YamlMap map) {
    var written = map.text("timeout").orElse("60s");
    var match = TIME.matcher(written.strip().toLowerCase(Locale.ROOT));
    var timeout = match.matches() ? duration(match.group(1), match.group(2)) : Duration.ZERO;
    if (timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
      map.key("timeout")
          .problem(
              "The timeout " + written + " is no time up to 24 hours.",
              "Write a number with its unit, e.g. 60s or 5m.");
    }
    return timeout;
  }

  private static Duration duration(String amount, String unit) {
    long number = Long.parseLong(amount);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private Set<Integer> ok() {
    var statuses = new LinkedHashSet<Integer>();
    for (var text : map.texts("ok")) {
      if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= 255) {
        statuses.add(Integer.parseInt(text));
      } else {
        map.key("ok").problem("No command exits with " + text + ".", "Write 0 to 255.");
      }
    }
    return statuses.isEmpty() ? Set.of(0) : Set.copyOf(statuses);
  }

  private @Nullable String slot(String key, SlotType... types) {
    var template = map.text(key);
    template.ifPresent(text -> TemplateCheck.only(map.key(key), text, slots, true, types));
    return template.orElse(null);
  }

  private @Nullable String head() {
    var head = map.text("head");
    head.ifPresent(text -> TemplateCheck.number(map.key("head"), text, slots));
    return head.orElse(null);
  }
}
