package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.List;
import java.util.Optional;

/**
 * A request without the words that say when: what is asked for is the same at any time, but few
 * examples speak of one.
 *
 * @param entities what it names besides, where they stand in it
 */
record Untimed(String text, List<Entity> entities) {

  /** The request without its only time, empty when it has none or several. */
  static Optional<Untimed> of(Heard heard) {
    var times = heard.mentions().stream().map(Mention::first).filter(Untimed::isTime).toList();
    if (times.size() != 1) {
      return Optional.empty();
    }
    var time = times.get(0);
    var before = heard.text().substring(0, time.start()).stripTrailing();
    var after = heard.text().substring(time.end()).replaceFirst("^[\\s,]+", "");
    boolean both = !before.isEmpty() && !after.isEmpty();
    var text = before + (both ? " " : "") + after;
    int removed = heard.text().length() - text.length();
    var entities =
        heard.mentions().stream()
            .map(Mention::first)
            .filter(entity -> !isTime(entity))
            .map(entity -> entity.start() < time.start() ? entity : entity.shifted(-removed))
            .toList();
    boolean whole = entities.stream().allMatch(e -> e.start() >= 0 && e.end() <= text.length());
    return whole && !text.isBlank() ? Optional.of(new Untimed(text, entities)) : Optional.empty();
  }

  private static boolean isTime(Entity entity) {
    return entity.type() == SlotType.TIME;
  }
}
