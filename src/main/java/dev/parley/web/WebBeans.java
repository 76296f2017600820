package dev.parley.web;

import dev.parley.conversation.Speaker;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** Makes the plain objects of this package from the configuration. */
class WebBeans {
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
  LoginCodes loginCodes() {
    return new LoginCodes(Clock.systemUTC());
  }

  @Produces
  @Singleton
  Sessions sessions() {
    return new Sessions(Clock.systemUTC());
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
      Sessions sessions,
      @ConfigProperty(name = "parley.behind-proxy", defaultValue = "false") boolean behindProxy,
      @ConfigProperty(name = "quarkus.http.host", defaultValue = "127.0.0.1") String host) {
    var names = new TreeSet<>(LOOPBACK);
    names.add(host.toLowerCase(Locale.ROOT));
    return new Gate(token, sessions, owner(), behindProxy ? Set.of() : names);
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
