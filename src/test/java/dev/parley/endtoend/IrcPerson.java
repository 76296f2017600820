package dev.parley.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/** Somebody who types into an IRC client. */
final class IrcPerson implements AutoCloseable {
  private final Socket socket = new Socket();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final String nick;

  /**
   * @param from is told the port that it connects from, before it does
   */
  IrcPerson(int port, String nick, IntConsumer from) {
    this.nick = nick;
    try {
      socket.bind(new InetSocketAddress("127.0.0.1", 0));
      from.accept(socket.getLocalPort());
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      var lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      var thread = new Thread(() -> read(lines), "irc-" + nick);
      thread.setDaemon(true);
      thread.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    send("NICK " + nick);
    send("USER " + nick + " 0 * :" + nick);
    hears(" 001 ");
  }

  private void read(BufferedReader lines) {
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("PING")) {
          send("PONG" + line.substring(4));
        }
        heard.add(line);
      }
    } catch (IOException e) {
      // it has left
    }
  }

  void send(String line) {
    try {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void say(String target, String text) {
    send("PRIVMSG " + target + " :" + text);
  }

  void join(String channel) {
    send("JOIN " + channel);
    hears(" 366 " + nick + " " + channel);
  }

  /** Waits for a line that holds this, after those that were waited for before. */
  void hears(String text) {
    Eventually.until(
        nick + " hears " + text + ", not " + heard,
        () -> heard.stream().anyMatch(line -> line.contains(text)));
    var at = heard.stream().filter(line -> line.contains(text)).findFirst().orElseThrow();
    heard.subList(0, heard.indexOf(at) + 1).clear();
  }

  /** What it has heard and not waited for. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
