package dev.parley.channel.slack.fake;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A whole Slack on loopback, for the real client: what it answers, what it tells, what it forbids
 * and what goes wrong with it. Tests speak as people, and read what these would see.
 */
public final class FakeSlack implements AutoCloseable {
  public static final String BOT_TOKEN = "xoxb-fake";
  public static final String APP_TOKEN = "xapp-fake";

  private final Workspace workspace = new Workspace();
  private final Deliveries deliveries = new Deliveries();
  private final Sockets sockets = new Sockets(deliveries);
  private final WebApi api;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private FakeSlack() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api =
        new WebApi(
            workspace, deliveries::deliver, () -> "ws://127.0.0.1:" + sockets.getPort() + "/link");
    api.base = "http://127.0.0.1:" + http.getAddress().getPort();
    http.createContext("/", api::handle);
    http.setExecutor(threads);
    http.start();
    sockets.begin();
    deliveries.over(sockets);
  }

  public static FakeSlack start() {
    try {
      return new FakeSlack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Slack would say against these blocks, or null. */
  public static @Nullable String refusalOf(com.google.gson.JsonArray blocks) {
    return BlockLimits.problem(blocks);
  }

  /** Where its methods are. */
  public String apiUrl() {
    return api.base + "/api/";
  }

  public Workspace workspace() {
    return workspace;
  }

  /** Events go to this address from now on, and not through Socket Mode. */
  public HttpEvents callsOver(URI hooks, String secret) {
    var events = new HttpEvents(hooks, secret, deliveries);
    deliveries.over(events);
    return events;
  }

  public void faults(Faults faults) {
    api.faults(faults);
    deliveries.faults(faults);
  }

  /** So long it waits for an acknowledgement before it sends something again. */
  public void patience(Duration patience) {
    deliveries.patience(patience);
  }

  /** Allows a method so often in a channel. */
  public void limit(String method, double perSecond, int burst) {
    api.limits.limit(method, perSecond, burst);
  }

  /** Refuses every call with this error; null ends that. */
  public void refuse(@Nullable String error) {
    api.refuse(error);
  }

  /** Somebody writes into a channel or, with the id of one, into a direct conversation. */
  public Post say(String user, String channel, String text) {
    return reply(user, channel, null, text);
  }

  /** Somebody writes into a thread. */
  public Post reply(String user, String channel, @Nullable String thread, String text) {
    var post = new Post(channel, workspace.nextTs(), thread, user, false, null);
    post.text = text;
    workspace.add(post);
    tell(post);
    return post;
  }

  /** Both events that Slack makes of a post that names the app, or the one of any other. */
  public void tell(Post post) {
    if (!workspace.botIsIn(post.channel)) {
      return;
    }
    deliveries.deliver(Payloads.message(post));
    if (names(post) && !post.channel.startsWith("D")) {
      deliveries.deliver(Payloads.mention(post, false));
    }
  }

  private static boolean names(Post post) {
    return post.text.contains("<@" + Workspace.BOT + ">");
  }

  /** Somebody changes what they wrote. */
  public void edit(Post post, String text) {
    var before = post.json();
    post.text = text;
    post.edits++;
    deliveries.deliver(Payloads.changed(post, before, workspace.nextTs()));
    if (names(post)) {
      deliveries.deliver(Payloads.mention(post, true));
    }
  }

  /** Another app posts something. */
  public void bot(String channel, String text) {
    var post = new Post(channel, workspace.nextTs(), null, "U0OTHERBOT", true, null);
    post.text = text;
    workspace.add(post);
    tell(post);
  }

  /** Somebody presses a button that they see, or saw a moment ago. */
  public void press(String user, Post post, Post.Button button) {
    var name = workspace.name(user).orElse(user);
    deliveries.deliver(
        Payloads.press(
            user, name, post, button, workspace.nextTs(), api.responseUrl(post.channel, user)));
  }

  /** Somebody types a slash command. */
  public void command(String user, String channel, String text) {
    var name = workspace.name(user).orElse(user);
    deliveries.deliver(
        Payloads.command(user, name, channel, "/parley", text, api.responseUrl(channel, user)));
  }

  /** Announces the end of the connections. */
  public void announce(String reason) {
    sockets.announce(reason);
  }

  /** Ends the connections without a word. */
  public void cut() {
    sockets.cut();
  }

  public int connected() {
    return sockets.connected();
  }

  /** How many connections there ever were. */
  public int connections() {
    return sockets.connections();
  }

  /** What somebody sees of a thread, its first message included. */
  public List<Post> thread(String viewer, String channel, String root) {
    return workspace.thread(channel, root, viewer);
  }

  /** What somebody sees of a channel. */
  public List<Post> all(String viewer, String channel) {
    return workspace.all(channel).stream()
        .filter(post -> post.onlyFor == null || post.onlyFor.equals(viewer))
        .toList();
  }

  /** Waits until somebody sees a message of the app's in a channel, and gives the latest. */
  public Post await(String viewer, String channel, Predicate<Post> wanted) {
    return workspace.await(
        "message for " + viewer + " in " + channel,
        () ->
            all(viewer, channel).stream()
                .filter(Post::byBot)
                .filter(wanted)
                .reduce((first, second) -> second));
  }

  /** Waits until something holds. */
  public void await(String what, java.util.function.BooleanSupplier holds) {
    workspace.await(
        what,
        () -> holds.getAsBoolean() ? java.util.Optional.of(true) : java.util.Optional.empty());
  }

  /** How often a method was called. */
  public int calls(String method) {
    return api.calls(method);
  }

  /** Events that were not acknowledged in spite of all retries. */
  public int lost() {
    return deliveries.lost();
  }

  public int acknowledged() {
    return deliveries.acknowledged();
  }

  /** Events that wait for an acknowledgement. */
  public int unacknowledged() {
    return deliveries.waiting();
  }

  /** So many milliseconds the given share of acknowledgements took at most. */
  public double latency(double share) {
    return deliveries.latency(share);
  }

  @Override
  public void close() {
    deliveries.close();
    http.stop(0);
    try {
      sockets.stop(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
