package dev.parley.inventory;

/** Tells where each host is really connected to. */
@FunctionalInterface
public interface Endpoints {
  /**
   * Where this host is connected to.
   *
   * @throws IllegalArgumentException with a sentence for people, when it must not be connected to
   */
  Endpoint of(Host host);

  /** Each host where the inventory says that it is. */
  static Endpoints asListed() {
    return host ->
        new Endpoint(
            host.address(),
            host.port(),
            host.user(),
            host.privateKey(),
            null,
            null,
            host.jumps(),
            host.local());
  }
}
