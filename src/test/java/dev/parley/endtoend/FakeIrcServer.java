package dev.parley.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An IRC server with services accounts, as far as one bot sees it: IRCv3 capabilities, SASL PLAIN,
 * account tags. The test plays everybody else.
 */
final class FakeIrcServer implements AutoCloseable {
  private final ServerSocket server;
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final Map<String, String> accounts = new ConcurrentHashMap<>();
  private volatile Socket bot;
  private volatile String nick = "*";

  FakeIrcServer() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "fake-irc");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** Who has a nick from now on is logged in to this account; {@code *} for none. */
  void account(String someNick, String account) {
    accounts.put(someNick, account);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        bot = socket;
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          received.add(line);
          answer(line);
        }
      } catch (IOException e) {
        // it has left
      }
    }
  }

  private void answer(String line) {
    var words = line.split(" ");
    switch (words[0]) {
      case "CAP" -> capabilities(line, words);
      case "AUTHENTICATE" -> authenticate(words[1]);
      case "NICK" -> nick = words[1];
      case "USER" -> userSent = true;
      case "JOIN" -> joined(words[1]);
      case "PING" -> send(":irc.test PONG irc.test " + line.substring(line.indexOf(' ') + 1));
      case "WHOIS" -> whois(words[1]);
      default -> {}
    }
    if (!welcomed && userSent && negotiated && !nick.equals("*")) {
      welcomed = true;
      send(":irc.test 001 " + nick + " :Welcome");
      send(":irc.test 004 " + nick + " irc.test fake-1 io ov");
      send(":irc.test 005 " + nick + " CHANTYPES=# CASEMAPPING=ascii :are supported");
      send(":irc.test 422 " + nick + " :No message of the day");
    }
  }

  private boolean userSent;
  private boolean negotiated;
  private boolean welcomed;

  private void capabilities(String line, String[] words) {
    if (words[1].equals("LS")) {
      userSent = false;
      welcomed = false;
      negotiated = false;
      send(
          ":irc.test CAP * LS :sasl account-tag account-notify extended-join message-tags server-time");
    } else if (words[1].equals("REQ")) {
      send(":irc.test CAP * ACK :" + line.substring(line.indexOf(':') + 1));
    } else if (words[1].equals("END")) {
      negotiated = true;
    }
  }

  private void authenticate(String word) {
    if (word.equals("PLAIN")) {
      send("AUTHENTICATE +");
      return;
    }
    var given = new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8).split("\0");
    if (given[given.length - 1].equals("right")) {
      send(":irc.test 900 * *!*@* parley :You are now logged in as parley");
      send(":irc.test 903 * :SASL authentication successful");
    } else {
      send(":irc.test 904 * :SASL authentication failed");
    }
  }

  private void joined(String channel) {
    send(":" + nick + "!parley@host JOIN " + channel + " parley :Parley");
    send(":irc.test 353 " + nick + " = " + channel + " :" + nick + " jason maria");
    send(":irc.test 366 " + nick + " " + channel + " :End of names");
  }

  private void whois(String who) {
    var account = accounts.get(who);
    if (account == null) {
      send(":irc.test 401 " + nick + " " + who + " :No such nick");
    } else {
      send(":irc.test 311 " + nick + " " + who + " user host * :Real");
      if (!account.equals("*")) {
        send(":irc.test 330 " + nick + " " + who + " " + account + " :is logged in as");
      }
    }
    send(":irc.test 318 " + nick + " " + who + " :End of whois");
  }

  /** Somebody says something; with their account where they have one. */
  void says(String who, String target, String text) {
    var account = accounts.getOrDefault(who, "*");
    var tags = account.equals("*") ? "" : "@account=" + account + " ";
    send(tags + ":" + who + "!user@host PRIVMSG " + target + " :" + text);
  }

  void send(String line) {
    try {
      bot.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Throws everybody out. */
  void drop() throws IOException {
    bot.close();
  }

  /** Waits for a line of the bot that holds this. */
  void receives(String text) {
    Eventually.until(
        "the bot says " + text + ", not " + received,
        () -> received.stream().anyMatch(line -> line.contains(text)));
  }

  List<String> received() {
    return received;
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (bot != null) {
      bot.close();
    }
  }
}
