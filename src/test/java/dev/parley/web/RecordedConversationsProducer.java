package dev.parley.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts {@link RecordedConversations} where the assistant stands. */
class RecordedConversationsProducer {
  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  RecordedConversations conversations() {
    return new RecordedConversations();
  }
}
