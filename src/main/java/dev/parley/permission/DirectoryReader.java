package dev.parley.permission;

import dev.parley.intent.YamlMap;
import dev.parley.intent.YamlNode;
import dev.parley.person.DirectorySettings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The directory of {@code permissions.yml}, whose groups give roles. */
final class DirectoryReader {
  private static final int LDAP = 389;
  private static final int LDAPS = 636;
  private static final Pattern DURATION = Pattern.compile("(\\d{1,4})([smh])");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Roles roles;

  DirectoryReader(Roles roles) {
    this.roles = roles;
  }

  Optional<DirectorySettings> read(YamlMap file) {
    return file.get("directory").map(this::directory);
  }

  private DirectorySettings directory(YamlNode node) {
    var map =
        node.map("the directory")
            .only(
                "url",
                "start_tls",
                "ca",
                "bind",
                "password",
                "users",
                "groups",
                "member_of",
                "roles",
                "platforms",
                "refresh",
                "grace");
    var url = map.require("url", "Write e.g. ldaps://ldap.example.org.").flatMap(this::url);
    boolean tls = url.filter(u -> u.getScheme().equals("ldaps")).isPresent();
    boolean startTls = map.flag("start_tls", false);
    var host = url.map(URI::getHost).orElse("");
    if (url.isPresent() && !tls && !startTls && !LOOPBACK.contains(host)) {
      map.key("url")
          .problem(
              "Passwords would go over the network in the clear.",
              "Write ldaps://…, or start_tls: true.");
    }
    if (map.has("bind") && !map.has("password")) {
      map.key("bind").problem("It has no password.", "Write password: and the name of a secret.");
    }
    map.text("password")
        .filter(name -> !name.matches("[a-z0-9][a-z0-9-]{0,63}"))
        .ifPresent(
            name ->
                map.key("password")
                    .problem(
                        "The password is the name of a secret, never the password itself.",
                        "Write e.g. ldap, and put it into secrets/ldap of the data folder."));
    var users = map.require("users", "Write {base: …, filter: \"(uid={user})\"}.");
    var people = users.map(n -> n.map("users").only("base", "filter"));
    var groups = map.get("groups").map(n -> n.map("groups").only("base", "filter", "name"));
    if (groups.isEmpty() && !map.has("member_of")) {
      node.problem("It does not say where groups are.", "Write groups, or member_of.");
    }
    int port = url.map(URI::getPort).filter(p -> p > 0).orElse(tls ? LDAPS : LDAP);
    return new DirectorySettings(
        host,
        port,
        tls,
        startTls && !tls,
        map.text("ca").orElse(null),
        map.text("bind").orElse(""),
        map.text("password").orElse(""),
        people
            .flatMap(m -> m.require("base", "Write a DN."))
            .flatMap(n -> n.text("base"))
            .orElse(""),
        filter(people, "(uid={user})", "{user}"),
        map.text("member_of").orElse(null),
        groups.flatMap(m -> m.text("base")).orElse(null),
        filter(groups, "(member={dn})", "{"),
        groups.flatMap(m -> m.text("name")).orElse("cn"),
        map.get("roles").map(this::roles).orElse(Map.of()),
        map.texts("platforms"),
        duration(map, "refresh", Duration.ofMinutes(5)),
        duration(map, "grace", Duration.ofHours(1)));
  }

  private Optional<URI> url(YamlNode node) {
    var text = node.text("url").orElse("");
    try {
      var url = URI.create(text);
      if (url.getHost() != null && Set.of("ldap", "ldaps").contains(url.getScheme())) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    node.problem(text + " is no address.", "Write e.g. ldaps://ldap.example.org.");
    return Optional.empty();
  }

  /** One that does not mention whom it looks for would find everybody. */
  private static String filter(Optional<YamlMap> map, String usual, String needed) {
    var filter = map.flatMap(m -> m.text("filter")).orElse(usual);
    if (!filter.contains(needed)) {
      map.orElseThrow()
          .key("filter")
          .problem("The filter looks for nobody in particular.", "Write e.g. " + usual + ".");
    }
    return filter;
  }

  private Map<String, Set<String>> roles(YamlNode node) {
    var byGroup = new HashMap<String, Set<String>>();
    node.map("roles")
        .forEach((group, list) -> byGroup.put(group, roles.expanded(roles.known(list))));
    return byGroup;
  }

  private static Duration duration(YamlMap map, String key, Duration usual) {
    var text = map.text(key);
    if (text.isEmpty()) {
      return usual;
    }
    var match = DURATION.matcher(text.get().strip());
    if (!match.matches()) {
      map.key(key).problem(text.get() + " is no length of time.", "Write e.g. 5m or 1h.");
      return usual;
    }
    long number = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
