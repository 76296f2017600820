package dev.parley.channel.slack.fake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Socket Mode: says hello, sends each event to one of the connections, and ends them. */
final class Sockets extends WebSocketServer implements Transport {
  private final Deliveries deliveries;
  private final CountDownLatch started = new CountDownLatch(1);
  private final List<WebSocket> greeted = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger turn = new AtomicInteger();

  Sockets(Deliveries deliveries) {
    super(new InetSocketAddress("127.0.0.1", 0), 1);
    this.deliveries = deliveries;
    setReuseAddr(true);
  }

  void begin() {
    start();
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    var hello = new JsonObject();
    hello.addProperty("type", "hello");
    hello.addProperty("num_connections", greeted.size() + 1);
    socket.send(hello.toString());
    greeted.add(socket);
    connections.incrementAndGet();
  }

  @Override
  public void onMessage(WebSocket socket, String message) {
    var answer = JsonParser.parseString(message).getAsJsonObject();
    deliveries.acknowledged(answer.get("envelope_id").getAsString());
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    greeted.remove(socket);
  }

  @Override
  public void onError(WebSocket socket, Exception problem) {
    if (socket != null) {
      greeted.remove(socket);
    }
  }

  @Override
  public boolean open() {
    return !greeted.isEmpty();
  }

  @Override
  public void send(Event event) {
    var all = List.copyOf(greeted);
    if (all.isEmpty()) {
      deliveries.refused(event);
      return;
    }
    try {
      all.get(Math.floorMod(turn.incrementAndGet(), all.size())).send(event.envelope().toString());
    } catch (RuntimeException e) {
      deliveries.refused(event);
    }
  }

  /** Announces the end of every connection; that of a warning goes on for a while. */
  void announce(String reason) {
    var farewell = new JsonObject();
    farewell.addProperty("type", "disconnect");
    farewell.addProperty("reason", reason);
    greeted.forEach(socket -> socket.send(farewell.toString()));
    if (!reason.equals("warning")) {
      drop();
    }
  }

  /** Ends every connection, with a word. */
  void drop() {
    greeted.forEach(socket -> socket.close(CloseFrame.GOING_AWAY));
  }

  /** Ends every connection without a word. */
  void cut() {
    greeted.forEach(socket -> socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "cut"));
  }

  int connected() {
    return greeted.size();
  }

  /** How many there ever were. */
  int connections() {
    return connections.get();
  }
}
