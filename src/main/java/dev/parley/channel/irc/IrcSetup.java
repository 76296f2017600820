package dev.parley.channel.irc;

import dev.parley.channel.FrontEnd;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.Setup;
import dev.parley.channel.Workshop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to an IRC network.
 *
 * @param tls whether the connection is encrypted and the server's certificate is checked
 * @param ca a file with the certificates to trust instead of those of Java; or null
 * @param channels to join
 * @param account to log in to with SASL; or null
 * @param password the name of the account's secret; or null
 * @param certificate a file in PEM with our own certificate, and {@code key} with its key; or null
 * @param serverPassword the name of the secret that the server itself asks for; or null
 */
record IrcSetup(
    String server,
    int port,
    boolean tls,
    @Nullable String ca,
    String nick,
    List<String> channels,
    @Nullable String account,
    @Nullable String password,
    @Nullable String certificate,
    @Nullable String key,
    @Nullable String serverPassword,
    Identity.Kind identity)
    implements Setup {
  IrcSetup {
    channels = List.copyOf(channels);
  }

  /** Whether we log in to an account of our own. */
  boolean sasl() {
    return account != null || certificate != null;
  }

  @Override
  public FrontEnd open(Workshop workshop) {
    return new IrcFrontEnd(this, workshop);
  }

  /** Under another nick and in no channel, so that one that is connected is not disturbed. */
  @Override
  public void attempt(Workshop workshop) throws NotConnectedException {
    var trying =
        new IrcSetup(
            server,
            port,
            tls,
            ca,
            nick + "-check",
            List.of(),
            account,
            password,
            certificate,
            key,
            serverPassword,
            identity);
    new Connection(trying, workshop, Connection.Listener.NONE).close();
  }
}
