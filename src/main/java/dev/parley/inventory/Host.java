package dev.parley.inventory;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine, and how it is reached.
 *
 * @param address what people see and type, e.g. 192.168.0.24
 * @param user null for the connection's default
 * @param privateKey null for the default keys
 * @param become whether commands that need root may use {@code sudo -n}
 * @param jumps the hosts on the way to it, the first one first
 * @param local whether it is the assistant's own machine, where no connection is needed
 */
public record Host(
    String name,
    String address,
    int port,
    @Nullable String user,
    @Nullable Path privateKey,
    boolean become,
    List<Host> jumps,
    boolean local) {
  public Host {
    jumps = List.copyOf(jumps);
  }

  /** A machine that is reached directly. */
  public Host(
      String name,
      String address,
      int port,
      @Nullable String user,
      @Nullable Path privateKey,
      boolean become) {
    this(name, address, port, user, privateKey, become, List.of(), false);
  }

  /** This machine, reached over these hosts. */
  public Host over(List<Host> hosts) {
    return new Host(name, address, port, user, privateKey, become, hosts, local);
  }
}
