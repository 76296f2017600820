package dev.parley.cli;

import dev.parley.action.ssh.ConnectionProblem;
import dev.parley.action.ssh.SshConnector;
import dev.parley.action.ssh.Trust;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** The keys that hosts show, and the ones that are trusted. */
final class HostKeys implements AutoCloseable {
  private final SshConnector connector;
  private final Trust trust;

  HostKeys(Path data) {
    connector = SshConnector.ofUser(Endpoints.asListed(), data);
    trust = new Trust(connector);
  }

  /** Prints whether a host lets us in, and returns that. */
  boolean tell(Host host, PrintStream out) {
    var place = host.name() + " (" + host.address() + "): ";
    try {
      connector.tryOut(host);
      out.println(place + "lets us in.");
      return true;
    } catch (ConnectionProblem e) {
      out.println(place + e.getMessage());
      return false;
    }
  }

  Trust.Shown fetch(Host host) {
    try {
      return trust.fetch(host);
    } catch (ConnectionProblem e) {
      throw Complaint.failed(String.valueOf(e.getMessage()));
    }
  }

  void store(Trust.Shown shown) {
    try {
      trust.store(shown);
    } catch (IOException | ConnectionProblem e) {
      throw Complaint.failed("The key could not be stored: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    connector.close();
  }
}
