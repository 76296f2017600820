package dev.parley.channel.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.channel.NotConnectedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server's events over one web socket, until it ends; a gap in their order ends it too. */
final class Stream implements WebSocket.Listener, AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.parley.channel");
  private static final long HELLO_SECONDS = 20;
  private static final long PING_SECONDS = 20;
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(70);
  private static final int LONGEST = 4 << 20;

  /**
   * Where a stream ended, so that the next one can go on there.
   *
   * @param connection the server's name of it
   * @param next the number of the event that comes next
   */
  record Position(String connection, long next) {}

  private final Consumer<JsonNode> events;
  private final CompletableFuture<String> hello = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final ScheduledExecutorService pings =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "mattermost-ping");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable WebSocket socket;
  private volatile boolean ended;
  private volatile long heardAt = System.nanoTime();
  private volatile String connection = "";
  private volatile long next;
  private boolean resumed;

  private Stream(@Nullable Position from, Consumer<JsonNode> events) {
    this.events = events;
    this.next = from == null ? 0 : from.next();
    this.connection = from == null ? "" : from.connection();
  }

  /** Opens one, which goes on where another ended when the server still knows it. */
  static Stream open(
      HttpClient client, URI url, String token, @Nullable Position from, Consumer<JsonNode> events)
      throws NotConnectedException {
    var stream = new Stream(from, events);
    try {
      stream.begin(client, url, token, from);
      return stream;
    } catch (ExecutionException | TimeoutException e) {
      stream.close();
      throw NotConnectedException.forNow(
          url + " opens no web socket (" + (e.getCause() == null ? e : e.getCause()) + ").");
    } catch (InterruptedException e) {
      stream.close();
      Thread.currentThread().interrupt();
      throw NotConnectedException.forNow("It was stopped while it connected.");
    }
  }

  private void begin(HttpClient client, URI url, String token, @Nullable Position from)
      throws ExecutionException, TimeoutException, InterruptedException {
    var address = url.toString().replaceFirst("^http", "ws") + "/api/v4/websocket";
    var query =
        from == null
            ? ""
            : "?connection_id=" + from.connection() + "&sequence_number=" + from.next();
    var opened =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(URI.create(address + query), this)
            .get(HELLO_SECONDS, TimeUnit.SECONDS);
    socket = opened;
    var challenge = Rest.JSON.createObjectNode().put("seq", 1);
    challenge.put("action", "authentication_challenge").putObject("data").put("token", token);
    opened.sendText(challenge.toString(), true);
    var named = hello.get(HELLO_SECONDS, TimeUnit.SECONDS);
    resumed = from != null && named.equals(from.connection());
    pings.scheduleWithFixedDelay(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
  }

  /** Whether nothing was missed since the one before. */
  boolean resumed() {
    return resumed;
  }

  boolean up() {
    return !ended && hello.isDone() && System.nanoTime() - heardAt < SILENT_NANOS;
  }

  Position position() {
    return new Position(connection, next);
  }

  private void ping() {
    var now = socket;
    if (now != null && !ended) {
      now.sendPing(ByteBuffer.allocate(0));
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    heardAt = System.nanoTime();
    text.append(data);
    if (text.length() > LONGEST) {
      end();
    } else if (last) {
      var whole = text.toString();
      text.setLength(0);
      Rest.json(whole).ifPresent(this::take);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
    heardAt = System.nanoTime();
    from.request(1);
    return null;
  }

  private void take(JsonNode event) {
    if (event.path("event").asText().isEmpty()) {
      if (event.path("status").asText().equals("FAIL")) {
        hello.completeExceptionally(new IOException("it refuses the token"));
      }
      return;
    }
    if (event.path("event").asText().equals("hello")) {
      var named = event.path("data").path("connection_id").asText();
      next = named.equals(connection) && next > 0 ? next : event.path("seq").asLong() + 1;
      connection = named;
      hello.complete(named);
      return;
    }
    long number = event.path("seq").asLong();
    if (number != next) {
      // something was missed: the next connection catches up
      connection = "";
      end();
      return;
    }
    try {
      events.accept(event);
      next = number + 1;
    } catch (RuntimeException e) {
      // it is asked for again
      LOG.log(System.Logger.Level.WARNING, "mattermost: something said could not be taken up.", e);
      end();
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    end();
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end();
  }

  private void end() {
    ended = true;
    hello.completeExceptionally(new IOException("it was closed"));
    pings.shutdownNow();
    var now = socket;
    if (now != null) {
      now.abort();
    }
  }

  @Override
  public void close() {
    end();
  }
}
