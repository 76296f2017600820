package dev.parley.training;

import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence by which each intent can be asked for, from what it was learnt from: short, complete,
 * and of things that exist here.
 */
public final class SampleSentences {
  private static final int LONGEST = 70;

  private static final Pattern JOINED = Pattern.compile(" (?:of|on|to|for|in|from|with|as) ");
  private static final Pattern SHORT =
      Pattern.compile("(?i)\\b(?:pls|plz|please|thx|thanks|hi|hey|it|that|this|now|asap)\\b");

  private final Inventory inventory;

  private SampleSentences(Inventory inventory) {
    this.inventory = inventory;
  }

  /** A sentence for each intent that has one, by the intent's name. */
  public static Map<String, String> of(
      TrainingSet examples, IntentCatalog catalog, Inventory inventory) {
    var byIntent = examples.examples().stream().collect(Collectors.groupingBy(Example::intent));
    var samples = new SampleSentences(inventory);
    var sentences = new HashMap<String, String>();
    for (var intent : catalog.all()) {
      samples
          .sentence(intent, byIntent.getOrDefault(intent.name(), List.of()))
          .ifPresent(sentence -> sentences.put(intent.name(), sentence));
    }
    return sentences;
  }

  private Optional<String> sentence(Intent intent, List<Example> examples) {
    var name = List.of(intent.name().split("_", -1));
    // "service redis status" names what it is about first, as nobody would who asks a colleague.
    boolean noun = SlotType.byLabel(name.get(0)).isPresent();
    boolean joins = noun || intent.slots().stream().filter(Slot::required).count() > 1;
    return examples.stream()
        .filter(example -> isComplete(intent, example))
        .sorted(
            Comparator.comparing((Example e) -> noun || !e.text().startsWith(name.get(0)))
                .thenComparing(e -> joins && !JOINED.matcher(e.text()).find())
                .thenComparing(e -> name.stream().filter(word -> !e.text().contains(word)).count())
                .thenComparing(e -> e.text().length())
                .thenComparing(Example::text))
        .flatMap(example -> ofHere(intent, example).stream())
        .findFirst();
  }

  private static boolean isComplete(Intent intent, Example example) {
    var text = example.text();
    var marked = example.annotations().stream().map(Annotation::slot).toList();
    var needed = intent.slots().stream().filter(Slot::required).map(Slot::name).toList();
    return text.length() <= LONGEST
        && text.contains(" ")
        && Character.isLowerCase(text.charAt(0))
        && text.matches("[\\p{L}\\p{N} .:/_-]+")
        && !SHORT.matcher(text).find()
        && marked.size() == needed.size()
        && marked.containsAll(needed);
  }

  /** The example with things of this estate in it. */
  private Optional<String> ofHere(Intent intent, Example example) {
    var text = new StringBuilder(example.text());
    for (int i = example.annotations().size() - 1; i >= 0; i--) {
      var mark = example.annotations().get(i);
      var type = intent.slot(mark.slot()).map(Slot::type).orElseThrow();
      var here = here(type, mark.value());
      if (here.isEmpty()) {
        return Optional.empty();
      }
      text.replace(mark.start(), mark.end(), here.get());
    }
    return Optional.of(text.toString());
  }

  private Optional<String> here(SlotType type, String value) {
    boolean closed = type.kind() == SlotType.Kind.CLOSED && type != SlotType.STATE;
    if (!closed || names(type).contains(value)) {
      return Optional.of(value);
    }
    return names(type).stream().findFirst();
  }

  private Collection<String> names(SlotType type) {
    return switch (type) {
      case HOST -> inventory.hosts().stream().map(Host::name).toList();
      case GROUP -> inventory.groups();
      default -> inventory.all(type).stream().map(Resource::name).toList();
    };
  }
}
