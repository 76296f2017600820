package dev.parley.inventory;

/** Tells where each host is really connected to. */
@FunctionalInterface
public interface Endpoints {
  Endpoint of(Host host);

  /** Each host where the inventory says that it is. */
  static Endpoints asListed() {
    return host ->
        new Endpoint(host.address(), host.port(), host.user(), host.privateKey(), null, null);
  }
}
