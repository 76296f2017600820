package dev.parley.intent;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an intent file says it runs: exactly one of {@code ssh}, {@code process}, {@code inventory}.
 */
final class ActionReader {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|h)");
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final List<String> LOOKUPS = List.of("hosts");
  private static final String REBOOTED = "rebooted";

  private final YamlMap map;
  private final List<Slot> slots;

  private ActionReader(YamlMap map, List<Slot> slots) {
    this.map = map;
    this.slots = slots;
  }

  static Optional<ActionSpec> read(YamlNode node, List<Slot> slots) {
    var ways = node.map("action").only("ssh", "process", "inventory");
    var ssh = ways.get("ssh").map(n -> new ActionReader(n.map("ssh"), slots).ssh(n));
    var process =
        ways.get("process").map(n -> new ActionReader(n.map("process"), slots).process(n));
    var lookup = ways.get("inventory").flatMap(ActionReader::lookup);
    long count = ways.has("ssh") ? 1 : 0;
    count += ways.has("process") ? 1 : 0;
    count += ways.has("inventory") ? 1 : 0;
    if (count != 1) {
      node.problem(
          "An action is exactly one of ssh, process and inventory.", "Keep or write one of them.");
    }
    return ssh.<ActionSpec>map(s -> s).or(() -> process).or(() -> lookup);
  }

  private ActionSpec.Ssh ssh(YamlNode node) {
    map.only("on", "command", "become", "timeout", "ok", "head", "until");
    var on =
        map.require("on", "Say on which hosts, e.g. on: \"{host}\".")
            .flatMap(n -> n.text("on"))
            .orElse("");
    if (!on.isEmpty()) {
      TemplateCheck.target(map.key("on"), on, slots);
    }
    return new ActionSpec.Ssh(
        on, command(on), map.flag("become", false), timeout(), ok(), head(), until());
  }

  private ActionSpec.@Nullable Until until() {
    var until = map.text("until");
    if (until.isPresent() && !until.get().equals(REBOOTED)) {
      map.key("until")
          .problem(
              "Nothing is waited for until " + until.get() + ".",
              NearNames.didYouMean(
                  until.get(), List.of(REBOOTED), "Write rebooted, or leave until out."));
    }
    return until.isPresent() ? ActionSpec.Until.REBOOTED : null;
  }

  private ActionSpec.Process process(YamlNode node) {
    map.only("command", "timeout", "ok", "head");
    return new ActionSpec.Process(command(""), timeout(), ok(), head());
  }

  private static Optional<ActionSpec.Lookup> lookup(YamlNode node) {
    var what = node.text("inventory");
    if (what.isPresent() && !LOOKUPS.contains(what.get())) {
      node.problem(
          "The inventory cannot be asked for " + what.get() + ".",
          NearNames.didYouMean(what.get(), LOOKUPS, "It can be asked for hosts."));
    }
    return what.map(ActionSpec.Lookup::new);
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

  private Duration timeout() {
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

  private @Nullable String head() {
    var head = map.text("head");
    head.ifPresent(text -> TemplateCheck.number(map.key("head"), text, slots));
    return head.orElse(null);
  }
}
