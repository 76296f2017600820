package dev.parley.permission;

import dev.parley.permission.RuleMatch.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a request is allowed or not, rule by rule: what each rule says to it, which one decides, and
 * what is asked for besides.
 *
 * @param lines for people, in the order in which it is decided
 */
public record Explanation(boolean allowed, List<String> lines) {
  public Explanation {
    lines = List.copyOf(lines);
  }

  static Explanation of(
      Permissions permissions, Request request, Optional<Rule> deciding, Decision decision) {
    var lines = new ArrayList<String>();
    for (var rule : permissions.rules()) {
      lines.add(rule.place() + ": " + said(rule, request, deciding.orElse(null)));
    }
    if (permissions.rules().isEmpty()) {
      lines.add("There are no rules, so nothing is allowed.");
    }
    var role = request.intent().permission();
    if (role != null) {
      boolean held = request.person().roles().contains(role);
      lines.add(
          "%s needs the role %s besides, which %s %s."
              .formatted(
                  request.intent().name(),
                  role,
                  request.person().name(),
                  held ? "holds" : "does not hold"));
    }
    permissions.freezes().forEach(freeze -> lines.add(said(freeze, request)));
    deciding
        .filter(rule -> rule.allow() && rule.code())
        .ifPresent(
            rule -> lines.add(rule.place() + " asks for a one-time password after the yes."));
    lines.add(verdict(decision));
    return new Explanation(decision instanceof Decision.Allowed, lines);
  }

  private static String said(
      Rule rule, Request request, @org.jspecify.annotations.Nullable Rule deciding) {
    if (rule == deciding) {
      return (rule.allow() ? "allows it" : "forbids it") + ", and is the first that matches.";
    }
    if (!RuleMatch.concerns(rule, request)) {
      return "does not match: it is about " + Refusal.whom(rule) + ".";
    }
    return RuleMatch.firstUnmet(rule, request)
        .map(condition -> "does not match: " + unmet(condition, rule, request) + ".")
        .orElse("would " + (rule.allow() ? "allow" : "forbid") + " it, but comes later.");
  }

  private static String unmet(Condition condition, Rule rule, Request request) {
    return switch (condition) {
      case INTENT ->
          "it is about "
              + Refusal.intents(rule)
              + ", and this is "
              + request.intent().name()
              + " of "
              + request.risk().label()
              + " risk";
      case RISK ->
          "it goes up to %s risk, and this is of %s"
              .formatted(
                  rule.highest() == null ? "any" : rule.highest().label(), request.risk().label());
      case VALUES -> "it is about " + Refusal.values(rule);
      case CHANNEL ->
          "it counts in "
              + Refusal.or(rule.channels())
              + ", and this is in "
              + request.conversation().channel();
      case TIME -> "it counts " + rule.weekly().told() + ", and there it is " + clock(request);
    };
  }

  private static String clock(Request request) {
    var time = request.time();
    var day = time.getDayOfWeek().name();
    return "%02d:%02d on %s%s"
        .formatted(
            time.getHour(),
            time.getMinute(),
            day.charAt(0),
            day.substring(1).toLowerCase(java.util.Locale.ROOT));
  }

  private static String said(Freeze freeze, Request request) {
    var told = freeze.told().replaceFirst("^t", "T");
    if (!freeze.concerns(request)) {
      return told + " is about something else.";
    }
    if (!freeze.holds(request.now())) {
      return told + " does not hold now.";
    }
    var zone = request.person().zone();
    return told
        + " "
        + freeze.holding(request.now(), zone)
        + (freeze.overridableBy(request.person().roles())
            ? "; " + request.person().name() + " may override it with a reason."
            : ".");
  }

  private static String verdict(Decision decision) {
    return decision instanceof Decision.Denied denied
        ? "Not allowed. " + denied.explanation()
        : "Allowed, by " + decision.rule() + ".";
  }
}
