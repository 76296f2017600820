package dev.parley.wiring;

import org.eclipse.microprofile.config.ConfigProvider;

/** The port on which the assistant itself listens. */
final class OwnPort {
  private OwnPort() {}

  /** The port at this moment; 0 when it listens on none. */
  static int now() {
    var config = ConfigProvider.getConfig();
    boolean secure =
        config
            .getOptionalValue("quarkus.http.insecure-requests", String.class)
            .filter("disabled"::equals)
            .isPresent();
    return config
        .getOptionalValue(secure ? "quarkus.http.ssl-port" : "quarkus.http.port", Integer.class)
        .orElse(0);
  }
}
