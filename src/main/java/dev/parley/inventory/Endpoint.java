package dev.parley.inventory;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and as whom a host is really connected to, which for the demo fleet is not what people see.
 *
 * @param user null for the user who runs the assistant
 * @param privateKey the file to log in with, null for {@code login} or the default keys
 * @param login a key pair that is held in memory, or null
 * @param hostKey the only key that the host may show; null to look it up among the known hosts
 * @param jumps the hosts on the way to it, the first one first
 * @param local whether no connection is needed, as it is the assistant's own machine
 */
public record Endpoint(
    String address,
    int port,
    @Nullable String user,
    @Nullable Path privateKey,
    @Nullable KeyPair login,
    @Nullable PublicKey hostKey,
    List<Host> jumps,
    boolean local) {

  /** A place that is connected to directly. */
  public Endpoint(
      String address,
      int port,
      @Nullable String user,
      @Nullable Path privateKey,
      @Nullable KeyPair login,
      @Nullable PublicKey hostKey) {
    this(address, port, user, privateKey, login, hostKey, List.of(), false);
  }
}
