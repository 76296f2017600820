package dev.parley.action.network;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;

/**
 * What a web address answers. Redirects are followed a few steps, each judged like the first, and
 * each is told.
 */
final class UrlCheck implements NetworkCheck {
  private static final int MOST_REDIRECTS = 5;

  private final Destinations destinations;

  UrlCheck(Destinations destinations) {
    this.destinations = destinations;
  }

  @Override
  public String look(Look look) throws NetworkProblem {
    var address = WebAddress.spoken(look.target());
    if (address.isEmpty()) {
      throw new NetworkProblem(
          "%s is no web address that can be looked at; write one such as https://example.com/path."
              .formatted(look.target()));
    }
    return new Journey(look, look.deadline()).from(address.get());
  }

  /** The steps from the first address to the last. */
  private final class Journey {
    private final Look look;
    private final long deadline;
    private final StringBuilder steps = new StringBuilder();

    Journey(Look look, long deadline) {
      this.look = look;
      this.deadline = deadline;
    }

    String from(WebAddress first) throws NetworkProblem {
      var elapsed = new Elapsed();
      var address = first;
      var answer = visit(address);
      for (int i = 0; i < MOST_REDIRECTS && redirects(answer); i++) {
        var location = answer.header("location").orElse("");
        var next = address.redirected(location);
        if (next.isEmpty()) {
          note("not followed: %s is no web address".formatted(location));
          break;
        }
        try {
          answer = visit(next.get());
          address = next.get();
        } catch (NetworkProblem e) {
          note("%s was not followed: %s".formatted(next.get().text(), e.sentence()));
          break;
        }
      }
      return headline(first, address, answer, elapsed) + "\n\n" + steps.toString().stripTrailing();
    }

    private boolean redirects(WebAnswer answer) {
      return answer.code() >= 300 && answer.code() < 400 && answer.header("location").isPresent();
    }

    private WebAnswer visit(WebAddress address) throws NetworkProblem {
      var destination = destinations.of(address.host(), address.port(), look.inventory());
      var elapsed = new Elapsed();
      try (var socket = Connector.open(destination, look.limit())) {
        var answer = WebAnswer.of(address, secured(socket, address), deadline);
        note(
            "%s -> %s, %s, %s from %s"
                .formatted(
                    address.text(),
                    answer.status(),
                    size(answer),
                    elapsed.words(),
                    destination.shown()));
        return answer;
      } catch (Connector.NotConnected e) {
        throw new NetworkProblem(String.valueOf(e.getMessage()));
      } catch (SocketTimeoutException e) {
        throw new NetworkProblem("%s did not answer in time.".formatted(address.text()));
      } catch (IOException e) {
        throw new NetworkProblem(
            "%s gave no proper answer: %s.".formatted(address.text(), e.getMessage()));
      }
    }

    private Socket secured(Socket socket, WebAddress address) throws IOException, NetworkProblem {
      if (!address.secure()) {
        return socket;
      }
      var peer = TlsPeer.over(socket, address.host(), address.port());
      var distrust = peer.distrust();
      if (distrust.isPresent()) {
        throw new NetworkProblem(
            "The certificate of %s is not valid (%s); certificate_expiry tells more about it."
                .formatted(address.host(), distrust.get()));
      }
      if (!CertificateNames.cover(peer.certificate(), address.host())) {
        throw new NetworkProblem(
            "The certificate of %s is made out to somebody else; certificate_expiry tells to whom."
                .formatted(address.host()));
      }
      return peer.socket();
    }

    private void note(String step) {
      steps.append(step).append('\n');
    }

    private static String headline(
        WebAddress first, WebAddress last, WebAnswer answer, Elapsed elapsed) {
      var where = first.equals(last) ? "" : " (at %s)".formatted(last.text());
      return "%s answers %s%s in %s."
          .formatted(first.text(), answer.status(), where, elapsed.words());
    }

    private static String size(WebAnswer answer) {
      var type = answer.header("content-type").map(t -> " of " + t).orElse("");
      return String.format(
          Locale.ROOT, "%s%,d bytes%s", answer.cut() ? "more than " : "", answer.size(), type);
    }
  }
}
