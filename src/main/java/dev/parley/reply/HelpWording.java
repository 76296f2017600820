package dev.parley.reply;

import dev.parley.dialogue.SystemAct.GiveHelp;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.RiskRule;
import dev.parley.intent.Slot;
import dev.parley.inventory.SlotChoices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Explains what can be asked for, and how: at large, of a kind of thing, of one intent. */
final class HelpWording {
  private static final int NEAR = 5;

  /** How many things a sentence names that shows best how it is done. */
  private static final int SHOWN = 2;

  private final PhraseBook phrases;

  HelpWording(PhraseBook phrases) {
    this.phrases = phrases;
  }

  Reply help(GiveHelp help, Audience audience) {
    var about = help.about().stream().flatMap(n -> audience.catalog().find(n).stream()).toList();
    if (about.isEmpty()) {
      return atLarge(audience);
    }
    if (help.one()) {
      return one(about.get(0), about.subList(1, about.size()), audience);
    }
    var may = about.stream().filter(audience.askable().get()::contains).toList();
    if (may.isEmpty()) {
      return Reply.text(audience.refusal().apply(about.get(0)));
    }
    return may.size() == 1 ? one(may.get(0), List.of(), audience) : several(may, audience);
  }

  // ---- at large

  private Reply atLarge(Audience audience) {
    var intents = audience.askable().get();
    if (intents.isEmpty()) {
      return Reply.text(phrases.say("help.nothing", Map.of()));
    }
    var sample = sample(intents, audience).orElseThrow();
    var how = Map.of("example", example(sample, audience), "name", Wording.words(sample.name()));
    return new Reply(
        List.of(
            new ReplyPart.Text(phrases.say("help", how)),
            new ReplyPart.Table(List.of("about", "what it does"), groups(intents)),
            new ReplyPart.Text(
                phrases.say("help.more", how)
                    + " "
                    + phrases.say("help.exact", Map.of("command", exact(sample))))));
  }

  /** One that shows how things are named in a sentence, where there is one. */
  static Optional<Intent> sample(List<Intent> intents, Audience audience) {
    var known =
        intents.stream()
            .filter(intent -> audience.examples().containsKey(intent.name()))
            .sorted(
                Comparator.comparing((Intent intent) -> Topic.of(intent) != Topic.SERVICES)
                    .thenComparing(intent -> !intent.onlyReads()))
            .toList();
    return known.stream()
        .filter(intent -> intent.slots().stream().filter(Slot::required).count() == SHOWN)
        .findFirst()
        .or(() -> known.stream().findFirst())
        .or(() -> intents.stream().findFirst());
  }

  private static List<List<String>> groups(List<Intent> intents) {
    Map<Topic, List<String>> byTopic =
        intents.stream()
            .collect(
                Collectors.groupingBy(
                    Topic::of,
                    TreeMap::new,
                    Collectors.mapping(i -> Wording.words(i.name()), Collectors.toList())));
    var rows = new LinkedHashMap<String, String>();
    byTopic.forEach((topic, names) -> rows.put(topic.title(), String.join(", ", names)));
    return rows.entrySet().stream().map(row -> List.of(row.getKey(), row.getValue())).toList();
  }

  // ---- several

  private Reply several(List<Intent> intents, Audience audience) {
    var rows = intents.stream().map(i -> List.of(Wording.words(i.name()), i.summary())).toList();
    var sample = sample(intents, audience).orElseThrow();
    var how = Map.of("example", example(sample, audience), "name", Wording.words(sample.name()));
    return new Reply(
        List.of(
            new ReplyPart.Text(phrases.say("help.several", how)),
            new ReplyPart.Table(List.of("name", "what it does"), rows),
            new ReplyPart.Text(phrases.say("help.more", how))));
  }

  // ---- one

  private Reply one(Intent intent, List<Intent> near, Audience audience) {
    var refusal = audience.refusal().apply(intent);
    var lines = new ArrayList<>(refusal.isEmpty() ? explained(intent, audience) : List.of(refusal));
    var others =
        near.stream()
            .filter(other -> audience.refusal().apply(other).isEmpty())
            .limit(NEAR)
            .map(other -> Wording.words(other.name()))
            .toList();
    if (!others.isEmpty()) {
      lines.add(phrases.say("help.near", Map.of("names", Wording.and(others))));
    }
    return Reply.text(String.join("\n", lines));
  }

  private List<String> explained(Intent intent, Audience audience) {
    var lines = new ArrayList<String>();
    lines.add(sentence(intent.summary()) + " " + risk(intent));
    if (!intent.slots().isEmpty()) {
      lines.add(slots(intent, audience));
    }
    lines.add(
        phrases.say(
            audience.examples().containsKey(intent.name()) ? "help.say" : "help.say.exact",
            Map.of("example", example(intent, audience), "command", exact(intent))));
    return lines;
  }

  private String risk(Intent intent) {
    return intent.risks().stream()
        .map(rule -> risk(rule, intent.risks().size() > 1))
        .collect(Collectors.joining(" "));
  }

  private String risk(RiskRule rule, boolean one) {
    var words = phrases.say("help.risk." + rule.risk().label(), Map.of());
    if (rule.conditions().isEmpty()) {
      return one ? phrases.say("help.risk.else", Map.of("risk", lower(words))) : words;
    }
    var where =
        rule.conditions().entrySet().stream()
            .map(c -> "the " + Wording.words(c.getKey()) + " is " + c.getValue())
            .collect(Collectors.joining(" and "));
    return phrases.say("help.risk.where", Map.of("where", where, "risk", lower(words)));
  }

  private String slots(Intent intent, Audience audience) {
    var needed = named(intent, true, audience);
    var taken = named(intent, false, audience);
    var said = new ArrayList<String>();
    if (!needed.isEmpty()) {
      said.add(phrases.say("help.needs", Map.of("slots", Wording.and(needed))));
    }
    if (!taken.isEmpty()) {
      var key = needed.isEmpty() ? "help.takes" : "help.takes.also";
      said.add(phrases.say(key, Map.of("slots", Wording.and(taken))));
    }
    return String.join(" ", said);
  }

  private static List<String> named(Intent intent, boolean required, Audience audience) {
    return intent.slots().stream()
        .filter(slot -> slot.required() == required)
        .map(slot -> named(slot, audience))
        .toList();
  }

  private static String named(Slot slot, Audience audience) {
    if (slot.name().equals(Slot.WHEN)) {
      return "a time at which to do it";
    }
    var name = Wording.words(slot.name());
    var article = "aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
    return (slot.many() ? "one or more " + plural(name) : article + name) + few(slot, audience);
  }

  private static String plural(String name) {
    return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
  }

  /** The values, where they are few. */
  private static String few(Slot slot, Audience audience) {
    var values = SlotChoices.of(slot.type(), ActionRequest.of("none"), audience.inventory());
    return values.isEmpty() || values.size() > NEAR ? "" : " (" + Wording.or(values) + ")";
  }

  // ---- words

  /** How it is said, else its name. */
  static String example(Intent intent, Audience audience) {
    return audience.examples().getOrDefault(intent.name(), Wording.words(intent.name()));
  }

  /** Its exact form with its required slots open. */
  static String exact(Intent intent) {
    var command = new StringBuilder(intent.name());
    intent.slots().stream()
        .filter(Slot::required)
        .forEach(slot -> command.append(' ').append(slot.name()).append("=…"));
    return command.toString();
  }

  private static String sentence(String summary) {
    return summary.endsWith(".") ? summary : summary + ".";
  }

  private static String lower(String words) {
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
