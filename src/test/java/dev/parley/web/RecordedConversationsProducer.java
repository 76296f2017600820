package dev.parley.web;

import dev.parley.intent.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Puts {@link RecordedConversations} where the assistant stands. */
class RecordedConversationsProducer {
  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  RecordedConversations conversations() {
    return new RecordedConversations();
  }

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  Reloads reloads() {
    var flaw = new Problem("permissions.yml", 0, "There is no role operatr.", "Did you mean it?");
    return () ->
        CompletableFuture.completedFuture(
            new Reload(List.of(flaw), List.of("hosts: added web-04"), "v1"));
  }
}
