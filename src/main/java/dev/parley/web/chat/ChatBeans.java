package dev.parley.web.chat;

import dev.parley.web.Conversations;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** Makes the plain objects of this package. */
class ChatBeans {
  @Produces
  @Singleton
  Lobby lobby(Happenings happenings) {
    return new Lobby(happenings);
  }

  void close(@Disposes Lobby lobby) {
    lobby.close();
  }

  @Produces
  @Singleton
  Desk desk(Conversations conversations, Happenings happenings, Lobby lobby) {
    // the transaction that woke it is over; nothing of it may come along
    var executor =
        ManagedExecutor.builder().propagated().cleared(ThreadContext.ALL_REMAINING).build();
    return new Desk(conversations, happenings, lobby, Clock.systemUTC(), executor);
  }
}
