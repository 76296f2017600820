package dev.parley.action.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Opens TCP connections with what was judged, and with nothing else. */
final class Connector {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Connector() {}

  /** Why no connection came about. */
  enum Refusal {
    /** The machine says that nothing listens there. */
    CLOSED,
    /** Nothing came back. */
    FILTERED,
    /** There is no way there. */
    UNREACHABLE
  }

  /** No connection came about. */
  static final class NotConnected extends Exception {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    NotConnected(Refusal refusal, String message) {
      super(message);
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /** A connection with the first of the destination's addresses that answers. */
  static Socket open(Destination destination, Duration limit) throws NotConnected {
    if (destination.closed()) {
      throw new NotConnected(Refusal.CLOSED, closed(destination));
    }
    NotConnected last = new NotConnected(Refusal.UNREACHABLE, "There is no address.");
    for (var address : destination.sockets()) {
      try {
        return open(address, limit.compareTo(PATIENCE) < 0 ? limit : PATIENCE);
      } catch (IOException e) {
        last = notConnected(destination, e);
      }
    }
    throw last;
  }

  private static Socket open(InetSocketAddress address, Duration limit) throws IOException {
    // Never through a proxy, which would resolve and reach things on its own.
    var socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.connect(address, Math.max(1, (int) limit.toMillis()));
      socket.setSoTimeout(Math.max(1, (int) limit.toMillis()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static NotConnected notConnected(Destination destination, IOException e) {
    var where = destination.shown();
    int port = destination.port();
    if (e instanceof SocketTimeoutException) {
      return new NotConnected(
          Refusal.FILTERED,
          "Port %d of %s gave no answer: a firewall drops it, or the machine is down."
              .formatted(port, where));
    }
    boolean refused = String.valueOf(e.getMessage()).contains("refused");
    if (refused && (e instanceof ConnectException || e instanceof PortUnreachableException)) {
      return new NotConnected(Refusal.CLOSED, closed(destination));
    }
    var reason = e instanceof NoRouteToHostException ? "no route leads there" : e.getMessage();
    return new NotConnected(
        Refusal.UNREACHABLE, "Port %d of %s cannot be reached: %s.".formatted(port, where, reason));
  }

  private static String closed(Destination destination) {
    return "Port %d of %s is closed: nothing listens there."
        .formatted(destination.port(), destination.shown());
  }
}
