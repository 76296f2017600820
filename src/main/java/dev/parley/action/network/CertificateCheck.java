package dev.parley.action.network;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** When a TLS certificate expires, whom it names, and whether it would be accepted. */
final class CertificateCheck implements NetworkCheck {
  private static final int HTTPS = 443;
  private static final String ROW = "%-12s %s\n";

  private final Destinations destinations;
  private final Clock clock;

  CertificateCheck(Destinations destinations, Clock clock) {
    this.destinations = destinations;
    this.clock = clock;
  }

  @Override
  public String look(Look look) throws NetworkProblem {
    int port = look.port() == 0 ? HTTPS : look.port();
    var name = plain(look.target());
    var destination = destinations.of(name, port, look.inventory());
    try (var socket = Connector.open(destination, look.limit())) {
      var peer = TlsPeer.over(socket, name, port);
      return report(name, destination, peer);
    } catch (Connector.NotConnected e) {
      throw new NetworkProblem(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new NetworkProblem(
          "Port %d of %s does not speak TLS as expected (%s)."
              .formatted(port, destination.shown(), e.getMessage()));
    }
  }

  private static String plain(String target) {
    var lower = target.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private String report(String name, Destination destination, TlsPeer peer) throws IOException {
    var certificate = peer.certificate();
    var names = CertificateNames.of(certificate);
    return expiry(name, certificate)
        + "\n\n"
        + ROW.formatted("subject", certificate.getSubjectX500Principal().getName())
        + ROW.formatted("issuer", certificate.getIssuerX500Principal().getName())
        + ROW.formatted("names", names.isEmpty() ? "none" : String.join(", ", names))
        + ROW.formatted("valid from", certificate.getNotBefore().toInstant())
        + ROW.formatted("valid until", certificate.getNotAfter().toInstant())
        + ROW.formatted("chain", peer.distrust().map(why -> "not valid: " + why).orElse("valid"))
        + ROW.formatted("name", nameVerdict(name, certificate, names))
        + ROW.formatted("serial", certificate.getSerialNumber().toString(16))
        + ROW.formatted("seen at", destination.shown() + " port " + destination.port())
        + ROW.formatted("protocol", peer.socket().getSession().getProtocol());
  }

  private static String nameVerdict(String name, X509Certificate certificate, List<String> names) {
    if (CertificateNames.cover(certificate, name)) {
      return "valid for " + name;
    }
    return "not valid for " + name + (names.isEmpty() ? ": it names nobody" : "");
  }

  private String expiry(String name, X509Certificate certificate) {
    var now = clock.instant();
    var from = certificate.getNotBefore().toInstant();
    var until = certificate.getNotAfter().toInstant();
    if (now.isBefore(from)) {
      return "The certificate of %s is not valid before %s.".formatted(name, from);
    }
    if (now.isAfter(until)) {
      return "The certificate of %s expired %s ago.".formatted(name, days(until, now));
    }
    return "The certificate of %s expires in %s.".formatted(name, days(now, until));
  }

  private static String days(Instant from, Instant until) {
    long days = Duration.between(from, until).toDays();
    return days == 0 ? "less than a day" : days == 1 ? "1 day" : days + " days";
  }
}
