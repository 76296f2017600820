package dev.parley.channel.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Slack's methods, with their refusals and limits. */
final class WebApi {
  private static final int LONGEST = 40_000;
  private static final int RESPONSES = 5;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  final RateLimits limits = new RateLimits();
  private final Workspace workspace;
  private final Consumer<Event> deliver;
  private final Supplier<String> socket;
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
  private final Map<String, Response> responses = new ConcurrentHashMap<>();
  private volatile Faults faults = Faults.none();
  private volatile @Nullable String refusal;
  volatile String base = "";
  volatile String botToken = "xoxb-fake";
  volatile String appToken = "xapp-fake";

  private static final class Upload {
    final String name;
    String content = "";

    Upload(String name) {
      this.name = name;
    }
  }

  private record Response(String channel, String user, AtomicInteger uses) {}

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String error) {
      super(error);
    }
  }

  WebApi(Workspace workspace, Consumer<Event> deliver, Supplier<String> socket) {
    this.workspace = workspace;
    this.deliver = deliver;
    this.socket = socket;
  }

  void faults(Faults faults) {
    this.faults = faults;
  }

  /** Every call is refused with this error from now on; null ends that. */
  void refuse(@Nullable String error) {
    this.refusal = error;
  }

  int calls(String method) {
    var count = calls.get(method);
    return count == null ? 0 : count.get();
  }

  String responseUrl(String channel, String user) {
    var id = "R" + responses.size() + "-" + System.nanoTime();
    responses.put(id, new Response(channel, user, new AtomicInteger()));
    return base + "/response/" + id;
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.startsWith("/upload/")) {
        uploads.get(path.substring("/upload/".length())).content = body;
        answer(exchange, 200, "OK");
      } else if (path.startsWith("/response/")) {
        respond(exchange, path.substring("/response/".length()), body);
      } else {
        method(exchange, path.substring("/api/".length()), arguments(exchange, body));
      }
    } catch (RuntimeException e) {
      e.printStackTrace();
      answer(exchange, 500, "{}");
    }
  }

  private void respond(HttpExchange exchange, String id, String body) throws IOException {
    var response = responses.get(id);
    if (response == null || response.uses().incrementAndGet() > RESPONSES) {
      answer(exchange, 404, "used_url");
      return;
    }
    var json = JsonParser.parseString(body).getAsJsonObject();
    var post =
        new Post(
            response.channel(), workspace.nextTs(), null, Workspace.BOT, true, response.user());
    post.text = json.get("text").getAsString();
    workspace.add(post);
    workspace.changed();
    answer(exchange, 200, "ok");
  }

  private void method(HttpExchange exchange, String method, Map<String, String> arguments)
      throws IOException {
    calls.computeIfAbsent(method, key -> new AtomicInteger()).incrementAndGet();
    var now = faults;
    boolean limited;
    boolean failed;
    boolean lost;
    synchronized (now) {
      boolean spoils = method.startsWith("chat.") || method.startsWith("reactions.");
      limited = spoils && now.happens(now.rateLimited());
      failed = spoils && now.happens(now.failed());
      lost = spoils && now.happens(now.lostAnswer());
    }
    int wait = limits.wait(method, arguments.getOrDefault("channel", ""), System.nanoTime());
    if (wait > 0 || limited) {
      exchange.getResponseHeaders().add("Retry-After", String.valueOf(Math.max(1, wait)));
      answer(exchange, TOO_MANY, "{\"ok\":false,\"error\":\"ratelimited\"}");
      return;
    }
    if (failed) {
      answer(exchange, UNAVAILABLE, "upstream connect error");
      return;
    }
    var result = result(method, arguments);
    answer(exchange, lost ? UNAVAILABLE : 200, lost ? "upstream" : result.toString());
  }

  private JsonObject result(String method, Map<String, String> arguments) {
    try {
      var now = refusal;
      if (now != null) {
        throw new Refused(now);
      }
      check(method, arguments);
      var result = call(method, arguments);
      result.addProperty("ok", true);
      workspace.changed();
      return result;
    } catch (Refused e) {
      var result = new JsonObject();
      result.addProperty("ok", false);
      var words = String.valueOf(e.getMessage()).split(": ", 2);
      result.addProperty("error", words[0]);
      if (words.length == 2) {
        System.err.println("fake slack refuses: " + e.getMessage());
      }
      return result;
    }
  }

  private void check(String method, Map<String, String> arguments) {
    var token = arguments.getOrDefault("token", "");
    if (token.isEmpty()) {
      throw new Refused("not_authed");
    }
    boolean app = method.equals("apps.connections.open");
    if (!token.equals(app ? appToken : botToken)) {
      throw new Refused(
          token.equals(app ? botToken : appToken) ? "not_allowed_token_type" : "invalid_auth");
    }
  }

  private JsonObject call(String method, Map<String, String> arguments) {
    return switch (method) {
      case "auth.test" ->
          Payloads.object(
              "url",
              "https://fake.slack.com/",
              "team",
              "Fake",
              "user",
              "parley",
              "team_id",
              Workspace.TEAM,
              "user_id",
              Workspace.BOT,
              "bot_id",
              Workspace.BOT_ID);
      case "apps.connections.open" -> Payloads.object("url", socket.get());
      case "chat.postMessage" -> postMessage(arguments);
      case "chat.postEphemeral" -> postEphemeral(arguments);
      case "chat.update" -> update(arguments);
      case "reactions.add" -> react(arguments, true);
      case "reactions.remove" -> react(arguments, false);
      case "conversations.info" -> info(arguments);
      case "conversations.open" ->
          with("channel", Payloads.object("id", workspace.direct(need(arguments, "users"))));
      case "conversations.replies", "conversations.history" -> messages(method, arguments);
      case "users.info" -> user(arguments);
      case "bots.info" ->
          with("bot", Payloads.object("id", Workspace.BOT_ID, "user_id", Workspace.BOT));
      case "views.open", "views.publish" -> new JsonObject();
      case "files.getUploadURLExternal" -> uploadUrl(arguments);
      case "files.completeUploadExternal" -> completeUpload(arguments);
      default -> throw new Refused("unknown_method: " + method);
    };
  }

  private static JsonObject with(String key, JsonElement value) {
    var json = new JsonObject();
    json.add(key, value);
    return json;
  }

  private static String need(Map<String, String> arguments, String key) {
    var value = arguments.get(key);
    if (value == null) {
      throw new Refused("invalid_arguments: " + key);
    }
    return value;
  }

  private Workspace.Channel channel(Map<String, String> arguments) {
    var channel =
        workspace
            .find(need(arguments, "channel"))
            .orElseThrow(() -> new Refused("channel_not_found"));
    if (!workspace.botIsIn(channel.id())) {
      throw new Refused("not_in_channel");
    }
    return channel;
  }

  private void fill(Post post, Map<String, String> arguments) {
    post.text = arguments.getOrDefault("text", "");
    post.blocks =
        arguments.containsKey("blocks")
            ? JsonParser.parseString(arguments.get("blocks")).getAsJsonArray()
            : new JsonArray();
    if (post.text.isEmpty() && post.blocks.isEmpty()) {
      throw new Refused("no_text");
    }
    if (post.text.length() > LONGEST) {
      throw new Refused("msg_too_long");
    }
    var problem = BlockLimits.problem(post.blocks);
    if (problem != null) {
      throw new Refused(problem);
    }
  }

  private JsonObject postMessage(Map<String, String> arguments) {
    var channel = channel(arguments);
    var thread = arguments.get("thread_ts");
    if (thread != null && workspace.post(channel.id(), thread).isEmpty()) {
      throw new Refused("thread_not_found");
    }
    var post = new Post(channel.id(), workspace.nextTs(), thread, Workspace.BOT, true, null);
    fill(post, arguments);
    if (arguments.containsKey("metadata")) {
      post.metadata = JsonParser.parseString(arguments.get("metadata")).getAsJsonObject();
    }
    workspace.add(post);
    deliver.accept(Payloads.message(post));
    var json = Payloads.object("channel", channel.id(), "ts", post.ts);
    json.add("message", post.json());
    return json;
  }

  private JsonObject postEphemeral(Map<String, String> arguments) {
    var channel = channel(arguments);
    var post =
        new Post(
            channel.id(),
            workspace.nextTs(),
            arguments.get("thread_ts"),
            Workspace.BOT,
            true,
            need(arguments, "user"));
    fill(post, arguments);
    workspace.add(post);
    return Payloads.object("message_ts", post.ts);
  }

  private Post own(Map<String, String> arguments, String key) {
    var post =
        workspace
            .post(channel(arguments).id(), need(arguments, key))
            .orElseThrow(() -> new Refused("message_not_found"));
    if (post.ephemeral()) {
      throw new Refused("message_not_found");
    }
    return post;
  }

  private JsonObject update(Map<String, String> arguments) {
    var post = own(arguments, "ts");
    if (!post.byBot) {
      throw new Refused("cant_update_message");
    }
    var before = post.json();
    synchronized (workspace) {
      fill(post, arguments);
      post.edits++;
    }
    deliver.accept(Payloads.changed(post, before, workspace.nextTs()));
    return Payloads.object("channel", post.channel, "ts", post.ts, "text", post.text);
  }

  private JsonObject react(Map<String, String> arguments, boolean add) {
    var post = own(arguments, "timestamp");
    var name = need(arguments, "name");
    synchronized (workspace) {
      var by = post.reactions.computeIfAbsent(name, key -> new LinkedHashSet<>());
      if (add && !by.add(Workspace.BOT)) {
        throw new Refused("already_reacted");
      }
      if (!add && !by.remove(Workspace.BOT)) {
        throw new Refused("no_reaction");
      }
    }
    return new JsonObject();
  }

  private JsonObject info(Map<String, String> arguments) {
    var channel = channel(arguments);
    var json = Payloads.object("id", channel.id(), "name", channel.name());
    json.addProperty("is_im", channel.direct() != null);
    return with("channel", json);
  }

  private JsonObject messages(String method, Map<String, String> arguments) {
    var channel = channel(arguments).id();
    var oldest = Double.parseDouble(arguments.getOrDefault("oldest", "0"));
    int limit = Integer.parseInt(arguments.getOrDefault("limit", "100"));
    var root = arguments.get("ts");
    var found = new JsonArray();
    workspace.all(channel).stream()
        .filter(post -> !post.ephemeral())
        .filter(post -> root == null || post.ts.equals(root) || root.equals(post.threadTs))
        .filter(post -> post.ts.equals(root) || Double.parseDouble(post.ts) >= oldest)
        .limit(limit)
        .forEach(post -> found.add(post.json()));
    return with("messages", found);
  }

  private JsonObject user(Map<String, String> arguments) {
    var id = need(arguments, "user");
    var name = workspace.name(id).orElseThrow(() -> new Refused("user_not_found"));
    return with("user", Payloads.object("id", id, "name", name, "real_name", name));
  }

  private JsonObject uploadUrl(Map<String, String> arguments) {
    if (Integer.parseInt(need(arguments, "length")) <= 0) {
      throw new Refused("invalid_arguments: length");
    }
    var id = "F" + uploads.size() + System.nanoTime();
    uploads.put(id, new Upload(need(arguments, "filename")));
    return Payloads.object("upload_url", base + "/upload/" + id, "file_id", id);
  }

  private JsonObject completeUpload(Map<String, String> arguments) {
    var channel = arguments.get("channel_id");
    var post =
        new Post(
            channel == null ? "" : channel,
            workspace.nextTs(),
            arguments.get("thread_ts"),
            Workspace.BOT,
            true,
            null);
    var files = new JsonArray();
    for (var file : JsonParser.parseString(need(arguments, "files")).getAsJsonArray()) {
      var id = file.getAsJsonObject().get("id").getAsString();
      var upload =
          Optional.ofNullable(uploads.get(id)).orElseThrow(() -> new Refused("file_not_found"));
      post.files.add(new Post.Snippet(upload.name, upload.content));
      files.add(Payloads.object("id", id, "title", upload.name));
    }
    post.text = "";
    workspace.add(post);
    return with("files", files);
  }

  private static Map<String, String> arguments(HttpExchange exchange, String body) {
    var arguments = new HashMap<String, String>();
    var type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    if (type.startsWith("application/json")) {
      JsonParser.parseString(body)
          .getAsJsonObject()
          .entrySet()
          .forEach(
              e ->
                  arguments.put(
                      e.getKey(),
                      e.getValue().isJsonPrimitive()
                          ? e.getValue().getAsString()
                          : e.getValue().toString()));
    } else {
      for (var pair : List.of(body.split("&"))) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          arguments.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
    var bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (bearer != null && bearer.startsWith("Bearer ")) {
      arguments.put("token", bearer.substring("Bearer ".length()));
    }
    return arguments;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
