package dev.parley.channel.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.exceptions.WebsocketNotConnectedException;

/**
 * One connection of Socket Mode, from its hello to its end. What comes is handed on and
 * acknowledged on the thread that reads, in the order in which it came; another connection takes
 * its place.
 */
final class SocketConnection extends SocketModeClientJavaWSImpl {
  private static final Logger LOG = System.getLogger("dev.parley.channel");

  /** The client's own ways to come back are off: whoever made this connection makes another. */
  private static final long NEVER = 1_000_000_000L;

  private final App app;
  private final SocketModeRequestParser parser;
  private final Consumer<String> farewell;
  private final CountDownLatch hello = new CountDownLatch(1);
  private volatile boolean over;

  /**
   * @param farewell is told the reason when Slack wants us to connect anew
   */
  SocketConnection(Slack slack, String appToken, String address, App app, Consumer<String> farewell)
      throws URISyntaxException {
    super(slack, appToken, address, 0, new ConcurrentLinkedMessageQueue(), false, false, NEVER);
    this.app = app;
    this.parser = new SocketModeRequestParser(app.config());
    this.farewell = farewell;
  }

  /** Connects; false when nobody said hello in time. */
  boolean open(long millis) throws InterruptedException {
    connect();
    return hello.await(millis, TimeUnit.MILLISECONDS) && !over;
  }

  boolean up() {
    return !over && hello.getCount() == 0;
  }

  @Override
  public void enqueueMessage(String message) {
    if (!message.startsWith("{")) {
      return;
    }
    try {
      var frame = JsonParser.parseString(message).getAsJsonObject();
      switch (text(frame, "type")) {
        case "hello" -> hello.countDown();
        case "disconnect" -> farewell.accept(text(frame, "reason"));
        default -> envelope(message);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "slack: something that came could not be read.", e);
    }
  }

  private static String text(JsonObject object, String key) {
    var value = object.get(key);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  /** Acknowledged when it was handed on; where that fails Slack sends it again. */
  private void envelope(String message) {
    var request = parser.parse(message);
    if (request == null) {
      return;
    }
    try {
      var answer = app.run(request.getBoltRequest());
      if (answer.getStatusCode() != 200) {
        LOG.log(Level.WARNING, "slack: an event was refused with " + answer.getStatusCode() + ".");
        return;
      }
      var ack = new JsonObject();
      ack.addProperty("envelope_id", request.getEnvelope().getEnvelopeId());
      sendSocketModeResponse(ack.toString());
    } catch (WebsocketNotConnectedException e) {
      LOG.log(Level.DEBUG, "slack: the connection ended before an event was acknowledged.");
    } catch (Exception e) {
      LOG.log(Level.WARNING, "slack: an event was not acknowledged; Slack sends it again.", e);
    }
  }

  @Override
  public void runCloseListenersAndAutoReconnectAsNecessary(Integer code, String reason) {
    over = true;
    hello.countDown();
  }

  @Override
  public void runErrorListeners(Throwable reason) {
    LOG.log(Level.DEBUG, "slack: the connection is disturbed.", reason);
  }

  /** Leaves, and waits for nothing. */
  void leave() {
    over = true;
    try {
      close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "slack: a connection could not be closed in order.", e);
    }
  }
}
