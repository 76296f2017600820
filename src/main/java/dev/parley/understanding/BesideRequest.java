package dev.parley.understanding;

import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.intent.SlotValue;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the sentences beside a request tell of it. */
record BesideRequest(Requests requests) {
  private static final int MOST_OF_BRIEF = 3;

  /** What a sentence beside the request names of what the request left open. */
  List<Entity> named(Intent intent, Heard beside, List<Entity> filled, Predicate<Slot> pointed) {
    var all = requests.entities(intent, beside);
    return intent.slots().stream()
        .filter(slot -> isName(slot.type()))
        .filter(slot -> slot.required() || brief(beside) || pointed.test(slot))
        .filter(slot -> !isFilled(slot.type(), filled))
        .flatMap(slot -> all.stream().filter(e -> e.type() == slot.type()))
        .filter(e -> !Particulars.reads(e.type()) || e.values().stream().allMatch(SlotValue::known))
        .toList();
  }

  private static boolean isName(SlotType type) {
    return type.kind() == SlotType.Kind.CLOSED && type != SlotType.STATE
        || type == SlotType.INCIDENT
        || type == SlotType.TICKET
        || type == SlotType.DOMAIN
        || type == SlotType.IP
        || type == SlotType.URL
        || type == SlotType.BRANCH
        || type == SlotType.VERSION
        || type == SlotType.RECORD_TYPE;
  }

  /** "… for that branch": it was named before. */
  static Predicate<Slot> pointed(Line line) {
    return slot ->
        IntStream.range(1, line.size())
            .filter(i -> line.word(i).equals(slot.type().label()))
            .anyMatch(i -> line.word(i - 1).matches("that|this|same|said"));
  }

  /** "only aaaa", "on web-01 that is". */
  private static boolean brief(Heard beside) {
    return beside.line().tokens().stream().filter(Token::isWord).count() <= MOST_OF_BRIEF;
  }

  static boolean isFilled(SlotType type, List<Entity> entities) {
    return entities.stream().anyMatch(e -> e.type() == type);
  }

  /** "set INC-9 to resolved. note: …" */
  static boolean labelled(Intent intent, List<Line> parts) {
    return intent.slots().stream().anyMatch(Particulars::says)
        && parts.stream()
            .map(line -> Wording.of(line, line.text().length()))
            .anyMatch(words -> TextLeads.labelsText(words, 0) && words.word(1).equals(":"));
  }

  /** What is told goes on to the end of the message, whatever verbs are in it. */
  static boolean takesText(Intent intent) {
    return intent.slots().stream()
        .anyMatch(slot -> slot.required() && slot.type() == SlotType.TEXT);
  }
}
