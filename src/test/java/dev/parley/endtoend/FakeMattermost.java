package dev.parley.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Mattermost server, as far as a bot sees it: posts over REST, events over a web socket that can
 * go on where it broke off, rate limits, buttons that call back.
 */
final class FakeMattermost implements AutoCloseable {
  static final String TOKEN = "the-bots-token";
  static final String BOT = "botbotbotbotbotbotbotbot01";
  static final String OPS = "opsopsopsopsopsopsopsops01";
  static final String DIRECT = "directdirectdirectdirect01";

  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    // tests of the server in the same process switch web sockets off for everybody's Vert.x
    System.clearProperty("vertx.disableWebsockets");
  }

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final Map<String, ObjectNode> posts = new LinkedHashMap<>();
  private final Map<String, String> pending = new LinkedHashMap<>();
  private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> missed = new ArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private String connection = "";
  private long next;

  /** So many posts are refused before the next is taken. */
  final AtomicInteger busy = new AtomicInteger();

  FakeMattermost() {
    server = vertx.createHttpServer().webSocketHandler(this::opened).requestHandler(this::asked);
    try {
      server
          .listen(0, "127.0.0.1")
          .toCompletionStage()
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  // ---- the web socket

  private synchronized void opened(ServerWebSocket socket) {
    var query = String.valueOf(socket.query());
    socket.textMessageHandler(
        text -> {
          if (text.contains("authentication_challenge") && !text.contains(TOKEN)) {
            socket.writeTextMessage("{\"status\":\"FAIL\",\"seq_reply\":1}");
          } else {
            greet(socket, query);
          }
        });
    socket.closeHandler(closed -> sockets.remove(socket));
  }

  private synchronized void greet(ServerWebSocket socket, String query) {
    boolean known = !connection.isEmpty() && query.contains("connection_id=" + connection + "&");
    if (!known) {
      connection = "connection" + ids.incrementAndGet();
      next = 1;
      missed.clear();
    }
    socket.writeTextMessage("{\"status\":\"OK\",\"seq_reply\":1}");
    socket.writeTextMessage(
        "{\"event\":\"hello\",\"data\":{\"connection_id\":\"%s\"},\"seq\":0}"
            .formatted(connection));
    missed.forEach(socket::writeTextMessage);
    missed.clear();
    sockets.add(socket);
  }

  private void tell(String event, ObjectNode data) {
    var frame = JSON.createObjectNode().put("event", event).put("seq", next++);
    frame.set("data", data);
    if (sockets.isEmpty()) {
      missed.add(frame.toString());
    }
    sockets.forEach(socket -> socket.writeTextMessage(frame.toString()));
  }

  /** Breaks the connection off; the server forgets it, or keeps what comes meanwhile. */
  synchronized void drop(boolean forget) {
    var open = List.copyOf(sockets);
    sockets.clear();
    open.forEach(ServerWebSocket::close);
    if (forget) {
      connection = "";
    }
  }

  // ---- the REST API

  private void asked(HttpServerRequest request) {
    request.bodyHandler(
        body -> {
          var response = request.response().putHeader("Content-Type", "application/json");
          try {
            var answer = answer(request, body.toString());
            response.setStatusCode(answer.status());
            if (answer.status() == 429) {
              response.putHeader("Retry-After", "1");
            }
            response.end(answer.body().toString());
          } catch (IOException e) {
            response.setStatusCode(400).end("{}");
          }
        });
  }

  private record Answered(int status, JsonNode body) {}

  private synchronized Answered answer(HttpServerRequest request, String body) throws IOException {
    var what = request.method().name() + " " + request.path().replace("/api/v4", "");
    if (!("Bearer " + TOKEN).equals(request.getHeader("Authorization"))) {
      return new Answered(401, JSON.createObjectNode().put("message", "Invalid session."));
    }
    if (what.equals("GET /users/me")) {
      return ok(JSON.createObjectNode().put("id", BOT).put("username", "parley"));
    }
    if (what.equals("GET /users/me/channels")) {
      var all = JSON.createArrayNode();
      all.addObject()
          .put("id", OPS)
          .put("type", "O")
          .put("name", "ops")
          .put("last_post_at", Long.MAX_VALUE);
      all.addObject()
          .put("id", DIRECT)
          .put("type", "D")
          .put("name", "d")
          .put("last_post_at", Long.MAX_VALUE);
      return ok(all);
    }
    if (what.matches("GET /channels/[^/]+/posts")) {
      return ok(since(request.path().split("/")[4], Long.parseLong(request.getParam("since"))));
    }
    if (what.equals("POST /posts")) {
      return busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0
          ? new Answered(429, JSON.createObjectNode())
          : new Answered(201, posted((ObjectNode) JSON.readTree(body)));
    }
    var id = request.path().replaceAll("/api/v4/posts/|/patch", "");
    if (what.startsWith("GET /posts/") && posts.containsKey(id)) {
      return ok(posts.get(id));
    }
    if (what.endsWith("/patch") && posts.containsKey(id)) {
      posts.get(id).setAll((ObjectNode) JSON.readTree(body));
      return ok(posts.get(id));
    }
    return new Answered(404, JSON.createObjectNode());
  }

  private static Answered ok(JsonNode body) {
    return new Answered(200, body);
  }

  private JsonNode since(String channel, long time) {
    var page = JSON.createObjectNode();
    var order = page.putArray("order");
    var found = page.putObject("posts");
    posts.forEach(
        (id, post) -> {
          if (post.path("channel_id").asText().equals(channel)
              && post.path("create_at").asLong() >= time) {
            order.insert(0, id);
            found.set(id, post);
          }
        });
    return page;
  }

  /** The same post that is given twice is posted once. */
  private ObjectNode posted(ObjectNode post) {
    var known = pending.get(post.path("pending_post_id").asText());
    if (known != null && !known.isEmpty()) {
      return posts.get(known);
    }
    post.put("user_id", BOT);
    add(post);
    pending.put(post.path("pending_post_id").asText("none"), post.path("id").asText());
    return post;
  }

  private void add(ObjectNode post) {
    var id = "post%022d".formatted(ids.incrementAndGet());
    post.put("id", id).put("create_at", System.currentTimeMillis());
    posts.put(id, post);
    tell(post, "posted");
  }

  private void tell(ObjectNode post, String event) {
    var channel = post.path("channel_id").asText();
    var data = JSON.createObjectNode().put("post", post.toString()).put("sender_name", "@somebody");
    data.put("channel_type", channel.equals(DIRECT) ? "D" : "O");
    data.put("channel_name", channel.equals(OPS) ? "ops" : "d");
    tell(event, data);
  }

  // ---- what the test does

  /** Somebody posts; a root makes it an answer in a thread. */
  synchronized String says(String user, String channel, String root, String text) {
    var post = JSON.createObjectNode().put("user_id", user).put("channel_id", channel);
    post.put("root_id", root).put("message", text).put("type", "");
    add(post);
    return post.path("id").asText();
  }

  /** The server tells of a post once more, or as something else. */
  synchronized void tellAgain(String id, String event) {
    tell(posts.get(id), event);
  }

  synchronized void edit(String id, String text) {
    posts.get(id).put("message", text).put("edit_at", System.currentTimeMillis());
    tell(posts.get(id), "post_edited");
  }

  /** What the bot has posted in a thread. */
  synchronized List<ObjectNode> answers(String root) {
    return posts.values().stream()
        .filter(post -> post.path("user_id").asText().equals(BOT))
        .filter(post -> post.path("root_id").asText().equals(root))
        .map(ObjectNode::deepCopy)
        .toList();
  }

  /** Waits for an answer in a thread that holds this. */
  JsonNode hears(String root, String text) {
    Eventually.until(
        "in " + root + ": " + text + ", not " + answers(root),
        () -> answers(root).stream().anyMatch(p -> p.path("message").asText().contains(text)));
    return answers(root).stream()
        .filter(p -> p.path("message").asText().contains(text))
        .findFirst()
        .orElseThrow();
  }

  /** What the server calls back with when somebody presses a button of a post. */
  static String pressed(JsonNode post, String name, String user) {
    for (var action : post.at("/props/attachments/0/actions")) {
      if (action.path("name").asText().equals(name)) {
        var call = JSON.createObjectNode().put("user_id", user).put("user_name", "somebody");
        call.put("trigger_id", "trigger" + System.nanoTime());
        call.put("post_id", post.path("id").asText());
        call.set("context", action.at("/integration/context"));
        return call.toString();
      }
    }
    throw new AssertionError("There is no button " + name + " in " + post);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    vertx.close();
  }
}
