package dev.parley.channel.mattermost;

import dev.parley.channel.Channels;
import dev.parley.channel.FrontEndKind;
import dev.parley.channel.Setup;
import dev.parley.intent.YamlMap;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Reads what {@code channels.yml} says of Mattermost. */
public final class MattermostKind implements FrontEndKind {
  static final String PLATFORM = "mattermost";

  private static final URI NOWHERE = URI.create("https://localhost");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public Setup read(YamlMap map) {
    map.only("url", "token", "callback", "command");
    map.require("url", "Write e.g. https://chat.example.org.");
    map.require("token", "Write the name of a secret, e.g. mattermost-token.");
    return new MattermostSetup(
        address(map, "url").orElse(NOWHERE),
        Channels.secret(map, "token").orElse(""),
        address(map, "callback").orElse(null),
        Channels.secret(map, "command").orElse(null));
  }

  private static Optional<URI> address(YamlMap map, String key) {
    var text = map.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var url = URI.create(text.get().replaceAll("/+$", ""));
      boolean known = url.getHost() != null && Set.of("http", "https").contains(url.getScheme());
      if (known && url.getScheme().equals("http") && !LOOPBACK.contains(url.getHost())) {
        map.key(key).problem("Tokens would go over the network in the clear.", "Write https://….");
      }
      if (known) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    map.key(key).problem(text.get() + " is no address.", "Write e.g. https://chat.example.org.");
    return Optional.empty();
  }
}
