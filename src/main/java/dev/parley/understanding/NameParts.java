package dev.parley.understanding;

import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.NamedMatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names by a part that no other name of their kind has: "the shop one" among builds. */
final class NameParts {
  private static final Pattern JOINT = Pattern.compile("[-_. ]");

  private NameParts() {}

  /** The only thing of a kind that has a word in its name. */
  static Optional<NamedMatch> of(EntityResolver resolver, SlotType type, String word) {
    var having =
        resolver.vocabulary().forms().entrySet().stream()
            .filter(form -> has(form.getKey(), word))
            .flatMap(form -> form.getValue().stream())
            .filter(match -> match.type() == type && !match.group())
            .map(NamedMatch::canonical)
            .distinct()
            .limit(2)
            .toList();
    return having.size() == 1 && having.get(0).size() == 1
        ? Optional.of(new NamedMatch(type, having.get(0), false))
        : Optional.empty();
  }

  private static boolean has(String form, String word) {
    return form.contains(word)
        && Arrays.asList(JOINT.split(form, -1)).contains(word)
        && form.length() > word.length();
  }

  /** The only thing of a kind that has all of some words in its name. */
  static Optional<NamedMatch> ofAll(EntityResolver resolver, SlotType type, List<String> words) {
    var found = words.stream().map(word -> of(resolver, type, word)).distinct().toList();
    return found.size() == 1 ? found.get(0) : Optional.empty();
  }
}
