package dev.parley.channel;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Remembers as long as the process runs, which is the only one. */
public final class InMemoryCursors implements Cursors {
  private final Transcript transcript;
  private final Map<ConversationId, Long> posted = new HashMap<>();

  public InMemoryCursors(Transcript transcript) {
    this.transcript = transcript;
  }

  @Override
  public synchronized OptionalLong claim(ConversationId conversation) {
    return OptionalLong.of(posted.getOrDefault(conversation, 0L));
  }

  @Override
  public synchronized boolean posted(ConversationId conversation, long number) {
    posted.put(conversation, number);
    return true;
  }

  @Override
  public void release(ConversationId conversation) {}

  @Override
  public List<ConversationId> behind(String platform) {
    var topics = transcript.latest(platform, "", Integer.MAX_VALUE);
    synchronized (this) {
      return topics.stream()
          .filter(topic -> topic.last() > posted.getOrDefault(topic.conversation(), 0L))
          .map(Transcript.Topic::conversation)
          .toList();
    }
  }

  @Override
  public boolean sits(String platform) {
    return true;
  }

  @Override
  public void leave(String platform) {}
}
