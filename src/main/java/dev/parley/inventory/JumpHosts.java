package dev.parley.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Jump hosts that are hosts of the inventory themselves: the inventory then says where they are and
 * how to log in there, as far as the jump does not.
 */
final class JumpHosts {
  private JumpHosts() {}

  /** These hosts, with their jumps as the inventory knows them. */
  static List<Host> resolved(List<Host> hosts) {
    var named = new LinkedHashMap<String, Host>();
    hosts.forEach(host -> named.put(host.name(), host));
    return hosts.stream().map(host -> host.over(jumps(host, named))).toList();
  }

  /** A jump is itself reached without one, also when the variables of its group say otherwise. */
  private static List<Host> jumps(Host host, Map<String, Host> named) {
    boolean itself =
        host.jumps().stream().anyMatch(jump -> jump.name().equals(host.name()) || same(jump, host));
    return itself ? List.of() : host.jumps().stream().map(jump -> known(jump, named)).toList();
  }

  private static boolean same(Host jump, Host host) {
    return jump.address().equals(host.address()) && jump.port() == host.port();
  }

  private static Host known(Host jump, Map<String, Host> named) {
    var host = named.get(jump.name());
    if (host == null) {
      return jump;
    }
    return new Host(
        host.name(),
        host.address(),
        jump.port() == 22 ? host.port() : jump.port(),
        jump.user() == null ? host.user() : jump.user(),
        host.privateKey(),
        false);
  }
}
