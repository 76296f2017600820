package dev.parley.channel.irc;

import dev.parley.channel.Channels;
import dev.parley.channel.FrontEndKind;
import dev.parley.channel.Setup;
import dev.parley.intent.YamlMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what {@code channels.yml} says of IRC. */
public final class IrcKind implements FrontEndKind {
  static final String PLATFORM = "irc";

  private static final int TLS_PORT = 6697;
  private static final int PLAIN_PORT = 6667;
  private static final int LAST_PORT = 65_535;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final String NICK = "[A-Za-z\\[\\]\\\\`_^{|}][A-Za-z0-9\\[\\]\\\\`_^{|}-]{0,29}";
  private static final String CHANNEL = "[#&][^\\s,:\\x00-\\x1f]{1,63}";

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public Setup read(YamlMap map) {
    map.only(
        "server",
        "port",
        "tls",
        "ca",
        "nick",
        "channels",
        "account",
        "password",
        "certificate",
        "key",
        "server_password",
        "identity");
    var server =
        map.require("server", "Write e.g. irc.example.org.")
            .flatMap(node -> node.text("server"))
            .orElse("");
    boolean tls = map.flag("tls", true);
    var setup =
        new IrcSetup(
            server,
            port(map, tls ? TLS_PORT : PLAIN_PORT),
            tls,
            map.text("ca").orElse(null),
            matching(map, "nick", "parley", NICK, "Write letters, digits and - at most."),
            channels(map),
            map.text("account").orElse(null),
            Channels.secret(map, "password").orElse(null),
            map.text("certificate").orElse(null),
            map.text("key").orElse(null),
            Channels.secret(map, "server_password").orElse(null),
            identity(map));
    check(map, setup);
    return setup;
  }

  private static void check(YamlMap map, IrcSetup setup) {
    boolean secrets = setup.password() != null || setup.serverPassword() != null;
    if (!setup.tls() && secrets && !LOOPBACK.contains(setup.server())) {
      map.key("tls")
          .problem("Passwords would go over the network in the clear.", "Leave tls: false out.");
    }
    if ((setup.account() == null) != (setup.password() == null)) {
      map.key(setup.account() == null ? "password" : "account")
          .problem(
              "An account needs a password, and a password an account.",
              "Write account: and password: (the name of a secret).");
    }
    if ((setup.certificate() == null) != (setup.key() == null)) {
      map.key(setup.certificate() == null ? "key" : "certificate")
          .problem("A certificate needs its key, and a key its certificate.", "Write both.");
    }
    if (setup.certificate() != null && !setup.tls()) {
      map.key("certificate").problem("Only TLS shows a certificate.", "Leave tls: false out.");
    }
  }

  private static int port(YamlMap map, int usual) {
    var text = map.text("port").orElse(String.valueOf(usual));
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST_PORT || text.equals("0")) {
      map.key("port").problem(text + " is no port.", "Write e.g. " + TLS_PORT + ".");
      return usual;
    }
    return Integer.parseInt(text);
  }

  private static String matching(
      YamlMap map, String key, String usual, String pattern, String todo) {
    var text = map.text(key).orElse(usual);
    if (!text.matches(pattern)) {
      map.key(key).problem(text + " cannot be a " + key + ".", todo);
    }
    return text;
  }

  private static List<String> channels(YamlMap map) {
    var channels = map.texts("channels");
    channels.stream()
        .filter(name -> !name.matches(CHANNEL))
        .forEach(
            name ->
                map.key("channels")
                    .problem(name + " is no channel.", "Write e.g. [\"#ops\"], in quotes."));
    return channels.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static Identity.Kind identity(YamlMap map) {
    var text = map.text("identity").orElse("account");
    if (!Set.of("account", "hostmask").contains(text)) {
      map.key("identity")
          .problem(
              text + " says nothing of who speaks.",
              "Write account, or hostmask where the network itself vouches for users and hosts.");
    }
    return text.equals("hostmask") ? Identity.Kind.HOSTMASK : Identity.Kind.ACCOUNT;
  }
}
