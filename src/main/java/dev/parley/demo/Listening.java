package dev.parley.demo;

import java.util.Map;
import java.util.Optional;

/** On which port a service usually listens, and what it speaks there. */
record Listening(int port, Kind kind) {
  /** What a service speaks. */
  enum Kind {
    WEB,
    SECURE_WEB,
    /** A protocol of its own, of which the demo speaks only the beginning: that it is there. */
    OTHER
  }

  private static final Map<String, Listening> USUAL =
      Map.of(
          "apache", new Listening(80, Kind.WEB),
          "nginx", new Listening(443, Kind.SECURE_WEB),
          "haproxy", new Listening(80, Kind.WEB),
          "tomcat", new Listening(8080, Kind.WEB),
          "jenkins", new Listening(8090, Kind.WEB),
          "postgresql", new Listening(5432, Kind.OTHER),
          "redis", new Listening(6379, Kind.OTHER),
          "memcached", new Listening(11211, Kind.OTHER),
          "rabbitmq", new Listening(5672, Kind.OTHER));

  /** Where a service listens; empty for one that has no port of its own. */
  static Optional<Listening> of(String service) {
    return Optional.ofNullable(USUAL.get(service));
  }
}
