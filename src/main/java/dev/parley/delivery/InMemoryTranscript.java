package dev.parley.delivery;

import dev.parley.conversation.ConversationId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What an inbox and an outbox in memory hold, in one order.
 *
 * @param numbering the one that both count with
 */
public record InMemoryTranscript(
    InMemoryInbox<?> inbox, InMemoryOutbox outbox, InMemoryNumbering numbering)
    implements Transcript {

  @Override
  public List<Said> after(ConversationId conversation, long number, int limit) {
    return said(conversation).filter(said -> said.number() > number).limit(limit).toList();
  }

  @Override
  public List<Said> before(ConversationId conversation, long number, int limit) {
    var earlier = said(conversation).filter(said -> said.number() < number).toList();
    return earlier.subList(Math.max(0, earlier.size() - limit), earlier.size());
  }

  private Stream<Said> said(ConversationId conversation) {
    return Stream.<Said>concat(
            inbox.heard(conversation).stream(),
            outbox.after(conversation, 0, Integer.MAX_VALUE).stream().map(Said.ByAssistant::new))
        .sorted(Comparator.comparingLong(Said::number));
  }

  @Override
  public List<Topic> latest(String channel, String placeBeginning, int limit) {
    return numbering.counts().entrySet().stream()
        .filter(entry -> entry.getKey().channel().equals(channel))
        .filter(entry -> entry.getKey().place().startsWith(placeBeginning))
        .map(entry -> topic(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Topic::activeAt).reversed())
        .limit(limit)
        .toList();
  }

  private Topic topic(ConversationId conversation, InMemoryNumbering.Count count) {
    var first = after(conversation, 0, 1);
    return !first.isEmpty() && first.get(0) instanceof Said.ByPerson opening
        ? new Topic(conversation, opening.person(), opening.text(), count.last(), count.activeAt())
        : new Topic(conversation, "", "", count.last(), count.activeAt());
  }

  @Override
  public Outbox.Subscription subscribe(Consumer<ConversationId> listener) {
    return numbering.listeners().addForAll(listener);
  }
}
