package dev.parley.understanding;

import dev.parley.intent.SlotType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parts a message whose one verb has several objects that each have a place of their own: "restart
 * apache on web-01 and nginx on web-02".
 */
final class Pairs {
  private static final Set<String> JOINS = Set.of("and", "&", "plus", ",");

  /** One of the requests, and where its second half stands in the message. */
  record Pair(String text, int head, int shift) {}

  private Pairs() {}

  /** The requests, in order; empty when there are not several. */
  static List<Pair> of(Line line, List<Entity> mentions) {
    if (mentions.size() < 4) {
      return List.of();
    }
    int head = mentions.get(0).start();
    var starts = new ArrayList<Integer>();
    starts.add(head);
    for (int i = 1; i < mentions.size(); i++) {
      if (joined(line, mentions.get(i).start())) {
        starts.add(mentions.get(i).start());
      }
    }
    var kinds = starts.stream().map(s -> kinds(mentions, s, end(line, s, starts))).toList();
    boolean alike = kinds.get(0).size() > 1 && kinds.stream().distinct().count() == 1;
    return alike && starts.size() > 1
        ? starts.stream().map(start -> pair(line, head, start, starts)).toList()
        : List.of();
  }

  private static boolean joined(Line line, int start) {
    int at = line.after(start) - 1;
    while (line.wordIn(at, Words.DETERMINERS)) {
      at--;
    }
    return JOINS.contains(line.word(at));
  }

  private static Set<SlotType> kinds(List<Entity> named, int from, int to) {
    return named.stream()
        .filter(e -> e.start() >= from && e.end() <= to)
        .map(Entity::type)
        .filter(type -> type.kind() != SlotType.Kind.TIME)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(SlotType.class)));
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
