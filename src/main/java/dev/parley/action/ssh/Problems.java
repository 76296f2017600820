package dev.parley.action.ssh;

import dev.parley.action.Verdict;
import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Host;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/** Says in a sentence why there is no session, and what to do about it. */
final class Problems {
  private Problems() {}

  static ConnectionProblem connecting(
      Host host, Endpoint endpoint, Duration patience, Throwable e) {
    var place = "%s (%s)".formatted(host.name(), host.address());
    if (caused(e, UnknownHostException.class) || caused(e, UnresolvedAddressException.class)) {
      return new ConnectionProblem(
          "%s has an address that cannot be found; correct ansible_host in the inventory."
              .formatted(place),
          e);
    }
    if (says(e, "refused")) {
      return new ConnectionProblem(
          ("%s refuses connections on port %d; check that its SSH server runs, and that"
                  + " ansible_port is right.")
              .formatted(place, endpoint.port()),
          e);
    }
    if (caused(e, NoRouteToHostException.class) || says(e, "unreachable", "no route")) {
      return new ConnectionProblem(
          "%s cannot be reached from here; check the network, and ansible_host in the inventory."
              .formatted(place),
          e);
    }
    if (timedOut(e)) {
      return silent(host, patience, e);
    }
    return new ConnectionProblem(
        "No SSH connection with %s came about (%s); try ssh to it by hand."
            .formatted(place, e.getMessage()),
        e);
  }

  /** The jump let us in, and from there it did not go on. */
  static ConnectionProblem beyond(Host host, Endpoint endpoint, Throwable e) {
    var jump = endpoint.jumps().get(endpoint.jumps().size() - 1);
    return new ConnectionProblem(
        ("%s (%s) does not answer on port %d when it is reached from %s; check that it is up, and"
                + " that %s may reach it.")
            .formatted(host.name(), host.address(), endpoint.port(), jump.name(), jump.name()),
        e);
  }

  static ConnectionProblem login(Host host, String user, Duration patience, Throwable e) {
    if (timedOut(e)) {
      return silent(host, patience, e);
    }
    boolean refused =
        e instanceof SshException problem
            && problem.getDisconnectCode()
                == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
    if (refused || says(e, "no more authentication methods", "too many authentication")) {
      return new ConnectionProblem(
          ("%s does not let %s log in with the assistant's key; add its public key to that user's"
                  + " authorized_keys there, or correct ansible_user or"
                  + " ansible_ssh_private_key_file.")
              .formatted(host.name(), user),
          e);
    }
    return new ConnectionProblem(
        "Logging in to %s as %s failed (%s); try ssh to it by hand."
            .formatted(host.name(), user, e.getMessage()),
        e);
  }

  private static ConnectionProblem silent(Host host, Duration patience, Throwable e) {
    return new ConnectionProblem(
        "%s (%s) did not answer within %s; check that it is up, and that no firewall is between."
            .formatted(host.name(), host.address(), Verdict.words(patience)),
        e);
  }

  private static boolean timedOut(Throwable e) {
    return caused(e, TimeoutException.class) || says(e, "timed out", "timeout");
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> type) {
    return causes(e).anyMatch(type::isInstance);
  }

  private static boolean says(Throwable e, String... words) {
    return causes(e)
        .filter(cause -> cause.getMessage() != null)
        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(java.util.Locale.ROOT))
        .anyMatch(message -> Stream.of(words).anyMatch(message::contains));
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(10);
  }
}
