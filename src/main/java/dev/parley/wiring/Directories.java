package dev.parley.wiring;

import dev.parley.action.http.Secrets;
import dev.parley.person.DirectoryPeople;
import dev.parley.person.DirectorySettings;
import dev.parley.person.KnownGroups;
import dev.parley.person.People;
import dev.parley.person.ldap.LdapGroups;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The directory that a home names; what it said last is kept while the home is read again. */
final class Directories implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int AT_ONCE = 2;

  private final Secrets secrets;
  private final Clock clock;
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          AT_ONCE,
          task -> {
            var thread = new Thread(task, "directory");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable DirectorySettings settings;
  private @Nullable KnownGroups groups;

  Directories(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The people with the roles that the directory gives them, where one is named. */
  synchronized People over(People people, @Nullable DirectorySettings named) {
    if (named == null) {
      return people;
    }
    var known = groups;
    if (known == null || !named.equals(settings)) {
      var source = new LdapGroups(named, secrets::get);
      known = new KnownGroups(source, named, PATIENCE, executor, clock);
      groups = known;
      settings = named;
    }
    return new DirectoryPeople(people, named, known);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
