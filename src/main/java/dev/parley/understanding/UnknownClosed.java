package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.inventory.EntityResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds names that stand where a kind of thing that a request takes does, and that nothing has:
 * "deploy frobnicator 1.2 to qa". They are shown as typed, instead of being overlooked.
 */
final class UnknownClosed {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:[-_.]?[a-z0-9]+)*");
  private static final Set<String> NEVER = Words.of("NEVER_A_CLOSED_NAME");
  private static final Set<String> BEFORE = Words.of("BEFORE_AN_OBJECT");
  private static final Pattern ON = Pattern.compile("on|against|in|from|over|for|of");
  private static final Pattern SWITCHED = Pattern.compile("put|take|bring|set|get|move");
  private static final Pattern RUN =
      Pattern.compile("run|start|kick|launch|rerun|re-run|build|fire|execute");
  private static final int MOST_WORDS = 3;

  private final EntityResolver resolver;

  UnknownClosed(EntityResolver resolver) {
    this.resolver = resolver;
  }

  /** The names of kinds that a request takes and does not have yet. */
  List<Entity> in(Intent intent, Wording words, List<Entity> found) {
    var added = new ArrayList<Entity>();
    var left = words;
    for (var slot : intent.slots()) {
      boolean missing =
          NamePlaces.TYPES.contains(slot.type())
              && found.stream().noneMatch(e -> e.type() == slot.type());
      var name = missing ? named(left, slot.type()) : Optional.<Entity>empty();
      if (name.isPresent()) {
        added.add(name.get());
        left = left.without(added);
      }
    }
    return added;
  }

  private Optional<Entity> named(Wording words, SlotType type) {
    for (int at = 0; at < words.size(); at++) {
      if (possible(words, at) && stands(words, at, type)) {
        int count = words(words, at, type);
        return Optional.of(meant(words, type, at, count));
      }
    }
    return Optional.empty();
  }

  private static boolean possible(Wording words, int at) {
    String word = words.word(at);
    return words.free(at)
        && NAME.matcher(word).matches()
        && !Words.NEVER_A_NAME.contains(word)
        && !Words.REQUEST_VERBS.contains(word)
        && !NEVER.contains(word);
  }

  private static boolean stands(Wording words, int at, SlotType type) {
    var line = words.line();
    int direct = words.before(at);
    int before = direct;
    while (before > 0 && BEFORE.contains(words.word(before))) {
      before = words.before(before);
    }
    String lead = words.word(before);
    boolean noun = NamePlaces.noun(type, words.word(at + 1));
    boolean object = NamePlaces.afterVerb(line, before + 1, type);
    return switch (type) {
      case ENVIRONMENT ->
          noun && at > 0
              || NamePlaces.noun(type, words.word(at - 1))
              || NamePlaces.environment(line, at, 1);
      case APPLICATION ->
          noun
              || object
              || words.word(direct).matches("of|for")
              || SWITCHED.matcher(lead).matches();
      case TEAM -> noun && at > 0 || object || NamePlaces.onCall(line, at, 1);
      case DATABASE -> noun || object || ON.matcher(lead).matches();
      case CACHE -> noun || object;
      case JOB -> noun || object || RUN.matcher(lead).matches() || words.word(direct).equals("of");
      case QUERY -> noun || object || RUN.matcher(lead).matches();
      case SEVERITY ->
          words.word(at - 1).equals("severity") || words.word(at + 1).equals("severity");
      default -> false;
    };
  }

  /** Names of jobs and queries are phrases. */
  private static int words(Wording words, int at, SlotType type) {
    int count = 1;
    if (type == SlotType.JOB || type == SlotType.QUERY) {
      while (count < MOST_WORDS
          && possible(words, at + count)
          && !NamePlaces.noun(type, words.word(at + count))) {
        count++;
      }
    }
    return count;
  }

  private Entity meant(Wording words, SlotType type, int at, int count) {
    var parts = new ArrayList<String>();
    for (int i = at; i < at + count; i++) {
      parts.add(words.word(i));
    }
    return NameParts.ofAny(resolver, type, parts)
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
