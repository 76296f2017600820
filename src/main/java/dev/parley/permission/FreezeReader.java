package dev.parley.permission;

import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The freezes of {@code permissions.yml}. */
final class FreezeReader {
  private final RuleReader rules;
  private final Roles roles;

  /**
   * @param rules reads what rules and freezes have in common
   */
  FreezeReader(RuleReader rules, Roles roles) {
    this.rules = rules;
    this.roles = roles;
  }

  List<Freeze> read(YamlMap file) {
    var node = file.get("freezes");
    if (node.isPresent() && !node.get().isList()) {
      node.get().problem("The freezes must be a list.", "Begin each with a hyphen.");
      return List.of();
    }
    return node.map(YamlNode::items).orElse(List.of()).stream().map(this::freeze).toList();
  }

  private Freeze freeze(YamlNode node) {
    var map =
        node.map("a freeze")
            .only(
                "name",
                "reason",
                "intents",
                "values",
                "days",
                "hours",
                "from",
                "until",
                "zone",
                "override");
    var name = map.require("name", "Write what people call it.").flatMap(n -> n.text("name"));
    var about = rules.about(map);
    var zone = PeopleReader.zone(map);
    var weekly = RuleReader.weekly(map);
    var from = moment(map, "from", zone);
    var until = moment(map, "until", zone);
    if (from != null && until != null && !from.isBefore(until)) {
      map.key("until").problem("The freeze ends before it begins.", "Write a later until.");
    }
    if (weekly.always() && from == null && until == null) {
      node.problem("The freeze does not say when.", "Write days, hours, from or until.");
    }
    return new Freeze(
        node.place(),
        name.orElse(""),
        map.text("reason").orElse(""),
        about.intents(),
        about.risks(),
        about.values(),
        weekly,
        from,
        until,
        zone,
        map.get("override").map(n -> Set.copyOf(roles.known(n))).orElse(Set.of()));
  }

  /** A day, whose first moment is meant, or a day and a time. */
  private static @Nullable Instant moment(YamlMap map, String key, ZoneId zone) {
    var text = map.text(key).orElse(null);
    if (text == null) {
      return null;
    }
    try {
      return text.length() == "2026-01-31".length()
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : LocalDateTime.parse(text.strip().replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      map.get(key)
          .ifPresent(
              node ->
                  node.problem(
                      text + " is no day and no time.",
                      "Write e.g. 2026-12-20 or \"2026-12-20 18:00\"."));
      return null;
    }
  }
}
