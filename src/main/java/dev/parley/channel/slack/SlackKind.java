package dev.parley.channel.slack;

import dev.parley.channel.Channels;
import dev.parley.channel.FrontEndKind;
import dev.parley.channel.Setup;
import dev.parley.intent.NearNames;
import dev.parley.intent.YamlMap;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Slack in {@code channels.yml}. */
public final class SlackKind implements FrontEndKind {
  private static final String API = "https://slack.com/api/";
  private static final List<String> MODES = List.of("socket", "http");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  @Override
  public String platform() {
    return Place.CHANNEL;
  }

  @Override
  public Setup read(YamlMap settings) {
    settings.only("mode", "bot_token", "app_token", "signing_secret", "api");
    return new SlackSetup(
        mode(settings),
        Channels.secret(settings, "bot_token").orElse("slack-bot-token"),
        Channels.secret(settings, "app_token").orElse("slack-app-token"),
        Channels.secret(settings, "signing_secret").orElse("slack-signing-secret"),
        api(settings));
  }

  private static SlackSetup.Mode mode(YamlMap settings) {
    var said = settings.text("mode").orElse("socket");
    if (!MODES.contains(said)) {
      settings
          .key("mode")
          .problem(
              "There is no mode " + said + ".",
              NearNames.didYouMean(said, MODES, "Write socket or http."));
      return SlackSetup.Mode.SOCKET;
    }
    return SlackSetup.Mode.valueOf(said.toUpperCase(Locale.ROOT));
  }

  /** Tokens go there, so it is Slack itself, or something on this machine, or encrypted. */
  private static String api(YamlMap settings) {
    var said = settings.text("api").orElse(API);
    try {
      var address = URI.create(said);
      boolean near = LOOPBACK.contains(String.valueOf(address.getHost()));
      if ("https".equals(address.getScheme()) || near) {
        return said.endsWith("/") ? said : said + "/";
      }
    } catch (IllegalArgumentException e) {
      // told below, as any other that is none
    }
    settings
        .key("api")
        .problem(
            "The address of Slack's API must begin with https://.",
            "Leave it out, unless a proxy stands between.");
    return API;
  }
}
