package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a message that names something, with each kind of thing that it may be: "web hosts"
 * are hosts, and also a group. Which it is depends on the intent.
 *
 * @param readings likeliest first; never empty
 */
record Mention(int start, int end, List<Entity> readings) {
  Mention {
    readings = List.copyOf(readings);
  }

  static Mention of(Entity entity) {
    return new Mention(entity.start(), entity.end(), List.of(entity));
  }

  Entity first() {
    return readings.get(0);
  }

  Optional<Entity> as(SlotType type) {
    return readings.stream().filter(reading -> reading.type() == type).findFirst();
  }

  boolean overlaps(int from, int to) {
    return start < to && from < end;
  }
}
