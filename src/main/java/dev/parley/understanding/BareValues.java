package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.understanding.DialogueActs.Act;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads a part of a message that is nothing but values of an intent: "2", "web-03", "acme". */
final class BareValues {
  /** From here on a slot takes nearly any word. */
  static final int VAGUE = 8;

  private static final Set<String> AROUND = Words.of("AROUND_A_REPETITION");

  private final Function<Line, Heard> reader;
  private final Answers answers;

  /**
   * @param reader what stands in a part of a message
   */
  BareValues(Function<Line, Heard> reader, Answers answers) {
    this.reader = reader;
    this.answers = answers;
  }

  Optional<List<Entity>> read(
      Heard heard, Matcher part, String group, Topic topic, @Nullable Slot slot, boolean loose) {
    return read(heard, part.start(group), part.end(group), topic, slot, loose);
  }

  /**
   * The values of an intent that a part of a message consists of.
   *
   * @param only the slot that they are for; null for any
   * @param loose whether words that repeat the request may stand around them
   */
  Optional<List<Entity>> read(
      Heard heard, int from, int to, Topic topic, @Nullable Slot only, boolean loose) {
    String text = heard.text().substring(from, to).replaceFirst("[\\s.,!?]+$", "");
    if (text.isBlank()) {
      return Optional.empty();
    }
    var intent = topic.intent();
    var timed = only == null && timed(topic) ? SlotType.TIME : null;
    var line = new Line(text, Tokens.of(text), timed, heard.line().now());
    var part = reader.apply(line);
    var slots = only == null ? slots(intent, line) : List.of(only);
    var named = named(part, slots, loose);
    var values = named.isEmpty() ? valued(part, slots, topic, loose) : named;
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().map(e -> e.shifted(from)).toList());
  }

  /** Whether an amount of time can only be the delay: of a request that has one already. */
  static boolean timed(Topic topic) {
    return !topic.request().values(Slot.WHEN).isEmpty()
        && topic.intent().slots().stream()
            .filter(slot -> !slot.name().equals(Slot.WHEN))
            .noneMatch(
                slot -> slot.type().kind() == SlotType.Kind.TIME || slot.type() == SlotType.DAYS);
  }

  /** The slots that a part may be of: the one that it names, else those with the clearest form. */
  private static List<Slot> slots(Intent intent, Line line) {
    var called =
        intent.slots().stream()
            .filter(slot -> line.word(0).equals(slot.name()) && line.size() > 1)
            .toList();
    return called.isEmpty()
        ? intent.slots().stream()
            .filter(slot -> slot.type() != SlotType.TEXT)
            .sorted(Comparator.comparingInt(BareValues::vagueness))
            .toList()
        : called;
  }

  static int vagueness(Slot slot) {
    return switch (slot.type()) {
      case CUSTOMER, PERSON, ALERT, METRIC, BRANCH, PROJECT -> 9;
      case PATH, VERSION -> 8;
      default ->
          switch (slot.type().kind()) {
            case CLOSED -> 1;
            case NUMBER -> 2;
            case TIME -> 3;
            case PATTERN -> 4;
            case TEXT -> 10;
          };
    };
  }

  /** Names that the slots take, with nothing but small words around them. */
  private List<Entity> named(Heard part, List<Slot> slots, boolean loose) {
    boolean only = part.onlyNames() || loose && rest(part).isEmpty();
    if (part.mentions().isEmpty() || !only) {
      return List.of();
    }
    var found =
        part.mentions().stream()
            .map(m -> slots.stream().flatMap(s -> Readings.as(s, m).stream()).findFirst())
            .toList();
    return found.stream().allMatch(Optional::isPresent)
        ? found.stream().map(Optional::get).toList()
        : List.of();
  }

  /** What has the form of one of the slots, or is a value that the request has had. */
  private List<Entity> valued(Heard part, List<Slot> slots, Topic topic, boolean loose) {
    if (part.line().tokens().stream().anyMatch(t -> Words.REQUEST_VERBS.contains(t.lower()))
        && !loose) {
      return List.of();
    }
    var words = loose ? rest(part) : part.line().tokens();
    if (words.isEmpty()) {
      return List.of();
    }
    int start = words.get(0).start();
    int end = words.get(words.size() - 1).end();
    String text = part.text().substring(start, end);
    var line = new Line(text, Tokens.of(text), null, part.line().now());
    for (var slot : slots) {
      var heard =
          new Heard(
              line,
              Act.NONE,
              List.of(),
              List.of(),
              false,
              false,
              new Expectation(topic.intent(), slot, List.of(), false));
      var values = answers.values(heard, slot);
      if (!values.isEmpty() && values.stream().noneMatch(BareValues::isWord)) {
        return values.stream().map(e -> e.shifted(start)).toList();
      }
    }
    return List.of();
  }

  private static List<Token> rest(Heard part) {
    return part.line().tokens().stream()
        .filter(Token::isWord)
        .filter(t -> part.mentions().stream().noneMatch(m -> m.overlaps(t.start(), t.end())))
        .filter(t -> !AROUND.contains(t.lower()))
        .toList();
  }

  /** "and the MX records?": no domain. */
  private static boolean isWord(Entity e) {
    return e.type() == SlotType.DOMAIN && e.text().chars().allMatch(Character::isLetter);
  }
}
