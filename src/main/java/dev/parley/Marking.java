package dev.parley;

import dev.parley.conversation.Utterance;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.teaching.Lessons.Lesson;
import dev.parley.teaching.Lessons.Mark;
import dev.parley.understanding.Entity;
import dev.parley.understanding.Expectation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Marks the values in a sentence that is to be learnt, by what they were resolved to. */
record Marking(Moment moment, Participant whose) {
  Lesson lesson(String text, String intent) {
    return new Lesson(
        text,
        intent,
        moment.knowledge().catalog().find(intent).map(i -> marks(text, i)).orElse(List.of()));
  }

  private List<Mark> marks(String text, Intent intent) {
    var said = new Utterance("lesson", whose.conversation(), whose.speaker(), text, moment.now());
    var reading = moment.knowledge().nlu().read(said, Expectation.none());
    boolean same = reading.intent().filter(intent.name()::equals).isPresent();
    var marks = new ArrayList<Mark>();
    reading.entities().stream()
        .sorted(Comparator.comparingInt(Entity::start))
        .filter(entity -> stands(entity, text))
        .forEach(
            entity ->
                slot(intent, entity, same)
                    .filter(slot -> marks.isEmpty() || last(marks).end() <= entity.start())
                    .ifPresent(slot -> marks.add(mark(entity, slot))));
    return marks;
  }

  private static Mark last(List<Mark> marks) {
    return marks.get(marks.size() - 1);
  }

  private static boolean stands(Entity entity, String text) {
    return entity.end() > entity.start()
        && entity.end() <= text.length()
        && text.substring(entity.start(), entity.end()).equals(entity.text());
  }

  /** What is only told by its surroundings was found for the intent that it was read as. */
  private static Optional<Slot> slot(Intent intent, Entity entity, boolean same) {
    if (entity.slot() != null && same) {
      return intent.slot(entity.slot());
    }
    return entity.type().kind() == SlotType.Kind.TEXT && !same
        ? Optional.empty()
        : intent.slots().stream()
            .filter(slot -> slot.type() == entity.type() && !slot.secret())
            .findFirst();
  }

  private static Mark mark(Entity entity, Slot slot) {
    boolean one = entity.values().size() == 1 && entity.values().get(0).known();
    var value = one ? entity.values().get(0).shown() : entity.text();
    return new Mark(entity.start(), entity.end(), slot.name(), value);
  }
}
