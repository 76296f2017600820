package dev.parley.understanding;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.util.Span;

/**
 * Reads a message that says nothing but values of the pending request: a change of it ("make it 5",
 * "also web-03", "not web-01", "payments, not platform"), or an answer that fills two slots.
 */
final class FollowUps {
  /** What was read, and how it hangs together with what was said before. */
  record FollowUp(List<Entity> values, Link link) {}

  static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final String HESITATES =
      "(?:(?:no|nope|hm+|wait|sorry|oops|ah|oh|well|actually|u[hm]+|hang on|hold on)[\\s,.!]+)*";
  private static final String AGREES =
      HESITATES + "(?:(?:yes|yep|yeah|ok|okay|sure|fine|right)[\\s,]+)?(?:but\\s+)?";
  static final String TAIL = "(?:[\\s,]+(?:please|pls|thanks|thx))*[\\s.!?]*$";
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
              + "(?:(?:and|also|but|please)\\s+)?(?:not|without|except(?: for)?|minus|leave out|skip|remove|drop|exclude|omit|leave)\\s+(?:on |for |from )?(?<first>.+?)(?:\\s+(?:out|alone))?(?:\\s+(?:too|as well|also))?"
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

  private static final String CALLING =
      "^(?:(?:and|but|also|please|yes|ok|okay|sure|add|put|use|take|set)[\\s,]+)*(?:(?:on|in|for|with|from|at|using|as|to)\\s+)?(?:(?:the|a|an)\\s+)?";
  private static final String BEFORE_NOUN = "(?<first>\\S+)\\s+";
  private static final String AND_TEXT =
      "(?:\\s*[:=]|\\s+(?:is|that|saying|says|should (?:be|read|say)|must be))?\\s+(?<first>.+?)";

  private static final Pattern AGREEMENT = Pattern.compile("^" + AGREES, FLAGS);

  private static final Pattern MEANT =
      Pattern.compile("^(?:(?:no|sorry|oops|wait)[\\s,]+)*i (?:meant|mean)\\b", FLAGS);
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<first>\\S+(?: \\S+){0,2})\\s*[,;]\\s+(?<second>\\S+(?: \\S+){0,3}?)" + TAIL, FLAGS);

  private static final Pattern PLACED =
      Pattern.compile("(?:and |but )?(?:to|on|in|for|at|from|with|as|of)\\s", FLAGS);
  private static final Pattern REWORDS =
      Pattern.compile(
          "^(?:(?:no|sorry|oops|wait|actually|hm+|please|better|or rather|and)[\\s,]+)*(?:(?:call|title|name|rename|word|phrase|reword)\\s+(?:it|that|this)(?:\\s+(?:to|as))?"
              + "|(?:say|write|put|make it say|let it say|tell them)(?:\\s+that)?)[\\s:]+(?<first>.+?)(?:\\s+(?:instead|rather))?"
              + TAIL,
          FLAGS);

  private final BareValues bare;
  private final Reasoned reasoned;

  FollowUps(BareValues bare, Reasoned reasoned) {
    this.bare = bare;
    this.reasoned = reasoned;
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
    return AtOnce.in(heard)
        .or(() -> removed(heard, topic))
        .or(() -> contrasted(heard, topic))
        .or(() -> added(heard, topic))
        .or(() -> replaced(heard, topic))
        .or(() -> called(heard, topic))
        .or(() -> placed(heard, topic))
        .or(() -> reworded(heard, topic))
        .or(() -> reasoned.in(heard, topic));
  }

  /** "to 1.8": a value that only its preposition announces. */
  private Optional<FollowUp> placed(Heard heard, Topic topic) {
    return heard.expectation().confirming() && PLACED.matcher(heard.text()).lookingAt()
        ? bare.read(heard, 0, heard.text().length(), topic, null, false)
            .filter(
                values -> values.stream().allMatch(v -> v.type().kind() == SlotType.Kind.PATTERN))
            .map(values -> new FollowUp(values, Link.of(Link.Change.REPLACE)))
        : Optional.empty();
  }

  /** "call it …", "say … instead": other words for the text of the request. */
  private Optional<FollowUp> reworded(Heard heard, Topic topic) {
    var said = REWORDS.matcher(heard.text());
    var texts = topic.intent().slots().stream().filter(s -> s.type() == SlotType.TEXT).toList();
    return heard.expectation().confirming() && texts.size() == 1 && said.matches()
        ? RestOfRequest.entity(SlotType.TEXT, heard.line(), span(said))
            .map(e -> List.of(inSlot(e, texts.get(0))))
            .map(text -> new FollowUp(text, Link.of(Link.Change.REPLACE)))
        : Optional.empty();
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
      if (BareValues.vagueness(slot) >= BareValues.VAGUE && said.matches()) {
        var value =
            text
                ? RestOfRequest.entity(slot.type(), heard.line(), span(said))
                    .map(e -> List.of(inSlot(e, slot)))
                : bare.read(heard, said, "first", topic, slot, false);
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
    var first = bare.read(heard, parts, "first", topic, asked, false);
    var others =
        topic.intent().slots().stream()
            .filter(slot -> !slot.name().equals(asked.name()) && slot.type() != SlotType.TEXT)
            .sorted(Comparator.comparingInt(BareValues::vagueness))
            .filter(slot -> topic.request().values(slot.name()).isEmpty())
            .flatMap(slot -> bare.read(heard, parts, "second", topic, slot, false).stream())
            .findFirst();
    return first.isEmpty() || others.isEmpty()
        ? Optional.empty()
        : Optional.of(Stream.concat(first.get().stream(), others.get().stream()).toList());
  }

  private Optional<FollowUp> removed(Heard heard, Topic topic) {
    var part = REMOVES.matcher(heard.text());
    return part.matches()
        ? bare.read(heard, part, "first", topic, null, false)
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
            s -> bare.read(heard, part.start("new") + start, part.end("new"), topic, s, false))
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
    return bare.read(heard, part, group, topic, null, false)
        .map(values -> new FollowUp(values, Link.of(Link.Change.ADD)));
  }

  private Optional<FollowUp> replaced(Heard heard, Topic topic) {
    var agreement = AGREEMENT.matcher(heard.text());
    int agreed = agreement.find() ? agreement.end() : 0;
    int start = agreed + opening(heard.text().substring(agreed));
    var asked = heard.expectation().asked();
    return start == 0 && !(heard.expectation().confirming() && BareValues.timed(topic))
        ? Optional.empty()
        : bare.read(heard, start, heard.text().length(), topic, null, false)
            .filter(
                values -> asked == null || values.stream().noneMatch(v -> v.type() == asked.type()))
            .map(values -> new FollowUp(values, Link.of(Link.Change.REPLACE)));
  }

  private static int opening(String text) {
    return Corrections.opening(text);
  }
}
