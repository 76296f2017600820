package dev.parley.channel.mattermost;

import dev.parley.channel.FrontEnd;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.Setup;
import dev.parley.channel.Workshop;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to a Mattermost server.
 *
 * @param url of the server
 * @param token the name of the secret that is the bot's token
 * @param callback under which address the server reaches us, for buttons; null for words instead
 * @param command the name of the secret that is the slash command's token; null for none
 */
record MattermostSetup(URI url, String token, @Nullable URI callback, @Nullable String command)
    implements Setup {
  @Override
  public FrontEnd open(Workshop workshop) {
    return new MattermostFrontEnd(this, workshop);
  }

  @Override
  public void attempt(Workshop workshop) throws NotConnectedException {
    new Rest(url, workshop.secret(token)).me();
  }
}
