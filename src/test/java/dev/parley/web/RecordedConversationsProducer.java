package dev.parley.web;

import dev.parley.InMemoryTransactions;
import dev.parley.Reviewing;
import dev.parley.action.ActiveRuns;
import dev.parley.action.Execution;
import dev.parley.backup.Backup;
import dev.parley.delivery.Transcript;
import dev.parley.intent.Problem;
import dev.parley.permission.InMemoryEnrolments;
import dev.parley.permission.OneTimePasswords;
import dev.parley.permission.SeedBox;
import dev.parley.person.InMemoryLinkedAccounts;
import dev.parley.web.chat.Happenings;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

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
  Backup backup(DataSource database) {
    return new Backup(database, Path.of("target", "test-data", "api"), Clock.systemUTC());
  }

  @Produces
  @Singleton
  Linking linking(RecordedConversations conversations) {
    return new Linking(
        conversations, new InMemoryLinkedAccounts(), new InMemoryTransactions(), Clock.systemUTC());
  }

  @Produces
  @Singleton
  Enrolling enrolling(RecordedConversations conversations) {
    var codes = new OneTimePasswords(new InMemoryEnrolments(), new SeedBox(() -> "of the tests"));
    return new Enrolling(conversations, codes, new InMemoryTransactions(), Clock.systemUTC());
  }

  /** Whoever is not jason may not review; there is one line. */
  @Produces
  @Singleton
  Reviewing reviewing() {
    return new RecordedReviews();
  }

  @Produces
  @Singleton
  ActiveRuns runs() {
    return new ActiveRuns();
  }

  @Produces
  @Singleton
  Happenings happenings(RecordedConversations conversations, ActiveRuns runs) {
    return new Happenings() {
      @Override
      public Transcript transcript() {
        return conversations.transcript;
      }

      @Override
      public ActiveRuns runs() {
        return runs;
      }

      @Override
      public List<Execution> open() {
        return conversations.open;
      }
    };
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
