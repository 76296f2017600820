package dev.parley.action.network;

import java.io.IOException;

/** Whether a TCP port is open, closed or out of reach. */
final class PortCheck implements NetworkCheck {
  private final Destinations destinations;

  PortCheck(Destinations destinations) {
    this.destinations = destinations;
  }

  @Override
  public String look(Look look) throws NetworkProblem {
    var destination = destinations.of(look.target(), look.port(), look.inventory());
    var elapsed = new Elapsed();
    try (var socket = Connector.open(destination, look.limit())) {
      return "Port %d of %s is open: connected in %s."
          .formatted(look.port(), destination.shown(), elapsed.words());
    } catch (Connector.NotConnected e) {
      return String.valueOf(e.getMessage());
    } catch (IOException e) {
      throw new NetworkProblem(
          "The connection with port %d of %s broke (%s)."
              .formatted(look.port(), destination.shown(), e.getMessage()));
    }
  }
}
