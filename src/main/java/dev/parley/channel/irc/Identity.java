package dev.parley.channel.irc;

import java.util.Locale;
import java.util.Optional;
import org.kitteh.irc.client.library.Client;
import org.kitteh.irc.client.library.element.MessageTag;
import org.kitteh.irc.client.library.element.User;
import org.kitteh.irc.client.library.event.helper.MessageEvent;
import org.kitteh.irc.client.library.feature.CapabilityManager;

/** Says who sent a message. A nick is never it: anybody may take any that is free. */
final class Identity {
  /** What is believed. */
  enum Kind {
    /** The account with the network's services. */
    ACCOUNT,
    /** User and host: for networks without services that vouch for both. */
    HOSTMASK
  }

  private Identity() {}

  /** The immutable id of whoever sent it; empty when nobody vouches for them. */
  static Optional<String> of(Kind kind, Client client, MessageEvent event, User sender) {
    if (kind == Kind.HOSTMASK) {
      return mask(sender);
    }
    // the server says so with each message, or it says so once and again at each change
    return has(client, CapabilityManager.Defaults.ACCOUNT_TAG)
        ? event.getTag("account").flatMap(MessageTag::getValue).flatMap(Identity::known)
        : tracked(client, sender);
  }

  /** The same of somebody whom the server has just told of. */
  static Optional<String> of(Kind kind, User user) {
    return kind == Kind.HOSTMASK ? mask(user) : user.getAccount().flatMap(Identity::known);
  }

  /** Only of those with whom we share a channel is it told when their account changes. */
  private static Optional<String> tracked(Client client, User sender) {
    boolean told =
        has(client, CapabilityManager.Defaults.ACCOUNT_NOTIFY)
            && has(client, CapabilityManager.Defaults.EXTENDED_JOIN);
    return client.getChannels().stream()
        .filter(channel -> told)
        .flatMap(channel -> channel.getUser(sender.getNick()).stream())
        .findFirst()
        .flatMap(User::getAccount)
        .flatMap(Identity::known);
  }

  /** A tilde means that the server did not verify the user. */
  private static Optional<String> mask(User user) {
    return user.getUserString().startsWith("~")
        ? Optional.empty()
        : known(user.getUserString() + "@" + user.getHost());
  }

  private static Optional<String> known(String id) {
    return id.isBlank() || id.equals("*") || id.equals("0")
        ? Optional.empty()
        : Optional.of(id.toLowerCase(Locale.ROOT));
  }

  private static boolean has(Client client, String capability) {
    return client.getCapabilityManager().getCapability(capability).isPresent();
  }
}
