package dev.parley.training;

import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Puts names that no estate has in the place of those that examples name, so that what stands
 * around a name is learnt, and not the names of one estate. The same example always gets the same.
 */
final class InventedNames {
  /** One example in so many keeps its names. */
  private static final int KEEPS = 3;

  private static final List<String> STARTS =
      List.of("ka", "bre", "lo", "vi", "tor", "ze", "mun", "ral", "qui", "sta", "dro", "fe", "hal");

  private static final List<String> ENDS =
      List.of(
          "lin", "dex", "ro", "vance", "mi", "tik", "sur", "go", "net", "fix", "bus", "ly", "q");

  private static final List<String> WORDS =
      List.of(
          "falcon",
          "atlas",
          "phoenix",
          "ledger",
          "harbor",
          "compass",
          "raven",
          "summit",
          "pelican",
          "quartz",
          "ember",
          "lotus",
          "titan",
          "mercury",
          "beacon",
          "varnish",
          "envoy",
          "kafka",
          "consul",
          "grafana",
          "celery",
          "tracker",
          "warehouse",
          "invoices",
          "mailer",
          "reports",
          "inventory",
          "pricing",
          "checkout",
          "crm",
          "loyalty",
          "fulfilment",
          "mobile",
          "growth",
          "frontend",
          "network",
          "sandbox",
          "preprod",
          "uat",
          "archive",
          "metadata",
          "telemetry");

  private static final Map<SlotType, List<String>> AFTER =
      Map.of(
          SlotType.SERVICE, List.of("", "", "d", "-worker", "-exporter", "db", "-proxy", "mq"),
          SlotType.HOST, List.of("-01", "-2", "01", "-prod-3", "-eu-1", "7", "-node-4", ""),
          SlotType.GROUP, List.of("", "s", "-nodes", "-eu"),
          SlotType.JOB, List.of("-build", "-tests", "-ci", "-nightly", "-deploy"),
          SlotType.QUERY, List.of("-today", "-by-month", "-failed", "-count", "-per-region"),
          SlotType.APPLICATION, List.of("", "", "-api", "-web", "-service", "-ui"),
          SlotType.ENVIRONMENT, List.of("", "-2", "-eu"),
          SlotType.TEAM, List.of("", "", "-ops", "-eng"),
          SlotType.DATABASE, List.of("", "", "_main", "-db", "_archive"),
          SlotType.CACHE, List.of("", "s", "-results", "-tokens"));

  private InventedNames() {}

  /** An example with most of its single names replaced. */
  static Example in(Example example, Intent intent) {
    var random = new Random(example.text().hashCode());
    if (random.nextInt(KEEPS) == 0) {
      return example;
    }
    var text = new StringBuilder();
    var annotations = new ArrayList<Annotation>();
    int at = 0;
    for (var annotation : example.annotations()) {
      text.append(example.text(), at, annotation.start());
      var name = example.text().substring(annotation.start(), annotation.end());
      String made =
          intent.slot(annotation.slot()).map(s -> name(s.type(), name, random)).orElse(name);
      int start = text.length();
      text.append(made);
      annotations.add(new Annotation(start, text.length(), annotation.slot(), made));
      at = annotation.end();
    }
    text.append(example.text().substring(at));
    return new Example(
        text.toString(), example.intent(), annotations, example.file(), example.line());
  }

  private static String name(SlotType type, String name, Random random) {
    if (!AFTER.containsKey(type) || name.indexOf(' ') >= 0) {
      return name;
    }
    var after = AFTER.get(type);
    boolean word = random.nextBoolean();
    var made =
        (word ? any(WORDS, random) : any(STARTS, random) + any(ENDS, random)) + any(after, random);
    return name.chars().noneMatch(Character::isLowerCase) ? made.toUpperCase(Locale.ROOT) : made;
  }

  private static String any(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
