package dev.parley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server that can be cut, or lose what comes back, as a bad network does. */
final class Line implements AutoCloseable {
  private final URI server;
  private final ServerSocket entrance;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile boolean dead;
  private volatile boolean deaf;

  private Line(URI server, ServerSocket entrance) {
    this.server = server;
    this.entrance = entrance;
  }

  static Line to(URI server) {
    try {
      var line = new Line(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      line.start(line::accept);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the server at this end of the line. */
  String address() {
    return "http://127.0.0.1:" + entrance.getLocalPort();
  }

  /** What the server says is lost from now on; what is said to it arrives. */
  void loseAnswers() {
    deaf = true;
  }

  /** Ends every connection, and lets none through. */
  void cut() {
    dead = true;
    hangUp();
  }

  /** All is well again; connections that were cut stay so. */
  void mend() {
    hangUp();
    deaf = false;
    dead = false;
  }

  private void hangUp() {
    ends.forEach(Line::close);
    ends.clear();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        var near = entrance.accept();
        if (dead) {
          near.close();
          continue;
        }
        var far = new Socket(server.getHost(), server.getPort());
        ends.addAll(List.of(near, far));
        start(() -> carry(near, far, false));
        start(() -> carry(far, near, true));
      } catch (IOException e) {
        // closed, or a server that is not there: the browser sees a closed connection
      }
    }
  }

  private void carry(Socket from, Socket to, boolean answers) {
    try (from;
        to) {
      var buffer = new byte[8192];
      for (int n = from.getInputStream().read(buffer); n >= 0; ) {
        if (!(answers && deaf)) {
          to.getOutputStream().write(buffer, 0, n);
        }
        n = from.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // one end has gone, so the other is closed
    }
  }

  private void start(Runnable work) {
    var thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      // it is gone
    }
    cut();
  }
}
