package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names by a part that no other name of their kind has: "the shop one" among builds. */
final class NameParts {
  private static final Pattern JOINT = Pattern.compile("[-_. ]");

  private final Map<SlotType, Map<String, Set<List<String>>>> parts = new EnumMap<>(SlotType.class);

  NameParts(EntityResolver resolver) {
    resolver.vocabulary().forms().forEach((form, all) -> all.forEach(match -> add(form, match)));
  }

  private void add(String form, NamedMatch match) {
    var words = JOINT.split(form, -1);
    if (!NamePlaces.TYPES.contains(match.type()) || words.length < 2) {
      return;
    }
    var byWord = parts.computeIfAbsent(match.type(), type -> new HashMap<>());
    for (var word : words) {
      byWord.computeIfAbsent(word, w -> new HashSet<>()).add(match.canonical());
    }
  }

  /** The only thing of a kind that has a word in its name. */
  Optional<NamedMatch> of(SlotType type, String word) {
    var having = parts.getOrDefault(type, Map.of()).getOrDefault(word, Set.of());
    return having.size() == 1
        ? having.stream()
            .filter(names -> names.size() == 1)
            .map(names -> new NamedMatch(type, names, false))
            .findFirst()
        : Optional.empty();
  }

  /** The only thing of a kind that has all of some words in its name. */
  Optional<NamedMatch> ofAll(SlotType type, List<String> words) {
    var found = words.stream().map(word -> of(type, word)).distinct().toList();
    return found.size() == 1 ? found.get(0) : Optional.empty();
  }
}
