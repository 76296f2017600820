package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds names that stand where a kind of thing that a request takes does, and that nothing has:
 * "deploy frobnicator 1.2 to qa". They are shown as typed, instead of being overlooked.
 */
final class UnknownClosed {
  private static final Pattern AND = Pattern.compile("and|&|,|or|\\+");
  private static final int MOST_WORDS = 3;
  private static final int MOST_LISTED = 10;

  private final EntityResolver resolver;

  UnknownClosed(EntityResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * The names of kinds that a request takes and does not have yet, and those listed with others.
   */
  List<Entity> in(Intent intent, Wording words, List<Entity> found) {
    var added = new ArrayList<Entity>();
    var types = intent.slots().stream().map(Slot::type).filter(NamePlaces.TYPES::contains).toList();
    for (var type : types) {
      if (found.stream().noneMatch(e -> e.type() == type)) {
        placed(words.without(added), type)
            .or(() -> written(words.without(added), type))
            .ifPresent(added::add);
      }
    }
    boolean told = intent.slots().stream().anyMatch(Particulars::says);
    if (!told) {
      var all = new ArrayList<>(found);
      all.addAll(added);
      types.forEach(type -> added.addAll(listed(words.without(added), type, all)));
    }
    return added;
  }

  private Optional<Entity> placed(Wording words, SlotType type) {
    var places = new UnknownPlaces(words);
    for (int at = 0; at < words.size(); at++) {
      if (places.possible(at, type) && places.names(at, type)) {
        return Optional.of(meant(words, type, at, count(words, at, type)));
      }
    }
    return Optional.empty();
  }

  private Optional<Entity> written(Wording words, SlotType type) {
    var places = new UnknownPlaces(words);
    for (int at = 0; at < words.size(); at++) {
      if (places.written(at, type)) {
        return Optional.of(meant(words, type, at, 1));
      }
    }
    return Optional.empty();
  }

  /** What stands in a list with a name: "auth, search and crm". */
  private List<Entity> listed(Wording words, SlotType type, List<Entity> named) {
    var added = new ArrayList<Entity>();
    var places = new UnknownPlaces(words);
    for (var entity : named) {
      int at = entity.type() == type ? words.line().after(entity.end()) : words.size();
      for (int i = 0; i < MOST_LISTED && AND.matcher(words.word(at)).matches(); i++) {
        while (AND.matcher(words.word(at)).matches()) {
          at++;
        }
        if (at < words.size() && places.possible(at, type) && places.listEnds(at + 1)) {
          added.add(meant(words, type, at, 1));
          at++;
        }
      }
    }
    return added;
  }

  /** Names of jobs and queries are phrases. */
  private static int count(Wording words, int at, SlotType type) {
    var places = new UnknownPlaces(words);
    int count = 1;
    boolean phrase = type == SlotType.JOB || type == SlotType.QUERY;
    while (phrase
        && words.word(at).indexOf('-') < 0
        && count < MOST_WORDS
        && (places.possible(at + count, type) || words.word(at + count).matches("tests?|suite"))
        && !NamePlaces.noun(type, words.word(at + count))) {
      count++;
    }
    return count;
  }

  private Entity meant(Wording words, SlotType type, int at, int count) {
    var parts = new ArrayList<String>();
    for (int i = at; i < at + count; i++) {
      parts.add(words.word(i));
    }
    return NameParts.ofAll(resolver, type, parts)
        .filter(match -> type == SlotType.JOB || type == SlotType.QUERY)
        .map(m -> KnownNames.entity(m, words.line().phrase(at, count), words.token(at).start()))
        .orElseGet(() -> entity(resolver, words, type, at, count));
  }

  /** A name that nothing has, with the names that are near it. */
  static Entity entity(EntityResolver resolver, Wording words, SlotType type, int at, int count) {
    String text = words.line().phrase(at, count);
    int start = words.token(at).start();
    return new Entity(
        type,
        null,
        text,
        start,
        start + text.length(),
        List.of(SlotValue.unknown(text)),
        resolver.near(type, text));
  }
}
