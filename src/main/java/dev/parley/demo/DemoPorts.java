package dev.parley.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The loopback ports behind which the demo services listen; one thread waits at all of them. */
final class DemoPorts implements Closeable {
  private static final int AT_ONCE = 8;
  private static final int IDLE_SECONDS = 10;

  private final Selector selector;
  private final ThreadPoolExecutor talks;
  private final Map<ServerSocketChannel, Talk> talkers = new ConcurrentHashMap<>();

  /** What a service says to whoever connects; it need not close the connection. */
  @FunctionalInterface
  interface Talk {
    void with(Socket caller) throws IOException;
  }

  /** A port that is open until it is closed. */
  record Door(int port, ServerSocketChannel channel) implements Closeable {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  DemoPorts() throws IOException {
    selector = Selector.open();
    talks =
        new ThreadPoolExecutor(
            0,
            AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> daemon(work, "demo-service"));
    daemon(this::serve, "demo-ports").start();
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Opens a port that is free. */
  Door open(Talk talk) throws IOException {
    var channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    channel.configureBlocking(false);
    talkers.put(channel, talk);
    channel.register(selector.wakeup(), SelectionKey.OP_ACCEPT);
    return new Door(channel.socket().getLocalPort(), channel);
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select();
        selector.selectedKeys().forEach(this::accept);
        selector.selectedKeys().clear();
        talkers.keySet().removeIf(channel -> !channel.isOpen());
      }
    } catch (IOException | ClosedSelectorException e) {
      // The fleet is closed; its ports have gone with it.
      return;
    }
  }

  private void accept(SelectionKey key) {
    var channel = (ServerSocketChannel) key.channel();
    try {
      var caller = channel.accept();
      var talk = talkers.get(channel);
      if (caller != null && talk != null) {
        caller.configureBlocking(true);
        talks.execute(() -> talk(talk, caller.socket()));
      }
    } catch (IOException | RejectedExecutionException e) {
      // Who comes when the port closes, or with too many others, is turned away.
      return;
    }
  }

  private static void talk(Talk talk, Socket caller) {
    try (caller) {
      talk.with(caller);
    } catch (IOException e) {
      // The caller has gone; there is nobody to tell.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    for (var channel : talkers.keySet()) {
      channel.close();
    }
    selector.close();
    talks.shutdownNow();
  }
}
