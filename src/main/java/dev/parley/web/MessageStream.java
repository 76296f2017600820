package dev.parley.web;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.function.Consumer;

/** One client that follows a conversation by server-sent events. */
final class MessageStream {
  /** Keeps proxies from closing a silent connection, and finds out that a client has gone. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Talk talk;
  private final ConversationId conversation;
  private final Sse sse;
  private long position;

  private MessageStream(Talk talk, ConversationId conversation, long position, Sse sse) {
    this.talk = talk;
    this.conversation = conversation;
    this.position = position;
    this.sse = sse;
  }

  /** Everything after message number {@code position}, then whatever comes. */
  static Multi<OutboundSseEvent> open(
      Talk talk, ConversationId conversation, long position, Sse sse) {
    var stream = new MessageStream(talk, conversation, position, sse);
    Multi<OutboundSseEvent> messages =
        Multi.createFrom()
            .emitter(
                client -> client.onTermination(stream.follow(client::emit)::close),
                BackPressureStrategy.BUFFER);
    var beats =
        Multi.createFrom()
            .ticks()
            .startingAfter(HEARTBEAT)
            .every(HEARTBEAT)
            .onOverflow()
            .drop()
            .map(tick -> sse.newEventBuilder().comment("").build());
    return Multi.createBy().merging().streams(messages, beats);
  }

  private Outbox.Subscription follow(Consumer<OutboundSseEvent> client) {
    Runnable drain = () -> Infrastructure.getDefaultExecutor().execute(() -> drain(client));
    var subscription = talk.subscribe(conversation, drain);
    drain.run();
    return subscription;
  }

  private synchronized void drain(Consumer<OutboundSseEvent> client) {
    for (var page = talk.after(conversation, position);
        !page.messages().isEmpty();
        page = talk.after(conversation, position)) {
      page.messages().forEach(message -> client.accept(event(message)));
      position = page.next();
    }
  }

  private OutboundSseEvent event(MessageView message) {
    return sse.newEventBuilder()
        .id(Long.toString(message.number()))
        .name("message")
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(MessageView.class, message)
        .build();
  }
}
