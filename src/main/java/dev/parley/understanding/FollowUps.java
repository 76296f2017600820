package dev.parley.understanding;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import dev.parley.understanding.DialogueActs.Act;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message that says nothing but values of a request that was made before: a change of the
 * pending one ("make it 5", "also web-03", "not web-01", "payments, not platform"), or the last one
 * with other values ("same on web-02", "and db-01?").
 */
final class FollowUps {
  /** What was read, and how it hangs together with what was said before. */
  record FollowUp(List<Entity> values, Link link) {}

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final String AGREES =
      "(?:(?:yes|yep|yeah|ok|okay|sure|fine|right)[\\s,]+)?(?:but\\s+)?";
  private static final String TAIL = "(?:[\\s,]+(?:please|pls|thanks|thx))*[\\s.!?]*$";
  private static final Pattern ADDS =
      Pattern.compile(
          "^"
              + AGREES
              + "(?:(?:and also|and|also|plus|add|include|as well as)\\s+(?:on |for |at |in |to )?(?<first>.+?)(?:\\s+(?:too|as well|also))?"
              + "|(?:on |for )?(?<last>.+?)[\\s,]+(?:too|as well|also))"
              + TAIL,
          FLAGS);
  private static final Pattern REMOVES =
      Pattern.compile(
          "^"
              + AGREES
              + "(?:not|without|except(?: for)?|minus|leave out|skip|remove|drop|exclude|omit|leave)\\s+(?:on |for |from )?(?<first>.+?)(?:\\s+(?:out|alone))?"
              + TAIL,
          FLAGS);
  private static final Pattern CONTRASTS =
      Pattern.compile(
          "^(?<new>.+?)[\\s,]+(?:and )?(?:not|instead of|rather than)\\s+(?:on |for |the )?(?<old>.+?)"
              + TAIL,
          FLAGS);
  private static final Pattern CONTRASTED =
      Pattern.compile(
          "^(?:(?:no|sorry|oops|wait)[\\s,]+)*not\\s+(?:on |for |the )?(?<old>.+?)[\\s,;]+(?:but |rather )?(?:on |for |the )?(?<new>\\S+(?: \\S+)?)"
              + TAIL,
          FLAGS);
  private static final Pattern AGAIN_WITH =
      Pattern.compile(
          "^(?:(?:ok|okay|hm+|right|cool|great|thanks|thx|good)[\\s,]+)?(?:(?:and|&|also|now|then|next|same|the same|ditto|likewise|again|do|repeat|what about|how about)\\b[\\s,:]*)+(?<first>.+?)"
              + TAIL,
          FLAGS);
  private static final Pattern ALSO_WITH =
      Pattern.compile("^(?<first>.+?)[\\s,]+(?:too|as well|also|next|again)" + TAIL, FLAGS);

  /** From here on a slot takes nearly any word. */
  private static final int VAGUE = 8;

  private static final String CALLING =
      "^(?:(?:and|but|also|please|yes|ok|okay|sure|add|put|use|take|set)[\\s,]+)*(?:(?:on|in|for|with|from|at|using|as|to)\\s+)?(?:(?:the|a|an)\\s+)?";
  private static final String BEFORE_NOUN = "(?<first>\\S+)\\s+";
  private static final String AND_TEXT =
      "(?:\\s*[:=]|\\s+(?:is|that|saying|says|should (?:be|read|say)|must be))?\\s+(?<first>.+?)";
  private static final Pattern ONLY_WITH =
      Pattern.compile("^(?:(?:and|but|ok|no)\\s+)*(?:only|just)\\s+(?<first>.+?)" + TAIL, FLAGS);

  private static final Pattern AT_ONCE =
      Pattern.compile(
          "(?:(?:yes|yep|yeah|ok|okay|sure|no|nope|actually|hmm?|wait|sorry|oh|then|well|but|please|just|better|rather|lets|let"
              + " us|make that|make it|on second thoughts?|id rather|i would rather|i want it|i"
              + " need it)\\s+)*(?:(?:do|run|make|start|have|trigger|execute|go|begin|kick off)"
              + " (?:it|that|this|ahead)?\\s*)?(?:right now|right away|now|immediately|straight"
              + " away|at once|asap|as soon as possible|instantly|this instant|without (?:the |any"
              + " |a )?(?:delay|waiting|wait|time|schedule|scheduling)|(?:no|without a|forget"
              + " the|drop the|skip the|not at a|never mind the|cancel the|remove the|leave out"
              + " the) (?:delay|time|schedule|timer|scheduling|waiting)|dont (?:wait|delay"
              + " it|schedule it|postpone it))(?:\\s+(?:instead|after"
              + " all|then|please|rather|thanks|pls|ok|of waiting|of later))*");
  private static final Pattern AGREEMENT =
      Pattern.compile("^(?:(?:yes|yep|yeah|ok|okay|sure|fine|right)[\\s,]+)?(?:but\\s+)?", FLAGS);

  private static final Pattern MEANT =
      Pattern.compile("^(?:(?:no|sorry|oops|wait)[\\s,]+)*i (?:meant|mean)\\b", FLAGS);
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<first>\\S+(?: \\S+){0,2})\\s*[,;]\\s+(?<second>\\S+(?: \\S+){0,3}?)" + TAIL, FLAGS);
  private static final Pattern OTHER =
      Pattern.compile(
          "(?:(?:on|for|at|in|to|thing|do|it|that) )*(?:the )?other(?: (?:one|host|server|box|machine|node))?",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> AROUND = Words.of("AROUND_A_REPETITION");

  private final Function<Line, Heard> reader;
  private final Answers answers;

  /**
   * @param reader what stands in a part of a message
   */
  FollowUps(Function<Line, Heard> reader, Answers answers) {
    this.reader = reader;
    this.answers = answers;
  }

  /** The change of the pending request that a message is. */
  Optional<FollowUp> change(Heard heard) {
    var topic = heard.expectation().topic();
    if (topic == null) {
      return Optional.empty();
    }
    var asked = heard.asked();
    if (asked != null && asked.type() == SlotType.TEXT) {
      // Everything else is the text itself: "not payments", "use platform".
      return MEANT.matcher(heard.text()).find()
          ? contrasted(heard, topic).or(() -> replaced(heard, topic))
          : Optional.empty();
    }
    return atOnce(heard)
        .or(() -> removed(heard, topic))
        .or(() -> contrasted(heard, topic))
        .or(() -> added(heard, topic))
        .or(() -> replaced(heard, topic))
        .or(() -> called(heard, topic));
  }

  /** "on the release branch", "with the note …": the slot is called by its name. */
  private Optional<FollowUp> called(Heard heard, Topic topic) {
    if (!heard.expectation().confirming()) {
      return Optional.empty();
    }
    for (var slot : topic.intent().slots()) {
      var noun = Pattern.quote(slot.name().replace('_', ' '));
      boolean text = slot.type() == SlotType.TEXT;
      var before = matcher(heard, BEFORE_NOUN + noun);
      var said = !text && before.matches() ? before : matcher(heard, noun + AND_TEXT);
      if (vagueness(slot) >= VAGUE && said.matches()) {
        var value =
            text
                ? RestOfRequest.entity(slot.type(), heard.line(), span(said))
                    .map(e -> List.of(inSlot(e, slot)))
                : read(heard, said, "first", topic, slot, false);
        if (value.isPresent()) {
          return Optional.of(new FollowUp(value.get(), Link.of(Link.Change.REPLACE)));
        }
      }
    }
    return Optional.empty();
  }

  private static Matcher matcher(Heard heard, String said) {
    return Pattern.compile(CALLING + said + TAIL, FLAGS).matcher(heard.text());
  }

  private static Span span(Matcher said) {
    boolean quoted = said.group("first").matches("\".*\"|'.*'");
    return new Span(said.start("first") + (quoted ? 1 : 0), said.end("first") - (quoted ? 1 : 0));
  }

  private static Entity inSlot(Entity e, Slot slot) {
    return new Entity(
        e.type(), slot.name(), e.text(), e.start(), e.end(), e.values(), e.candidates());
  }

  /** "now after all": what was to be done later is to be done at once. */
  Optional<FollowUp> atOnce(Heard heard) {
    var topic = heard.expectation().topic();
    var when = topic == null ? List.<SlotValue>of() : topic.request().values(Slot.WHEN);
    String said = String.join(" ", Courtesy.words(heard.line().tokens()));
    if (topic == null || when.isEmpty() || !AT_ONCE.matcher(said).matches()) {
      return Optional.empty();
    }
    return topic
        .intent()
        .slot(Slot.WHEN)
        .filter(slot -> !slot.required())
        .map(
            slot ->
                new Entity(
                    slot.type(), slot.name(), said, 0, heard.text().length(), when, List.of()))
        .map(time -> new FollowUp(List.of(time), Link.of(Link.Change.REMOVE)));
  }

  /** An answer that fills two slots: "acme, 10 days". */
  Optional<List<Entity>> several(Heard heard) {
    var topic = heard.expectation().topic();
    var asked = heard.asked();
    var parts = PARTS.matcher(heard.text());
    if (topic == null
        || asked == null
        || asked.type() == SlotType.TEXT
        || heard.onlyNames()
        || !parts.matches()) {
      return Optional.empty();
    }
    var first = read(heard, parts, "first", topic, asked, false);
    var others =
        topic.intent().slots().stream()
            .filter(slot -> !slot.name().equals(asked.name()) && slot.type() != SlotType.TEXT)
            .sorted(Comparator.comparingInt(FollowUps::vagueness))
            .filter(slot -> topic.request().values(slot.name()).isEmpty())
            .flatMap(slot -> read(heard, parts, "second", topic, slot, false).stream())
            .findFirst();
    return first.isEmpty() || others.isEmpty()
        ? Optional.empty()
        : Optional.of(Stream.concat(first.get().stream(), others.get().stream()).toList());
  }

  /** The last request with other values. */
  Optional<FollowUp> repetition(Heard heard) {
    var recent = heard.expectation().recent();
    if (recent == null || heard.inDialogue()) {
      return Optional.empty();
    }
    var again = AGAIN_WITH.matcher(heard.text());
    var also = ALSO_WITH.matcher(heard.text());
    var only = ONLY_WITH.matcher(heard.text());
    boolean narrows = only.matches() && recent.intent().onlyReads();
    var part = again.matches() ? again : also.matches() ? also : narrows ? only : null;
    if (part == null) {
      return Optional.empty();
    }
    return other(heard, part.group("first"), recent)
        .or(() -> read(heard, part, "first", recent, null, true))
        .map(values -> new FollowUp(values, new Link(Link.Change.REPLACE, true, false, Set.of())));
  }

  /** "now the other one": of the hosts that it could have been, those that it was not. */
  private Optional<List<Entity>> other(Heard heard, String text, Topic recent) {
    var slot = recent.intent().slots().stream().filter(s -> s.type() == SlotType.HOST).findFirst();
    if (slot.isEmpty() || !OTHER.matcher(text).matches()) {
      return Optional.empty();
    }
    var others = answers.others(slot.get(), recent.request());
    int start = heard.text().toLowerCase(Locale.ROOT).indexOf("other");
    var one = others.size() == 1 ? List.of(SlotValue.of(others.get(0), others.get(0))) : null;
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.of(
                new Entity(
                    SlotType.HOST,
                    slot.get().name(),
                    "the other one",
                    start,
                    start + "other".length(),
                    one == null ? List.of() : one,
                    one == null ? others : List.of())));
  }

  private Optional<FollowUp> removed(Heard heard, Topic topic) {
    var part = REMOVES.matcher(heard.text());
    return part.matches()
        ? read(heard, part, "first", topic, null, false)
            .filter(values -> values.stream().allMatch(v -> has(topic.request(), v)))
            .map(values -> new FollowUp(values, Link.of(Link.Change.REMOVE)))
        : Optional.empty();
  }

  private static boolean has(ActionRequest request, Entity entity) {
    var all =
        request.slots().values().stream()
            .flatMap(List::stream)
            .map(SlotValue::canonical)
            .collect(Collectors.toSet());
    return !entity.values().isEmpty()
        && entity.values().stream().anyMatch(v -> all.contains(v.canonical()));
  }

  /** "payments, not platform": the value that is taken back tells the slot. */
  private Optional<FollowUp> contrasted(Heard heard, Topic topic) {
    var behind = CONTRASTS.matcher(heard.text());
    var before = CONTRASTED.matcher(heard.text());
    var part = behind.matches() ? behind : before;
    if (part == before && !before.matches()) {
      return Optional.empty();
    }
    var slot = slotOf(topic, part.group("old").strip());
    int start = opening(part.group("new"));
    return slot.flatMap(
            s -> read(heard, part.start("new") + start, part.end("new"), topic, s, false))
        .map(values -> new FollowUp(values, Link.of(Link.Change.REPLACE)));
  }

  private static Optional<Slot> slotOf(Topic topic, String value) {
    return topic.intent().slots().stream()
        .filter(
            slot ->
                topic.request().values(slot.name()).stream()
                    .anyMatch(
                        v ->
                            v.canonical().equalsIgnoreCase(value)
                                || v.spoken().equalsIgnoreCase(value)))
        .findFirst();
  }

  private Optional<FollowUp> added(Heard heard, Topic topic) {
    var part = ADDS.matcher(heard.text());
    if (!part.matches() || heard.expectation().asked() != null) {
      return Optional.empty();
    }
    var group = part.group("first") == null ? "last" : "first";
    return read(heard, part, group, topic, null, false)
        .map(values -> new FollowUp(values, Link.of(Link.Change.ADD)));
  }

  private Optional<FollowUp> replaced(Heard heard, Topic topic) {
    var agreement = AGREEMENT.matcher(heard.text());
    int agreed = agreement.find() ? agreement.end() : 0;
    int start = agreed + opening(heard.text().substring(agreed));
    var asked = heard.expectation().asked();
    return start == 0 && !(heard.expectation().confirming() && timed(topic))
        ? Optional.empty()
        : read(heard, start, heard.text().length(), topic, null, false)
            .filter(
                values -> asked == null || values.stream().noneMatch(v -> v.type() == asked.type()))
            .map(values -> new FollowUp(values, Link.of(Link.Change.REPLACE)));
  }

  /** Whether an amount of time can only be the delay: of a request that has one already. */
  private static boolean timed(Topic topic) {
    return !topic.request().values(Slot.WHEN).isEmpty()
        && topic.intent().slots().stream()
            .filter(slot -> !slot.name().equals(Slot.WHEN))
            .noneMatch(
                slot -> slot.type().kind() == SlotType.Kind.TIME || slot.type() == SlotType.DAYS);
  }

  private static int opening(String text) {
    return Corrections.opening(text);
  }

  private Optional<List<Entity>> read(
      Heard heard, Matcher part, String group, Topic topic, @Nullable Slot slot, boolean loose) {
    return read(heard, part.start(group), part.end(group), topic, slot, loose);
  }

  /**
   * The values of an intent that a part of a message consists of.
   *
   * @param only the slot that they are for; null for any
   * @param loose whether words that repeat the request may stand around them
   */
  private Optional<List<Entity>> read(
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

  /** The slots that a part may be of: the one that it names, else those with the clearest form. */
  private static List<Slot> slots(Intent intent, Line line) {
    var called =
        intent.slots().stream()
            .filter(slot -> line.word(0).equals(slot.name()) && line.size() > 1)
            .toList();
    return called.isEmpty()
        ? intent.slots().stream()
            .filter(slot -> slot.type() != SlotType.TEXT)
            .sorted(Comparator.comparingInt(FollowUps::vagueness))
            .toList()
        : called;
  }

  private static int vagueness(Slot slot) {
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

  /** "and the MX records?": no domain. */
  private static boolean isWord(Entity e) {
    return e.type() == SlotType.DOMAIN && e.text().chars().allMatch(Character::isLetter);
  }

  private static List<Token> rest(Heard part) {
    return part.line().tokens().stream()
        .filter(Token::isWord)
        .filter(t -> part.mentions().stream().noneMatch(m -> m.overlaps(t.start(), t.end())))
        .filter(t -> !AROUND.contains(t.lower()))
        .toList();
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
      if (!values.isEmpty() && values.stream().noneMatch(FollowUps::isWord)) {
        return values.stream().map(e -> e.shifted(start)).toList();
      }
    }
    return List.of();
  }
}
