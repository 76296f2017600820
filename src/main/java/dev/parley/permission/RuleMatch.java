package dev.parley.permission;

import dev.parley.intent.Risk;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares a request with a rule, condition by condition, in the order in which a refusal would
 * name them.
 */
final class RuleMatch {
  /** What a rule can ask for besides whom it is about. */
  enum Condition {
    INTENT,
    RISK,
    VALUES,
    CHANNEL,
    TIME
  }

  private RuleMatch() {}

  static boolean concerns(Rule rule, Request request) {
    var person = request.person();
    return rule.everybody()
        || (!person.guest() && rule.people().contains(person.key()))
        || person.roles().stream().anyMatch(rule.roles()::contains);
  }

  static boolean matches(Rule rule, Request request) {
    return concerns(rule, request) && firstUnmet(rule, request).isEmpty();
  }

  /** The first condition that the request does not meet. */
  static Optional<Condition> firstUnmet(Rule rule, Request request) {
    for (var condition : Condition.values()) {
      if (!meets(condition, rule, request)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  private static boolean meets(Condition condition, Rule rule, Request request) {
    return switch (condition) {
      case INTENT -> meetsIntent(rule, request);
      case RISK -> rule.highest() == null || request.risk().compareTo(rule.highest()) <= 0;
      case VALUES ->
          rule.values().entrySet().stream()
              .allMatch(entry -> meetsValues(rule, entry.getKey(), entry.getValue(), request));
      case CHANNEL -> meetsChannel(rule, request);
      case TIME -> rule.weekly().contains(request.time());
    };
  }

  private static boolean meetsIntent(Rule rule, Request request) {
    boolean any = rule.intents().isEmpty() && rule.risks().isEmpty();
    return any || names(rule.intents(), rule.risks(), request);
  }

  /** Whether a request is of one of these risks, or its intent fits one of these patterns. */
  static boolean names(List<String> intents, Set<Risk> risks, Request request) {
    return risks.contains(request.risk())
        || intents.stream().anyMatch(p -> fits(p, request.intent().name()));
  }

  /**
   * A slot that will still be asked for is not judged yet: it keeps no allowing rule from matching,
   * and makes no denying one match. To be allowed every value has to fit, to be denied one.
   */
  private static boolean meetsValues(
      Rule rule, String slot, List<String> patterns, Request request) {
    var values = known(slot, request);
    if (values.isEmpty()) {
      return rule.allow() && request.intent().slot(slot).map(Slot::required).orElse(false);
    }
    return rule.allow()
        ? values.stream().allMatch(value -> fitsAny(patterns, value))
        : anyFits(slot, patterns, request);
  }

  private static List<String> known(String slot, Request request) {
    return request.action().values(slot).stream()
        .filter(SlotValue::known)
        .map(SlotValue::shown)
        .toList();
  }

  /** Whether one of a slot's values fits. */
  static boolean anyFits(String slot, List<String> patterns, Request request) {
    return known(slot, request).stream().anyMatch(value -> fitsAny(patterns, value));
  }

  private static boolean meetsChannel(Rule rule, Request request) {
    var conversation = request.conversation();
    return rule.channels().isEmpty()
        || fitsAny(rule.channels(), conversation.channel())
        || fitsAny(rule.channels(), conversation.toString());
  }

  private static boolean fitsAny(List<String> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> fits(pattern, text));
  }

  /** Whether a text is what a pattern says, where {@code *} is any text; without case. */
  static boolean fits(String pattern, String text) {
    var expression =
        pattern
            .toLowerCase(Locale.ROOT)
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(expression, Pattern.DOTALL)
        .matcher(text.toLowerCase(Locale.ROOT))
        .matches();
  }
}
