package dev.parley.channel.slack;

import com.slack.api.bolt.App;
import dev.parley.channel.NotConnectedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection of Socket Mode. Where Slack announces that it will close it, the next one is
 * there before; whether it still lives is looked at all the time, since a dead one says nothing.
 */
final class SocketMode implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.parley.channel");
  private static final long HELLO_MILLIS = 10_000;
  private static final long LOOK_SECONDS = 15;

  private final SlackApi api;
  private final String appToken;
  private final App app;
  private final ScheduledExecutorService keeper =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "slack-socket");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable SocketConnection current;
  private volatile boolean closed;

  SocketMode(SlackApi api, String appToken, App app) {
    this.api = api;
    this.appToken = appToken;
    this.app = app;
    var unused =
        keeper.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  boolean connected() {
    var now = current;
    return now != null && now.up();
  }

  /** Connects, and leaves the connection before. */
  synchronized void connect() throws NotConnectedException {
    if (closed) {
      throw NotConnectedException.forNow("It is being left.");
    }
    var next = open();
    var before = current;
    current = next;
    if (before != null) {
      before.leave();
    }
  }

  private SocketConnection open() throws NotConnectedException {
    try {
      var address = api.socketAddress(appToken);
      var next = new SocketConnection(api.slack(), appToken, address, app, this::farewell);
      if (!next.open(HELLO_MILLIS)) {
        next.leave();
        throw NotConnectedException.forNow("Slack did not say hello.");
      }
      return next;
    } catch (URISyntaxException e) {
      throw NotConnectedException.forNow("Slack named an address that is none.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NotConnectedException.forNow("It was interrupted.");
    }
  }

  private void farewell(String reason) {
    LOG.log(Level.DEBUG, "slack: this connection ends: " + reason);
    switch (reason) {
      case "warning", "refresh_requested" -> later(this::renew);
      default -> {
        if (reason.equals("link_disabled")) {
          LOG.log(
              Level.WARNING,
              "slack: Socket Mode was switched off in the app's settings; switch it on again.");
        }
        var now = current;
        if (now != null) {
          later(now::leave);
        }
      }
    }
  }

  private void later(Runnable work) {
    try {
      keeper.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "slack: it is being left.");
    }
  }

  /** Where it does not succeed, the old one goes on until it ends, and then it is tried again. */
  private void renew() {
    try {
      connect();
    } catch (NotConnectedException e) {
      LOG.log(Level.INFO, "slack: the next connection is not there yet. " + e.sentence());
    }
  }

  private void look() {
    var now = current;
    if (now != null && now.up() && !now.verifyConnection()) {
      LOG.log(Level.INFO, "slack: the connection says nothing any more; it is made anew.");
      now.leave();
    }
  }

  @Override
  public void close() {
    closed = true;
    keeper.shutdownNow();
    var now = current;
    if (now != null) {
      now.leave();
    }
  }
}
