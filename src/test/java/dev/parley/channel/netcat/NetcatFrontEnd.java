package dev.parley.channel.netcat;

import dev.parley.channel.Ears;
import dev.parley.channel.FrontEnd;
import dev.parley.channel.FrontEndKind;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.Setup;
import dev.parley.channel.UndeliveredException;
import dev.parley.channel.Workshop;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import dev.parley.intent.YamlMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lines over TCP, for `nc localhost 2323`. Whoever connects says the secret of an account first.
 */
final class NetcatFrontEnd implements FrontEnd {
  private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
  private final ServerSocket server;
  private final Map<String, String> accounts;
  private final Clock clock;
  private volatile boolean connected;

  private NetcatFrontEnd(ServerSocket server, Map<String, String> accounts, Clock clock) {
    this.server = server;
    this.accounts = accounts;
    this.clock = clock;
  }

  static NetcatFrontEnd over(ServerSocket server, Map<String, String> accounts, Clock clock) {
    return new NetcatFrontEnd(server, accounts, clock);
  }

  /** The settings: {@code netcat: {port: 2323, account: jason, secret: netcat-jason}}. */
  record Desk(int port, String account, String secret) implements Setup {
    static final FrontEndKind KIND =
        new FrontEndKind() {
          @Override
          public String platform() {
            return "netcat";
          }

          @Override
          public Setup read(YamlMap map) {
            map.only("port", "account", "secret");
            int port =
                map.text("port").filter(p -> p.matches("\\d+")).map(Integer::valueOf).orElse(2323);
            return new Desk(port, map.text("account").orElse(""), map.text("secret").orElse(""));
          }
        };

    @Override
    public FrontEnd open(Workshop workshop) {
      try {
        var server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        return over(server, Map.of(workshop.secret(secret), account), workshop.clock());
      } catch (IOException | NotConnectedException e) {
        throw new IllegalStateException("The port " + port + " cannot be opened.", e);
      }
    }

    @Override
    public void attempt(Workshop workshop) throws NotConnectedException {
      workshop.secret(secret);
    }
  }

  @Override
  public String platform() {
    return "netcat";
  }

  @Override
  public void connect(Ears ears) {
    connected = true;
    thread(() -> accept(ears));
  }

  private void accept(Ears ears) {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        thread(() -> talk(socket, ears));
      } catch (IOException e) {
        connected = false;
      }
    }
  }

  private void talk(Socket socket, Ears ears) {
    try (socket) {
      var lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      var account = accounts.get(String.valueOf(lines.readLine()));
      if (account == null) {
        write(socket, "I do not know that secret.");
        return;
      }
      sockets.put(account, socket);
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var place = new ConversationId("netcat", account);
        var speaker = Speaker.of("netcat", account);
        var id = UUID.randomUUID().toString();
        ears.take(
            new Utterance(id, place, speaker, line, clock.instant()),
            answer -> {},
            sorry -> write(socket, sorry));
      }
    } catch (IOException e) {
      connected = !server.isClosed();
    }
  }

  @Override
  public boolean connected() {
    return connected;
  }

  @Override
  public void post(Message message) throws UndeliveredException {
    var socket = sockets.get(message.conversation().place());
    if (socket == null || !write(socket, NetcatText.of(message.reply()))) {
      throw UndeliveredException.forNow("Nobody is connected.");
    }
  }

  private static boolean write(Socket socket, String text) {
    try {
      socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void thread(Runnable work) {
    var thread = new Thread(work, "netcat");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    connected = false;
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("The port cannot be closed.", e);
    }
  }
}
