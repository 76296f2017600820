package dev.parley.channel.slack;

import dev.parley.channel.FrontEnd;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.Setup;
import dev.parley.channel.Workshop;

/**
 * What {@code channels.yml} says of Slack.
 *
 * @param botToken the name of the secret that begins with {@code xoxb-}
 * @param appToken the name of the secret that begins with {@code xapp-}; for Socket Mode
 * @param signingSecret the name of the secret with which Slack signs; for HTTP
 * @param api where Slack's methods are
 */
record SlackSetup(Mode mode, String botToken, String appToken, String signingSecret, String api)
    implements Setup {

  /** How Slack reaches us. */
  enum Mode {
    /** We call Slack, and nothing needs to be open to the world. */
    SOCKET,
    /** Slack calls us. */
    HTTP
  }

  @Override
  public FrontEnd open(Workshop workshop) {
    return new SlackFrontEnd(this, workshop);
  }

  /** Slack calls whichever node it reaches; of Socket Mode one connection is enough. */
  @Override
  public boolean onEachNode() {
    return mode == Mode.HTTP;
  }

  @Override
  public void attempt(Workshop workshop) throws NotConnectedException {
    try (var api = api(workshop)) {
      api.whoAmI();
      if (mode == Mode.SOCKET) {
        api.socketAddress(appToken(workshop));
      } else {
        signature(workshop);
      }
    }
  }

  SlackApi api(Workshop workshop) throws NotConnectedException {
    var token = workshop.secret(botToken);
    if (!token.startsWith("xoxb-")) {
      throw NotConnectedException.forGood(
          "The secret %s is no bot token; it begins with xoxb-, under OAuth & Permissions of the app."
              .formatted(botToken));
    }
    return new SlackApi(api, token);
  }

  String appToken(Workshop workshop) throws NotConnectedException {
    var token = workshop.secret(appToken);
    if (!token.startsWith("xapp-")) {
      throw NotConnectedException.forGood(
          "The secret %s is no app-level token; it begins with xapp-, under Basic Information of the app."
              .formatted(appToken));
    }
    return token;
  }

  Signature signature(Workshop workshop) throws NotConnectedException {
    try {
      return new Signature(workshop.secret(signingSecret), workshop.clock());
    } catch (IllegalArgumentException e) {
      throw NotConnectedException.forGood(String.valueOf(e.getMessage()));
    }
  }
}
