package dev.parley.dialogue;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.understanding.Entity;
import dev.parley.understanding.HelpQuestions;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.ScoredIntent;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a question for help is about: an intent by its name ("what does restart do?"), all that
 * takes a kind of thing ("what can i do with hosts?"), else what the question was read to ask for.
 */
final class HelpSubject {
  private static final Map<String, SlotType> KINDS =
      Map.ofEntries(
          Map.entry("server", SlotType.HOST),
          Map.entry("machine", SlotType.HOST),
          Map.entry("box", SlotType.HOST),
          Map.entry("node", SlotType.HOST),
          Map.entry("app", SlotType.APPLICATION),
          Map.entry("db", SlotType.DATABASE),
          Map.entry("daemon", SlotType.SERVICE),
          Map.entry("certificate", SlotType.DOMAIN),
          Map.entry("cert", SlotType.DOMAIN));

  private final Set<String> words;
  private final Interpretation reading;
  private final IntentCatalog catalog;

  private HelpSubject(Interpretation reading, IntentCatalog catalog) {
    this.words = stems(HelpQuestions.subject(reading.text()));
    this.reading = reading;
    this.catalog = catalog;
  }

  static SystemAct of(Interpretation reading, IntentCatalog catalog) {
    return new HelpSubject(reading, catalog).help();
  }

  private SystemAct help() {
    if (words.isEmpty()) {
      return new SystemAct.GiveHelp();
    }
    var named = named();
    if (!named.isEmpty()) {
      boolean one = named.size() == 1 || stems(named.get(0).name()).equals(words);
      var all = Stream.concat(named.stream(), one ? Stream.empty() : takers(kinds()));
      return help(all, one);
    }
    if (!takers(kinds()).toList().isEmpty()) {
      return help(takers(kinds()), false);
    }
    var read = reading.ranking().stream().map(ScoredIntent::intent).map(catalog::find);
    var intents = read.flatMap(found -> found.stream()).toList();
    return help(intents.stream(), intents.size() == 1);
  }

  private static SystemAct help(Stream<Intent> intents, boolean one) {
    return new SystemAct.GiveHelp(intents.map(Intent::name).distinct().toList(), one);
  }

  /** The intents whose names hold all the words, those with the fewest others first. */
  private List<Intent> named() {
    return catalog.all().stream()
        .filter(intent -> stems(intent.name()).containsAll(words))
        .sorted(Comparator.comparing(intent -> stems(intent.name()).size()))
        .toList();
  }

  /** The kinds of thing of which it speaks, where it speaks of nothing else. */
  private Set<SlotType> kinds() {
    var kinds =
        words.stream()
            .flatMap(word -> kind(word).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (kinds.size() == words.size()) {
      return kinds;
    }
    var names =
        reading.entities().stream()
            .flatMap(entity -> stems(entity.text()).stream())
            .collect(Collectors.toSet());
    return names.containsAll(words)
        ? reading.entities().stream().map(Entity::type).collect(Collectors.toSet())
        : Set.of();
  }

  private static Optional<SlotType> kind(String stem) {
    var other =
        KINDS.entrySet().stream()
            .filter(entry -> stem(entry.getKey()).equals(stem))
            .map(Map.Entry::getValue);
    return Stream.of(SlotType.values())
        .filter(type -> stem(type.label()).equals(stem))
        .findFirst()
        .or(() -> other.findFirst());
  }

  private Stream<Intent> takers(Set<SlotType> kinds) {
    return kinds.isEmpty()
        ? Stream.empty()
        : catalog.all().stream()
            .filter(
                intent ->
                    intent.slots().stream()
                        .map(Slot::type)
                        .collect(Collectors.toSet())
                        .containsAll(kinds));
  }

  /** "deploys", "deploying" and "deployment" are about "deploy". */
  private static Set<String> stems(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.:/-]+", -1))
        .filter(word -> !word.isEmpty() && !HelpQuestions.saysNothing(word))
        .map(HelpSubject::stem)
        .filter(stem -> !stem.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String stem(String word) {
    String bare = word.replaceFirst("[.:-]+$", "");
    String stem = bare.replaceFirst("(?<=\\p{L}{3})(?:ments?|ing|ed)$", "");
    String one = stem.replaceFirst("(?<=[sx])es$|(?<=\\p{L}{2}[^s])s$", "");
    return one.replaceFirst("(?<=\\p{L}{3})e$", "").replaceFirst("(\\p{L})\\1$", "$1");
  }
}
