package dev.parley.inventory;

import dev.parley.intent.Problem;
import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The section {@code network} of {@code estate.yml}: what looks at the network may do. */
final class NetworkSection {
  static final String KEY = "network";
  private static final Pattern SERVER =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

  private NetworkSection() {}

  /** What the file says; that it is no YAML is told by whoever reads the rest of it. */
  static NetworkSettings read(Path file, String shownAs, List<Problem> problems) {
    var mine = new ArrayList<Problem>();
    var root = YamlNode.read(file, shownAs, mine);
    if (root.isEmpty() || !root.get().isMap()) {
      return NetworkSettings.USUAL;
    }
    mine.clear();
    var settings = root.get().map("the estate").get(KEY).map(NetworkSection::settings);
    problems.addAll(mine);
    return settings.orElse(NetworkSettings.USUAL);
  }

  private static NetworkSettings settings(YamlNode node) {
    var map = node.map(KEY).only("reachable", "name_servers", "whois");
    return new NetworkSettings(
        reachable(map), servers(map, "name_servers"), whois(map).orElse(NetworkSettings.WHOIS));
  }

  private static List<Reachable> reachable(YamlMap map) {
    var places = new ArrayList<Reachable>();
    for (var item : map.get("reachable").map(YamlNode::items).orElse(List.of())) {
      var text = item.text("each of reachable").orElse("");
      var place = Reachable.parse(text);
      if (place.isEmpty() && !text.isEmpty()) {
        item.problem(
            text + " is no address, network or name.",
            "Write e.g. 127.0.0.1:9090, 169.254.20.0/24 or status.internal:8080.");
      }
      place.ifPresent(places::add);
    }
    return places;
  }

  private static Optional<String> whois(YamlMap map) {
    return servers(map, "whois").stream().findFirst();
  }

  private static List<String> servers(YamlMap map, String key) {
    var servers = map.texts(key);
    for (var server : servers) {
      if (!SERVER.matcher(server).matches()) {
        map.key(key)
            .problem(
                server + " is no server.", "Write a name or an address, with :PORT if need be.");
      }
    }
    return servers;
  }
}
