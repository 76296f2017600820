package dev.parley.channel.irc;

import dev.parley.conversation.ConversationId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Long output a page at a time; the rest waits until somebody there says "more". */
final class Pages {
  private static final int PAGE = 15;
  private static final int MOST_PLACES = 500;

  private final Map<ConversationId, List<String>> rests =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, List<String>> eldest) {
          return size() > MOST_PLACES;
        }
      };

  /** Whether a message asks for the next page. */
  static boolean asks(String text) {
    return text.strip().equalsIgnoreCase("more");
  }

  /** The first page of these lines; what follows replaces what was left before. */
  synchronized List<String> first(ConversationId conversation, List<String> lines) {
    rests.remove(conversation);
    return page(conversation, lines);
  }

  /** The next page, none when nothing is left. */
  synchronized List<String> next(ConversationId conversation) {
    var rest = rests.remove(conversation);
    return rest == null ? List.of() : page(conversation, rest);
  }

  private List<String> page(ConversationId conversation, List<String> lines) {
    if (lines.size() <= PAGE) {
      return lines;
    }
    var page = new ArrayList<>(lines.subList(0, PAGE - 1));
    var rest = List.copyOf(lines.subList(PAGE - 1, lines.size()));
    page.add("[%d more lines: say \"more\"]".formatted(rest.size()));
    rests.put(conversation, rest);
    return page;
  }
}
