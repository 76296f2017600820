package dev.parley.permission;

import dev.parley.intent.Intent;
import dev.parley.intent.Risk;
import dev.parley.permission.RuleMatch.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says no in one sentence: what, by which rule, and who could. */
final class Refusal {
  private static final int MOST_NAMES = 3;
  private static final int MOST_VALUES = 8;

  private final List<Rule> rules;
  private final Request request;
  private final Optional<Rule> matching;
  private final List<String> could;

  /**
   * @param matching the rule that decided, empty when none did
   * @param could the names of those who may do it
   */
  Refusal(List<Rule> rules, Request request, Optional<Rule> matching, List<String> could) {
    this.rules = rules;
    this.request = request;
    this.matching = matching;
    this.could = could;
  }

  Decision.Denied decision() {
    if (matching.isPresent() && matching.get().allow()) {
      var intent = request.intent();
      return denied(
          "the permission of " + intent.name(),
          intent.name() + " needs the role " + intent.permission());
    }
    if (matching.isPresent()) {
      return denied(matching.get().place(), forbids(matching.get()));
    }
    return nearest()
        .map(rule -> denied(rule.place(), allowsOnly(rule)))
        .orElseGet(() -> denied("no rule of permissions.yml", noRule()));
  }

  private String noRule() {
    return request.person().guest()
        ? "permissions.yml does not know your account and allows guests nothing"
        : "no rule of permissions.yml allows it";
  }

  private Decision.Denied denied(String rule, String why) {
    return new Decision.Denied(
        rule, "You may not " + what(request.intent()) + ": " + why + ". " + whoCould() + ".");
  }

  private static String what(Intent intent) {
    var summary = intent.summary().strip().replaceFirst("\\.$", "");
    boolean acronym = summary.length() > 1 && Character.isUpperCase(summary.charAt(1));
    return acronym || summary.isEmpty()
        ? summary
        : summary.substring(0, 1).toLowerCase(Locale.ROOT) + summary.substring(1);
  }

  /** The allowing rule about this person that comes nearest to the request. */
  private Optional<Rule> nearest() {
    return rules.stream()
        .filter(rule -> rule.allow() && RuleMatch.concerns(rule, request))
        .max(Comparator.comparingInt(this::met));
  }

  private int met(Rule rule) {
    return RuleMatch.firstUnmet(rule, request).map(Condition::ordinal).orElse(0);
  }

  private String forbids(Rule rule) {
    var limits = new ArrayList<String>();
    rule.values().forEach((slot, values) -> limits.add(" for " + slot + " " + or(few(values))));
    if (!rule.channels().isEmpty()) {
      limits.add(" in " + or(rule.channels()));
    }
    if (!rule.weekly().always()) {
      limits.add(" " + rule.weekly().told());
    }
    return rule.place() + " forbids it to " + whom(rule) + String.join("", limits);
  }

  private String allowsOnly(Rule rule) {
    var condition = RuleMatch.firstUnmet(rule, request).orElse(Condition.INTENT);
    return rule.place() + " allows " + whom(rule) + " " + limit(condition, rule);
  }

  private String limit(Condition condition, Rule rule) {
    return switch (condition) {
      case INTENT -> "only " + intents(rule);
      case RISK -> upTo(rule.highest());
      case VALUES -> "this only for " + values(rule);
      case CHANNEL -> "this only in " + or(rule.channels());
      case TIME -> "this only " + rule.weekly().told();
    };
  }

  static String intents(Rule rule) {
    var names = new ArrayList<>(rule.intents());
    rule.risks().stream()
        .sorted()
        .forEach(risk -> names.add("requests of " + risk.label() + " risk"));
    return and(names);
  }

  private static String upTo(@org.jspecify.annotations.Nullable Risk highest) {
    if (highest == null || highest == Risk.LOW) {
      return "low-risk requests only";
    }
    return "requests up to " + highest.label() + " risk only";
  }

  static String values(Rule rule) {
    return rule.values().entrySet().stream()
        .map(entry -> entry.getKey() + " " + or(few(entry.getValue())))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  static String whom(Rule rule) {
    if (rule.everybody()) {
      return "everybody";
    }
    var whom = new ArrayList<>(rule.people().stream().sorted().toList());
    rule.roles().stream().sorted().forEach(role -> whom.add("the role " + role));
    return and(whom);
  }

  private String whoCould() {
    if (could.isEmpty()) {
      return "Nobody who is named there could";
    }
    var shown = could.subList(0, Math.min(MOST_NAMES, could.size()));
    int more = could.size() - shown.size();
    return more == 0
        ? or(shown) + " could"
        : String.join(", ", shown) + " or " + more + " more could";
  }

  /** A group may have many hosts. */
  private static List<String> few(List<String> values) {
    int more = values.size() - MOST_VALUES;
    var shown = new ArrayList<>(values.subList(0, Math.min(MOST_VALUES, values.size())));
    if (more > 0) {
      shown.add(more + " more");
    }
    return shown;
  }

  /** What a freeze says, and what helps against it. */
  static Decision.Denied frozen(Freeze freeze, Request request) {
    boolean overridable = freeze.overridableBy(request.person().roles());
    var why = freeze.told() + " " + freeze.holding(request.now(), request.person().zone());
    return new Decision.Denied(
        freeze.place(),
        "You may not "
            + what(request.intent())
            + " now: "
            + why
            + "."
            + (overridable ? " You may override it: say \"override:\" and the reason." : ""),
        overridable);
  }

  static String or(List<String> items) {
    return joined(items, " or ");
  }

  private static String and(List<String> items) {
    return joined(items, " and ");
  }

  private static String joined(List<String> items, String last) {
    int end = items.size() - 1;
    return end <= 0
        ? String.join("", items)
        : String.join(", ", items.subList(0, end)) + last + items.get(end);
  }
}
