package dev.parley.understanding;

import dev.parley.intent.Intent;
import java.util.List;
import java.util.Set;

/**
 * Parts a message whose one verb has several objects that each have a place of their own: "restart
 * apache on web-01 and nginx on web-02".
 */
final class Pairs {
  private static final Set<String> JOINS = Set.of("and", "&", "plus", ",");

  /** One of the requests, and where its second half stands in the message. */
  record Pair(String text, int head, int shift) {}

  private Pairs() {}

  /**
   * The requests that it may be, in order; empty when there are not several.
   *
   * @param named what the message names for the intent, in the order in which it stands
   */
  static List<Pair> of(Intent intent, Line line, List<Entity> named) {
    for (var slot : intent.slots()) {
      var own = named.stream().filter(e -> e.type() == slot.type()).toList();
      var starts = own.stream().map(Entity::start).toList();
      boolean several =
          !slot.many()
              && own.size() > 1
              && named.size() > own.size()
              && own.stream().skip(1).allMatch(e -> joined(line, e.start()))
              && own.stream().allMatch(e -> end(line, e.start(), starts) > e.end());
      if (several) {
        return starts.stream().map(s -> pair(line, starts.get(0), s, starts)).toList();
      }
    }
    return List.of();
  }

  private static boolean joined(Line line, int start) {
    int at = line.after(start) - 1;
    while (line.wordIn(at, Words.DETERMINERS)) {
      at--;
    }
    return JOINS.contains(line.word(at));
  }

  private static int end(Line line, int start, List<Integer> starts) {
    int next = starts.indexOf(start) + 1;
    if (next == starts.size()) {
      return line.text().length();
    }
    int at = line.after(starts.get(next)) - 1;
    while (at > 0 && (line.wordIn(at, Words.DETERMINERS) || JOINS.contains(line.word(at)))) {
      at--;
    }
    return line.tokens().get(at).end();
  }

  private static Pair pair(Line line, int head, int start, List<Integer> starts) {
    String text =
        line.text().substring(0, head) + line.text().substring(start, end(line, start, starts));
    return new Pair(text, head, start - head);
  }
}
