package dev.parley.web.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.web.ChatDoor;
import dev.parley.web.Gate;
import dev.parley.web.Limits;
import dev.parley.web.Refusal;
import dev.parley.web.Sessions;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpClosedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** The socket of the web chat. {@link ChatDoor} lets pages in. */
@Blocking
@WebSocket(path = Gate.CHAT)
public class ChatSocket {
  /** Tells the page that its session is over: it need not connect again. */
  static final CloseReason SESSION_OVER = new CloseReason(4401, "The session is over.");

  private static final CloseReason TOO_SLOW = new CloseReason(1013, "Connect again.");
  private static final CloseReason FAILED = new CloseReason(1011, "Connect again.");
  private static final TypedKey<Guest> GUEST = new TypedKey<>("guest");
  private static final TypedKey<Runnable> GOODBYE = new TypedKey<>("goodbye");
  private static final Logger LOG = Logger.getLogger(ChatSocket.class);

  private final Desk desk;
  private final ObjectMapper json;
  private final Limits limits;

  ChatSocket(Desk desk, ObjectMapper json, Limits limits) {
    this.limits = limits;
    this.desk = desk;
    this.json = json;
  }

  @OnOpen
  void open(WebSocketConnection connection) {
    var data = connection.userData();
    var guest = new Guest(desk, data.get(ChatDoor.CALLER), new SocketWire(connection));
    data.put(GUEST, guest);
    var session = data.get(ChatDoor.SESSION);
    var unwatch = session == null ? (Runnable) () -> {} : watch(session, connection);
    data.put(
        GOODBYE,
        () -> {
          unwatch.run();
          desk.lobby().leave(guest);
        });
    desk.lobby().enter(guest);
    if (connection.isClosed()) {
      closed(connection);
    }
    guest.wake();
  }

  /** Closes the socket with its session, revoked or expired. */
  private Runnable watch(Sessions.Session session, WebSocketConnection connection) {
    Runnable close = () -> close(connection, SESSION_OVER);
    session.whenRevoked(close);
    Future<?> expiry = desk.lobby().later(session.remaining(), close);
    return () -> {
      expiry.cancel(false);
      session.forget(close);
    };
  }

  @OnTextMessage
  void message(String frame, WebSocketConnection connection) {
    var session = connection.userData().get(ChatDoor.SESSION);
    if (session != null && !session.isOpen()) {
      close(connection, SESSION_OVER);
      return;
    }
    var guest = connection.userData().get(GUEST);
    var tooMuch = limits.message(connection.userData().get(ChatDoor.CALLER).self().account());
    if (tooMuch.isPresent()) {
      guest.refuse(tooMuch.get());
      return;
    }
    try {
      guest.take(Incoming.read(frame, json));
    } catch (Refusal.RefusedException e) {
      guest.refuse(e.refusal());
    }
  }

  @OnClose
  void closed(WebSocketConnection connection) {
    var goodbye = connection.userData().remove(GOODBYE);
    if (goodbye != null) {
      goodbye.run();
    }
  }

  /** Mostly a page that went without a word, or one that sent more than a frame may hold. */
  @OnError
  void failed(RuntimeException failure, WebSocketConnection connection) {
    LOG.debug("A socket of the web chat failed.", failure);
    if (!(failure instanceof HttpClosedException)) {
      LOG.warnf("A socket of the web chat is closed: %s", failure.getMessage());
      close(connection, FAILED);
    }
  }

  private static void close(WebSocketConnection connection, CloseReason reason) {
    connection
        .close(reason)
        .subscribe()
        .with(done -> {}, problem -> LOG.debug("The socket had gone already.", problem));
  }

  private final class SocketWire implements Guest.Wire {
    private final WebSocketConnection connection;

    SocketWire(WebSocketConnection connection) {
      this.connection = connection;
    }

    @Override
    public CompletionStage<Void> send(News news) {
      try {
        return connection.sendText(json.writeValueAsString(news)).subscribeAsCompletionStage();
      } catch (JsonProcessingException e) {
        return CompletableFuture.failedFuture(e);
      }
    }

    @Override
    public void giveUp() {
      close(connection, TOO_SLOW);
    }
  }
}
