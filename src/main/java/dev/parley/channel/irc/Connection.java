package dev.parley.channel.irc;

import dev.parley.channel.NotConnectedException;
import dev.parley.channel.UndeliveredException;
import dev.parley.channel.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import net.engio.mbassy.listener.Handler;
import org.jspecify.annotations.Nullable;
import org.kitteh.irc.client.library.Client;
import org.kitteh.irc.client.library.element.User;
import org.kitteh.irc.client.library.event.channel.ChannelMessageEvent;
import org.kitteh.irc.client.library.event.channel.RequestedChannelJoinCompleteEvent;
import org.kitteh.irc.client.library.event.client.ClientNegotiationCompleteEvent;
import org.kitteh.irc.client.library.event.client.ClientReceiveCommandEvent;
import org.kitteh.irc.client.library.event.client.ClientReceiveNumericEvent;
import org.kitteh.irc.client.library.event.connection.ClientConnectionEndedEvent;
import org.kitteh.irc.client.library.event.user.PrivateMessageEvent;
import org.kitteh.irc.client.library.event.user.WhoisEvent;
import org.kitteh.irc.client.library.exception.KittehNagException;
import org.kitteh.irc.client.library.feature.auth.SaslExternal;
import org.kitteh.irc.client.library.feature.auth.SaslPlain;
import org.kitteh.irc.client.library.feature.sending.SingleDelaySender;

/** One connection to a server, from its login to its end. It is never mended: a new one is made. */
final class Connection implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.parley.channel");
  private static final long LOGIN_SECONDS = 30;
  private static final long JOIN_SECONDS = 10;
  private static final long ANSWER_SECONDS = 15;
  private static final int LOGGED_IN = 903;
  private static final int SERVER_PASSWORD = 464;
  private static final int BANNED = 465;

  /** Who hears what is said. */
  interface Listener {
    Listener NONE = new Listener() {};

    default void said(Client client, ChannelMessageEvent event) {}

    default void said(Client client, PrivateMessageEvent event) {}
  }

  private final IrcSetup setup;
  private final Listener listener;
  private final Client client;
  private final Flood flood = new Flood();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final AtomicLong pings = new AtomicLong();
  private final Map<String, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<User>> wondered = new ConcurrentHashMap<>();
  private final CountDownLatch joined;
  private volatile boolean loggedIn;
  private volatile boolean ended;

  /** Connects, logs in and joins; comes back when that is done. */
  Connection(IrcSetup setup, Workshop workshop, Listener listener) throws NotConnectedException {
    this.setup = setup;
    this.listener = listener;
    this.joined = new CountDownLatch(setup.channels().size());
    this.client = build(workshop);
    client.getEventManager().registerEventListener(this);
    client.connect();
    try {
      ready.get(LOGIN_SECONDS, TimeUnit.SECONDS);
      setup.channels().forEach(client::addChannel);
      if (!joined.await(JOIN_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "irc: some channels let nobody in yet.");
      }
    } catch (ExecutionException e) {
      close();
      throw e.getCause() instanceof NotConnectedException problem
          ? problem
          : NotConnectedException.forNow("It cannot be connected to: " + e.getCause() + ".");
    } catch (TimeoutException e) {
      close();
      throw NotConnectedException.forNow(
          setup.server() + " did not let us in within " + LOGIN_SECONDS + " seconds.");
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw NotConnectedException.forNow("It was stopped while it connected.");
    }
  }

  private Client build(Workshop workshop) throws NotConnectedException {
    var builder =
        Client.builder().nick(setup.nick()).user("parley").realName("Parley").name("parley");
    builder.listeners().exception(Connection::wrong);
    var server = builder.server();
    server
        .host(setup.server())
        .port(
            setup.port(),
            setup.tls()
                ? Client.Builder.Server.SecurityType.SECURE
                : Client.Builder.Server.SecurityType.INSECURE);
    if (setup.serverPassword() != null) {
      server.password(workshop.secret(setup.serverPassword()));
    }
    if (setup.certificate() != null && setup.key() != null) {
      server.secureKeyCertChain(readable(setup.certificate())).secureKey(readable(setup.key()));
    }
    if (setup.ca() != null) {
      server.secureTrustManagerFactory(trusting(readable(setup.ca())));
    }
    builder.management().messageSendingQueueSupplier(SingleDelaySender.getSupplier(1));
    var built = builder.build();
    if (setup.account() != null && setup.password() != null) {
      built
          .getAuthManager()
          .addProtocol(new SaslPlain(built, setup.account(), workshop.secret(setup.password())));
    } else if (setup.certificate() != null) {
      built.getAuthManager().addProtocol(new SaslExternal(built));
    }
    return built;
  }

  /** It says that connections without TLS are not encrypted, which whoever asked for one knows. */
  private static void wrong(Exception problem) {
    var level =
        problem instanceof KittehNagException
            ? System.Logger.Level.DEBUG
            : System.Logger.Level.WARNING;
    LOG.log(level, "irc: something that the server said could not be taken up.", problem);
  }

  private static Path readable(String file) throws NotConnectedException {
    var path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw NotConnectedException.forGood(
          "The file " + file + " cannot be read; check its name, owner and mode.");
    }
    return path;
  }

  private static TrustManagerFactory trusting(Path file) throws NotConnectedException {
    try (var in = Files.newInputStream(file)) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca-" + count++, certificate);
      }
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory;
    } catch (IOException | GeneralSecurityException e) {
      throw NotConnectedException.forGood(
          "The file " + file + " holds no certificates in PEM; write another file into ca.");
    }
  }

  boolean up() {
    return ready.isDone() && !ready.isCompletedExceptionally() && !ended;
  }

  Client client() {
    return client;
  }

  // ---- what the server tells

  @Handler
  void numeric(ClientReceiveNumericEvent event) {
    switch (event.getNumeric()) {
      case LOGGED_IN -> loggedIn = true;
      case 902, 904, 905, 906, 908 -> refused("The account or its password is refused by SASL.");
      case SERVER_PASSWORD -> refused("The server's password is refused.");
      case BANNED -> refused("The server has banned us.");
      case 401, 406 -> nobody(event);
      case 471, 473, 474, 475, 477 -> shutOut(event);
      default -> {}
    }
  }

  private void refused(String sentence) {
    ready.completeExceptionally(NotConnectedException.forGood(sentence));
  }

  private void shutOut(ClientReceiveNumericEvent event) {
    LOG.log(
        System.Logger.Level.WARNING,
        "irc: cannot be in a channel: " + String.join(" ", event.getParameters()));
    joined.countDown();
  }

  @Handler
  void joined(RequestedChannelJoinCompleteEvent event) {
    joined.countDown();
  }

  private void nobody(ClientReceiveNumericEvent event) {
    if (event.getParameters().size() > 1) {
      var wondering = wondered.remove(event.getParameters().get(1).toLowerCase(Locale.ROOT));
      if (wondering != null) {
        wondering.cancel(false);
      }
    }
  }

  @Handler
  void negotiated(ClientNegotiationCompleteEvent event) {
    if (setup.sasl() && !loggedIn) {
      refused("The server does not take the account by SASL.");
    } else {
      ready.complete(true);
    }
  }

  @Handler
  void over(ClientConnectionEndedEvent event) {
    event.setAttemptReconnect(false);
    ended = true;
    ready.completeExceptionally(problem(event.getCause().orElse(null)));
    awaited.values().forEach(waiting -> waiting.complete(false));
    wondered.values().forEach(waiting -> waiting.cancel(false));
  }

  private NotConnectedException problem(@Nullable Throwable cause) {
    for (var reason = cause; reason != null; reason = reason.getCause()) {
      if (reason instanceof SSLException || reason instanceof GeneralSecurityException) {
        return NotConnectedException.forNow(
            "The certificate of %s is not trusted (%s); name its authority with ca."
                .formatted(setup.server(), reason.getMessage()));
      }
    }
    return NotConnectedException.forNow(
        "%s:%d cannot be reached%s."
            .formatted(
                setup.server(),
                setup.port(),
                cause == null ? "" : " (" + cause.getMessage() + ")"));
  }

  @Handler
  void said(ChannelMessageEvent event) {
    listener.said(client, event);
  }

  @Handler
  void said(PrivateMessageEvent event) {
    listener.said(client, event);
  }

  @Handler
  void command(ClientReceiveCommandEvent event) {
    if (event.getCommand().equals("PONG") && !event.getParameters().isEmpty()) {
      var parameters = event.getParameters();
      var waiting = awaited.remove(parameters.get(parameters.size() - 1));
      if (waiting != null) {
        waiting.complete(true);
      }
    }
  }

  @Handler
  void told(WhoisEvent event) {
    var data = event.getWhoisData();
    var wondering = wondered.remove(data.getNick().toLowerCase(Locale.ROOT));
    if (wondering != null) {
      wondering.complete(data);
    }
  }

  // ---- what we send

  /** Sends lines, and comes back when the server has taken them all. */
  void send(String target, Iterable<String> lines) throws UndeliveredException {
    try {
      for (var line : lines) {
        flood.await();
        client.sendRawLineImmediately("PRIVMSG " + target + " :" + line);
      }
      if (!pong().get(ANSWER_SECONDS, TimeUnit.SECONDS)) {
        throw UndeliveredException.forNow("The connection was lost.");
      }
    } catch (TimeoutException | ExecutionException e) {
      throw UndeliveredException.forNow("The server does not answer.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UndeliveredException.forNow("It was stopped while it posted.");
    }
  }

  private CompletableFuture<Boolean> pong() {
    var token = "parley-" + pings.incrementAndGet();
    var waiting = new CompletableFuture<Boolean>();
    awaited.put(token, waiting);
    client.sendRawLineImmediately("PING :" + token);
    if (ended) {
      waiting.complete(false);
    }
    return waiting;
  }

  /** Who has a nick now, asked of the server; empty where nobody has. */
  Optional<User> whois(String nick) throws UndeliveredException {
    var waiting = new CompletableFuture<User>();
    wondered.put(nick.toLowerCase(Locale.ROOT), waiting);
    client.sendRawLineImmediately("WHOIS " + nick);
    try {
      return Optional.of(waiting.get(ANSWER_SECONDS, TimeUnit.SECONDS));
    } catch (CancellationException e) {
      return Optional.empty();
    } catch (TimeoutException | ExecutionException e) {
      throw UndeliveredException.forNow("The server does not tell who " + nick + " is.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UndeliveredException.forNow("It was stopped while it posted.");
    }
  }

  @Override
  public void close() {
    ended = true;
    client.shutdown("Bye.");
  }
}
