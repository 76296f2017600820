package dev.parley.action.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who has registered a domain or an address: the first server tells which one knows, and so on a
 * few steps. Where a server sends us is judged like any other destination.
 */
final class WhoisCheck implements NetworkCheck {
  private static final int PORT = 43;
  private static final int MOST_SERVERS = 4;
  private static final int LARGEST = 64 * 1024;
  private static final Pattern REFERRAL =
      Pattern.compile(
          "(?im)^\\s*(?:refer|whois|registrar whois server|referralserver):\\s*"
              + "(?:whois://)?([A-Za-z0-9][A-Za-z0-9.-]{0,252})(?::(\\d{1,5}))?/?\\s*$");

  private final Destinations destinations;

  WhoisCheck(Destinations destinations) {
    this.destinations = destinations;
  }

  @Override
  public String look(Look look) throws NetworkProblem {
    var first = ServerName.of(look.inventory().network().whois(), PORT);
    var asked = new LinkedHashSet<ServerName>();
    asked.add(first);
    var answer = ask(configured(first), first, look);
    for (var next = referral(answer); next.isPresent() && asked.size() < MOST_SERVERS; ) {
      var server = next.get();
      if (!asked.add(server)) {
        break;
      }
      try {
        answer = ask(destinations.of(server.host(), server.port(), look.inventory()), server, look);
        next = referral(answer);
      } catch (NetworkProblem e) {
        return told(asked, answer) + "\n% " + server.host() + " was not asked: " + e.sentence();
      }
    }
    return told(asked, answer);
  }

  private static String told(LinkedHashSet<ServerName> asked, String answer) {
    var names = new ArrayList<String>();
    asked.forEach(server -> names.add(server.host()));
    return "% asked: " + String.join(", then ", names) + "\n\n" + answer.strip();
  }

  /** The server that the estate names is its own choice. */
  private static Destination configured(ServerName server) throws NetworkProblem {
    try {
      return new Destination(
          server.host(),
          List.of(InetAddress.getAllByName(server.host())),
          server.port(),
          null,
          false);
    } catch (UnknownHostException e) {
      throw new NetworkProblem(
          "The WHOIS server %s has no address; check the name servers of this machine."
              .formatted(server.host()));
    }
  }

  private static Optional<ServerName> referral(String answer) {
    var match = REFERRAL.matcher(answer);
    if (!match.find()) {
      return Optional.empty();
    }
    int port = match.group(2) == null ? PORT : Integer.parseInt(match.group(2));
    return Optional.of(new ServerName(match.group(1).toLowerCase(Locale.ROOT), port))
        .filter(server -> server.port() > 0 && server.port() < 65_536);
  }

  private static String ask(Destination destination, ServerName server, Look look)
      throws NetworkProblem {
    try (var socket = Connector.open(destination, look.limit())) {
      var query = query(server, look.target()) + "\r\n";
      socket.getOutputStream().write(query.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return read(socket, look.deadline());
    } catch (Connector.NotConnected e) {
      throw new NetworkProblem(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new NetworkProblem(
          "The WHOIS server %s gave no answer (%s).".formatted(server.host(), e.getMessage()));
    }
  }

  /** Some registries take a bare name for the beginning of many. */
  private static String query(ServerName server, String target) {
    var name = target.endsWith(".") ? target.substring(0, target.length() - 1) : target;
    return switch (server.host()) {
      case "whois.verisign-grs.com" -> "domain " + name;
      case "whois.denic.de" -> "-T dn " + name;
      default -> name;
    };
  }

  private static String read(Socket socket, long deadline) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[4096];
    while (bytes.size() < LARGEST) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException("it takes too long");
      }
      socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
      int read = socket.getInputStream().read(buffer);
      if (read < 0) {
        break;
      }
      bytes.write(buffer, 0, read);
    }
    return text(bytes.toByteArray());
  }

  /** Registries that are older than UTF-8 answer in Latin-1. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
