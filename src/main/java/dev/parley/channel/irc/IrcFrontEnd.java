package dev.parley.channel.irc;

import dev.parley.channel.Ears;
import dev.parley.channel.FrontEnd;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.UndeliveredException;
import dev.parley.channel.Workshop;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kitteh.irc.client.library.Client;
import org.kitteh.irc.client.library.element.MessageTag;
import org.kitteh.irc.client.library.element.User;
import org.kitteh.irc.client.library.event.channel.ChannelMessageEvent;
import org.kitteh.irc.client.library.event.helper.MessageEvent;
import org.kitteh.irc.client.library.event.user.PrivateMessageEvent;

/**
 * Channels and private messages of an IRC network. A channel's conversation is named after it, a
 * private one after the account: {@code #ops}, {@code @jason}. It speaks with PRIVMSG and hears no
 * NOTICE, so that two programs never answer each other.
 */
final class IrcFrontEnd implements FrontEnd, Connection.Listener {
  private static final System.Logger LOG = System.getLogger("dev.parley.channel");
  private static final String PRIVATE = "@";

  /** What is older when it comes is a bouncer's or a channel's history. */
  private static final Duration HISTORY = Duration.ofMinutes(2);

  private static final Duration HINT_AGAIN = Duration.ofMinutes(5);
  private static final int REMEMBERED = 10_000;

  private final IrcSetup setup;
  private final Workshop workshop;
  private final Clock clock;
  private final Pages pages = new Pages();

  /** Under which nick an account spoke last, and of a person in a conversation. */
  private final Map<String, String> nicks = new ConcurrentHashMap<>();

  private final Map<String, Instant> hinted = new ConcurrentHashMap<>();
  private volatile @Nullable Ears ears;
  private volatile @Nullable Connection connection;

  IrcFrontEnd(IrcSetup setup, Workshop workshop) {
    this.setup = setup;
    this.workshop = workshop;
    this.clock = workshop.clock();
  }

  @Override
  public String platform() {
    return IrcKind.PLATFORM;
  }

  @Override
  public void connect(Ears hearing) throws NotConnectedException {
    close();
    ears = hearing;
    connection = new Connection(setup, workshop, this);
  }

  @Override
  public boolean connected() {
    var now = connection;
    return now != null && now.up();
  }

  @Override
  public void close() {
    var now = connection;
    connection = null;
    if (now != null) {
      now.close();
    }
  }

  // ---- what is heard

  @Override
  public void said(Client client, ChannelMessageEvent event) {
    attempt(client, event.getActor(), () -> heard(client, event));
  }

  @Override
  public void said(Client client, PrivateMessageEvent event) {
    attempt(client, event.getActor(), () -> heard(client, event));
  }

  /** Nobody is left without an answer because the records are away. */
  private static void attempt(Client client, User sender, Runnable hearing) {
    try {
      hearing.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "irc: a message could not be heard.", e);
      notice(client, sender.getNick(), "I cannot take anything up just now. Say it again later.");
    }
  }

  private void heard(Client client, ChannelMessageEvent event) {
    var text = IrcLines.plain(event.getMessage());
    var channel = event.getChannel();
    var place = place(channel.getName());
    var addressed = Addressing.to(client.getNick(), text);
    if (client.isUser(event.getActor())) {
      return;
    }
    var id = Identity.of(setup.identity(), client, event, event.getActor());
    if (addressed.isEmpty()
        && (id.isEmpty()
            || Addressing.toSomebody(channel.getNicknames(), text)
            || !asked(speaker(id.get(), event.getActor()), place, text))) {
      return;
    }
    hear(client, event, event.getActor(), id, place, addressed.orElse(text));
  }

  private boolean asked(Speaker speaker, ConversationId place, String text) {
    var hearing = ears;
    return hearing != null && (hearing.asks(speaker, place) || Pages.asks(text));
  }

  private void heard(Client client, PrivateMessageEvent event) {
    if (client.isUser(event.getActor()) || !event.isToClient()) {
      return;
    }
    var text = IrcLines.plain(event.getMessage());
    var id = Identity.of(setup.identity(), client, event, event.getActor());
    var place = place(PRIVATE + id.orElse(""));
    var said = Addressing.to(client.getNick(), text).orElse(text);
    hear(client, event, event.getActor(), id, place, said);
  }

  private void hear(
      Client client,
      MessageEvent event,
      User sender,
      Optional<String> id,
      ConversationId place,
      String text) {
    var hearing = ears;
    var at = event.getTag("time", MessageTag.Time.class).map(MessageTag.Time::getTime);
    var now = clock.instant();
    if (hearing == null
        || text.isBlank()
        || at.filter(time -> time.isBefore(now.minus(HISTORY))).isPresent()) {
      return;
    }
    if (id.isEmpty()) {
      hint(client, sender.getNick());
      return;
    }
    var speaker = speaker(id.get(), sender);
    remember(hearing, speaker, place, sender.getNick());
    if (Pages.asks(text) && more(place, speaker, hearing)) {
      return;
    }
    var message =
        event
            .getTag("msgid", MessageTag.MsgId.class)
            .map(MessageTag.MsgId::getId)
            .orElseGet(() -> UUID.randomUUID().toString());
    hearing.take(
        new Utterance(message, place, speaker, text, at.orElse(now)),
        answer -> {},
        sorry -> notice(client, sender.getNick(), sorry));
  }

  private static Speaker speaker(String id, User sender) {
    return new Speaker(IrcKind.PLATFORM, id, sender.getNick(), null);
  }

  private void remember(Ears hearing, Speaker speaker, ConversationId place, String nick) {
    if (nicks.size() > REMEMBERED) {
      nicks.clear();
    }
    nicks.put(speaker.id(), nick);
    nicks.put(place + " " + hearing.person(speaker).key(), nick);
  }

  /** Off the thread that reads from the server, which must go on to read. */
  private boolean more(ConversationId place, Speaker speaker, Ears hearing) {
    if (hearing.asks(speaker, place)) {
      return false;
    }
    var page = pages.next(place);
    if (page.isEmpty()) {
      return false;
    }
    var sending = new Thread(() -> sendPage(place, page), "irc-more");
    sending.setDaemon(true);
    sending.start();
    return true;
  }

  private void sendPage(ConversationId place, List<String> page) {
    var now = connection;
    try {
      if (now != null) {
        now.send(target(now, place), page);
      }
    } catch (UndeliveredException e) {
      LOG.log(System.Logger.Level.WARNING, "irc: a page was not posted: " + e.getMessage());
    }
  }

  private void hint(Client client, String nick) {
    var now = clock.instant();
    var before = hinted.put(nick.toLowerCase(Locale.ROOT), now);
    if (hinted.size() > REMEMBERED) {
      hinted.clear();
    }
    if (before == null || before.isBefore(now.minus(HINT_AGAIN))) {
      notice(
          client,
          nick,
          setup.identity() == Identity.Kind.ACCOUNT
              ? "I know people by their account, not by their nick, and I see no account of yours."
                  + " Log in (/msg NickServ IDENTIFY …), be in a channel where I am, and say it again."
              : "I know people by user and host, and this network does not vouch for yours.");
    }
  }

  private static void notice(Client client, String nick, String text) {
    for (var line : IrcLines.of(text, IrcLines.room(client.getNick(), nick))) {
      client.sendNotice(nick, line);
    }
  }

  private static ConversationId place(String name) {
    return new ConversationId(IrcKind.PLATFORM, name.toLowerCase(Locale.ROOT));
  }

  // ---- what is posted

  @Override
  public void post(Message message) throws UndeliveredException {
    var now = connection;
    if (now == null || !now.up()) {
      throw UndeliveredException.forNow("IRC is not connected.");
    }
    var place = message.conversation();
    var target = target(now, place);
    var text = IrcText.of(message.reply());
    var nick = nicks.get(place + " " + message.person());
    var addressed = place.place().startsWith(PRIVATE) || nick == null ? text : nick + ": " + text;
    var lines = IrcLines.of(addressed, IrcLines.room(now.client().getNick(), target));
    now.send(target, pages.first(place, lines));
  }

  /** Where it goes; a private message only to a nick that its account has at this moment. */
  private String target(Connection now, ConversationId conversation) throws UndeliveredException {
    var place = conversation.place();
    if (!place.startsWith(PRIVATE)) {
      if (now.client().getChannel(place).isEmpty()) {
        throw UndeliveredException.forNow("I am not in " + place + ".");
      }
      return place;
    }
    var account = place.substring(PRIVATE.length());
    var nick = nicks.getOrDefault(account, "");
    if (nick.isEmpty()) {
      nick = inChannels(now.client(), account).orElse("");
    }
    if (nick.isEmpty()
        || now.whois(nick)
            .flatMap(user -> Identity.of(setup.identity(), user))
            .filter(account::equals)
            .isEmpty()) {
      nicks.remove(account);
      throw UndeliveredException.forNow("Nobody with the account " + account + " is here.");
    }
    return nick;
  }

  private Optional<String> inChannels(Client client, String account) {
    return client.getChannels().stream()
        .flatMap(channel -> channel.getUsers().stream())
        .filter(user -> Identity.of(setup.identity(), user).filter(account::equals).isPresent())
        .map(User::getNick)
        .findFirst();
  }
}
