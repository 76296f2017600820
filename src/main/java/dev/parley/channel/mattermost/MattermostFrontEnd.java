package dev.parley.channel.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.Button;
import dev.parley.channel.Ears;
import dev.parley.channel.FrontEnd;
import dev.parley.channel.Hooked;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.Press;
import dev.parley.channel.UndeliveredException;
import dev.parley.channel.Workshop;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.delivery.Message;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bot of a Mattermost server. In a channel each thread is a place of its own, where it is spoken
 * to by its name, or without while it asks something; a direct channel is one place.
 */
final class MattermostFrontEnd implements FrontEnd, Hooked {
  private static final System.Logger LOG = System.getLogger("dev.parley.channel");

  /** What was said before the first connection is heard when it is no older. */
  private static final Duration MISSED = Duration.ofMinutes(5);

  private final MattermostSetup setup;
  private final Workshop workshop;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "mattermost");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable Session session;
  private volatile Stream.@Nullable Position position;
  private volatile Instant heardUntil;

  /** One login. */
  private record Session(Rest rest, Rest.Me me, Stream stream, Contexts contexts, Ears ears) {}

  MattermostFrontEnd(MattermostSetup setup, Workshop workshop) {
    this.setup = setup;
    this.workshop = workshop;
    this.heardUntil = workshop.clock().instant().minus(MISSED);
  }

  @Override
  public String platform() {
    return MattermostKind.PLATFORM;
  }

  @Override
  public void connect(Ears ears) throws NotConnectedException {
    leave();
    var token = workshop.secret(setup.token());
    var rest = new Rest(setup.url(), token);
    var me = rest.me();
    var last = position;
    var from = last != null && last.connection().isEmpty() ? null : last;
    var stream =
        Stream.open(rest.client(), setup.url(), token, from, event -> take(event, me, ears));
    if (!stream.resumed()) {
      catchUp(rest, me, ears);
    }
    session = new Session(rest, me, stream, new Contexts(token), ears);
  }

  @Override
  public boolean connected() {
    var now = session;
    return now != null && now.stream().up();
  }

  private void leave() {
    var now = session;
    session = null;
    if (now != null) {
      position = now.stream().position();
      now.stream().close();
    }
  }

  @Override
  public void close() {
    leave();
    background.shutdownNow();
  }

  // ---- what is heard

  private void take(JsonNode event, Rest.Me me, Ears ears) {
    if (!event.path("event").asText().equals("posted")) {
      return;
    }
    var data = event.path("data");
    Rest.json(data.path("post").asText())
        .flatMap(post -> Post.of(post, data.path("channel_type").asText()))
        .ifPresent(
            post -> {
              var name = data.path("channel_name").asText();
              hear(post, "#" + name, data.path("sender_name").asText(), me, ears);
            });
  }

  /** What was said while nobody was connected; what was heard before is not heard again. */
  private void catchUp(Rest rest, Rest.Me me, Ears ears) throws NotConnectedException {
    long since = heardUntil.toEpochMilli();
    for (var channel : rest.get("/users/me/channels")) {
      var id = channel.path("id").asText();
      if (channel.path("last_post_at").asLong() < since || !Rest.isId(id)) {
        continue;
      }
      var page = rest.get("/channels/" + id + "/posts?since=" + since);
      var order = page.path("order");
      for (int i = order.size() - 1; i >= 0; i--) {
        var post = page.path("posts").path(order.get(i).asText());
        if (post.path("create_at").asLong() >= since) {
          Post.of(post, channel.path("type").asText())
              .ifPresent(p -> hear(p, "#" + channel.path("name").asText(), "", me, ears));
        }
      }
    }
  }

  /**
   * Something that somebody posted.
   *
   * @param root the first post of its thread, empty where it begins one
   */
  private record Post(
      String id,
      String user,
      String channel,
      boolean direct,
      String root,
      String text,
      Instant at) {
    /** Empty for what no person typed, what was edited, and what is not as it should be. */
    static Optional<Post> of(JsonNode post, String type) {
      var id = post.path("id").asText();
      var props = post.path("props");
      boolean typed =
          post.path("type").asText().isEmpty()
              && post.path("edit_at").asLong() == 0
              && post.path("delete_at").asLong() == 0
              && !props.path("from_bot").asText().equals("true")
              && !props.path("from_webhook").asText().equals("true");
      var user = post.path("user_id").asText();
      var channel = post.path("channel_id").asText();
      var root = post.path("root_id").asText();
      return typed
              && Rest.isId(id)
              && Rest.isId(user)
              && Rest.isId(channel)
              && (root.isEmpty() || Rest.isId(root))
          ? Optional.of(
              new Post(
                  id,
                  user,
                  channel,
                  type.equals("D"),
                  root,
                  post.path("message").asText(),
                  Instant.ofEpochMilli(post.path("create_at").asLong())))
          : Optional.empty();
    }

    ConversationId place() {
      if (!root.isEmpty()) {
        return MattermostFrontEnd.place(channel, root);
      }
      return MattermostFrontEnd.place(channel, direct ? "" : id);
    }
  }

  private static ConversationId place(String channel, String root) {
    return new ConversationId(
        MattermostKind.PLATFORM, root.isEmpty() ? channel : channel + "/" + root);
  }

  private void hear(Post post, String channel, String sender, Rest.Me me, Ears ears) {
    if (post.at().isAfter(heardUntil)) {
      heardUntil = post.at();
    }
    if (post.user().equals(me.id()) || post.text().isBlank()) {
      return;
    }
    var speaker = new Speaker(MattermostKind.PLATFORM, post.user(), sender, null);
    var place = post.place();
    var mention = Pattern.compile("(?i)(?<![\\w@.-])@" + Pattern.quote(me.name()) + "(?![\\w-])");
    boolean named = mention.matcher(post.text()).find();
    if (!named && !post.direct() && !ears.asks(speaker, place)) {
      return;
    }
    if (!post.direct()) {
      ears.named(place, channel);
    }
    var leading = Pattern.compile("^\\s*" + mention.pattern() + "\\s*[:,]?\\s*");
    var text = leading.matcher(post.text()).replaceFirst("");
    ears.take(
        new Utterance(post.id(), place, speaker, text, post.at()),
        answer -> {},
        sorry -> later(() -> whisper(post, sorry)));
  }

  private void later(Runnable task) {
    if (!background.isShutdown()) {
      background.execute(task);
    }
  }

  /** Only whoever spoke sees it. */
  private void whisper(Post post, String text) {
    var now = session;
    var body = Rest.JSON.createObjectNode().put("user_id", post.user());
    body.putObject("post")
        .put("channel_id", post.channel())
        .put("root_id", post.root())
        .put("message", text);
    try {
      if (now != null) {
        now.rest().change("POST", "/posts/ephemeral", body);
      }
    } catch (UndeliveredException e) {
      LOG.log(System.Logger.Level.WARNING, "mattermost: " + e.getMessage());
    }
  }

  // ---- what the server calls

  @Override
  public Return called(Call call) {
    var now = session;
    if (now == null) {
      return new Return(503, "text/plain;charset=UTF-8", "");
    }
    return switch (call.path()) {
      case "action" -> pressed(call, now);
      case "command" -> command(call, now);
      default -> Return.unknown();
    };
  }

  private Return pressed(Call call, Session now) {
    var body = Rest.json(call.text()).orElseGet(Rest.JSON::createObjectNode);
    var context = now.contexts().read(body.path("context"));
    var user = body.path("user_id").asText();
    if (context.isEmpty() || !Rest.isId(user)) {
      return Return.refused();
    }
    var pressed = context.get();
    var post = body.path("post_id").asText();
    var name = body.path("user_name").asText();
    now.ears()
        .take(
            new Press(
                body.path("trigger_id").asText(),
                new ConversationId(MattermostKind.PLATFORM, pressed.place()),
                new Speaker(MattermostKind.PLATFORM, user, name, null),
                pressed.shown(),
                pressed.says(),
                workshop.clock().instant()),
            answer -> {
              if (answer.intent() != null) {
                later(() -> used(now, post, name, pressed.says()));
              }
            },
            sorry -> {});
    return Return.json("{}");
  }

  /** A button that was used goes, and who used it stands in its place. */
  private void used(Session now, String post, String name, String says) {
    if (!Rest.isId(post)) {
      return;
    }
    try {
      var message = now.rest().get("/posts/" + post).path("message").asText();
      var change = Rest.JSON.createObjectNode().put("id", post);
      change.put("message", message + "\n*@\u200b" + name + ": " + says + "*");
      change.putObject("props").putArray("attachments");
      now.rest().change("PUT", "/posts/" + post + "/patch", change);
    } catch (NotConnectedException | UndeliveredException e) {
      LOG.log(System.Logger.Level.INFO, "mattermost: buttons stay as they are: " + e.getMessage());
    }
  }

  /** In a channel it begins a thread, so that what follows has a place. */
  private Return command(Call call, Session now) {
    var form = form(call.text());
    var secret = setup.command();
    if (secret == null || !rightToken(secret, form.getOrDefault("token", ""))) {
      return Return.refused();
    }
    var user = form.getOrDefault("user_id", "");
    var channel = form.getOrDefault("channel_id", "");
    var text = form.getOrDefault("text", "").strip();
    if (!Rest.isId(user) || !Rest.isId(channel) || text.isEmpty()) {
      return Return.json(
          "{\"response_type\":\"ephemeral\",\"text\":\"Say what you want, e.g. restart apache.\"}");
    }
    var id = form.getOrDefault("trigger_id", "");
    later(() -> begin(now, id, user, form.getOrDefault("user_name", ""), channel, text));
    return Return.json("{}");
  }

  private boolean rightToken(String secret, String given) {
    try {
      return Contexts.equal(workshop.secret(secret), given);
    } catch (NotConnectedException e) {
      LOG.log(System.Logger.Level.WARNING, "mattermost: " + e.sentence());
      return false;
    }
  }

  private void begin(
      Session now, String id, String user, String name, String channel, String text) {
    var opening = Rest.JSON.createObjectNode().put("channel_id", channel);
    opening.put("message", "*@\u200b" + name + " asks*").put("pending_post_id", pending(now, id));
    try {
      var root = now.rest().change("POST", "/posts", opening).path("id").asText();
      now.ears()
          .take(
              new Utterance(
                  id,
                  place(channel, root),
                  new Speaker(MattermostKind.PLATFORM, user, name, null),
                  text,
                  workshop.clock().instant()),
              answer -> {},
              sorry -> LOG.log(System.Logger.Level.INFO, "mattermost: " + sorry));
    } catch (UndeliveredException e) {
      LOG.log(System.Logger.Level.WARNING, "mattermost: a command was lost: " + e.getMessage());
    }
  }

  private static Map<String, String> form(String body) {
    var values = new HashMap<String, String>();
    for (var pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  // ---- what is posted

  @Override
  public void post(Message message) throws UndeliveredException {
    var now = session;
    if (now == null) {
      throw UndeliveredException.forNow("Mattermost is not connected.");
    }
    var place = message.conversation().place();
    int slash = place.indexOf('/');
    var body = Rest.JSON.createObjectNode();
    body.put("channel_id", slash < 0 ? place : place.substring(0, slash))
        .put("root_id", slash < 0 ? "" : place.substring(slash + 1))
        .put("message", MattermostText.of(message.reply(), setup.callback() != null))
        .put("pending_post_id", pending(now, message.conversation() + " " + message.number()));
    if (setup.callback() != null) {
      addButtons(body, message, now);
    }
    now.rest().change("POST", "/posts", body);
  }

  private void addButtons(ObjectNode body, Message message, Session now) {
    var buttons = Button.of(message.reply());
    if (buttons.isEmpty()) {
      return;
    }
    var attachment = body.putObject("props").putArray("attachments").addObject();
    var actions = attachment.put("fallback", "").putArray("actions");
    int number = 0;
    for (var button : buttons) {
      var context =
          new Contexts.Pressed(message.conversation().place(), message.number(), button.says());
      var action = actions.addObject().put("id", "b" + number++).put("type", "button");
      action.put("name", button.says()).put("style", style(button.kind()));
      action
          .putObject("integration")
          .put("url", setup.callback() + "/hooks/mattermost/action")
          .set("context", now.contexts().write(context));
    }
  }

  private static String style(Button.Kind kind) {
    return switch (kind) {
      case GO -> "danger";
      case STOP -> "primary";
      case CHOICE -> "default";
    };
  }

  /** By which the server knows a post that it was given before. */
  private static String pending(Session now, String what) {
    var hash = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    return now.me().id()
        + ":"
        + Long.toUnsignedString(hash.getMostSignificantBits())
        + Long.toUnsignedString(hash.getLeastSignificantBits());
  }
}
