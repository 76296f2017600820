package dev.parley.web;

import dev.parley.conversation.Speaker;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** Makes the plain objects of this package from the configuration. */
class WebBeans {
  /** Computed at start; see the wiring. */
  private static final String NAMES_OF_CERTIFICATE = "parley.certificate-names";

  private static final int TOKENS_SECONDS = 5;

  /** A browser that has just logged in may be sent to another server at once. */
  private static final int SESSIONS_SECONDS = 1;

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Produces
  @Singleton
  AdminToken adminToken(
      @ConfigProperty(name = "parley.admin-token") Optional<String> given,
      @ConfigProperty(name = "parley.data", defaultValue = "data") Path data)
      throws IOException {
    return AdminToken.obtain(given.orElse(null), data);
  }

  @Produces
  @Singleton
  LoginCodes loginCodes(DataSource database) {
    return new LoginCodes(new StoredPasses(database), Clock.systemUTC());
  }

  @Produces
  @Singleton
  Sessions sessions(DataSource database) {
    return new Sessions(new StoredPasses(database), Clock.systemUTC());
  }

  @Produces
  @Singleton
  Logins logins(Conversations conversations, LoginCodes codes, Sessions sessions) {
    return new Logins(conversations, codes, sessions, owner(), Clock.systemUTC());
  }

  private static Speaker owner() {
    return Speaker.of("os", System.getProperty("user.name"));
  }

  @Produces
  @Singleton
  Gate gate(
      AdminToken token,
      Tokens tokens,
      Sessions sessions,
      Limits limits,
      @ConfigProperty(name = "parley.names") Optional<List<String>> names,
      @ConfigProperty(name = NAMES_OF_CERTIFICATE) Optional<List<String>> ofCertificate,
      @ConfigProperty(name = "parley.behind-proxy", defaultValue = "false") boolean behindProxy,
      @ConfigProperty(name = "quarkus.http.host", defaultValue = "127.0.0.1") String host) {
    var called = new TreeSet<>(LOOPBACK);
    called.add(host.toLowerCase(Locale.ROOT));
    names.orElse(List.of()).forEach(name -> called.add(name.strip().toLowerCase(Locale.ROOT)));
    ofCertificate.ifPresent(called::addAll);
    return new Gate(
        token, tokens, sessions, limits, owner(), behindProxy ? Set.of() : Set.copyOf(called));
  }

  @Produces
  @Singleton
  Limits limits() {
    return new Limits(System::nanoTime);
  }

  @Produces
  @Singleton
  Addresses addresses(
      @ConfigProperty(name = "parley.behind-proxy", defaultValue = "false") boolean behindProxy) {
    return new Addresses(behindProxy);
  }

  @Produces
  @Singleton
  Tokens tokens(DataSource database) {
    return new Tokens(new StoredTokens(database), Clock.systemUTC());
  }

  /** What another server made or revoked holds here too, within seconds. */
  void keepFresh(
      @Observes StartupEvent event,
      Tokens tokens,
      Sessions sessions,
      ScheduledExecutorService timer) {
    again(timer, TOKENS_SECONDS, tokens::keepFresh);
    again(timer, SESSIONS_SECONDS, sessions::keepFresh);
  }

  private static void again(ScheduledExecutorService timer, int seconds, Runnable task) {
    task.run();
    timer.scheduleWithFixedDelay(task, seconds, seconds, TimeUnit.SECONDS);
  }

  @Produces
  @Singleton
  Talk talk(Conversations conversations) {
    // the transaction that woke it is over; nothing of it may come along
    var executor =
        ManagedExecutor.builder().propagated().cleared(ThreadContext.ALL_REMAINING).build();
    return new Talk(conversations, Clock.systemUTC(), executor);
  }
}
