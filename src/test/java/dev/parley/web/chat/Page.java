package dev.parley.web.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a page does with its socket, without a page. */
final class Page implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 30;

  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final List<JsonNode> passedBy = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;

  /** Connects with these headers; fails where the handshake is refused. */
  static Page open(int port, Map<String, String> headers) throws Exception {
    var page = new Page();
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    page.socket =
        builder
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/chat"), page)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return page;
  }

  Page send(Map<String, ?> frame) {
    return sendText(JSON.valueToTree(frame).toString());
  }

  Page sendText(String frame) {
    socket.sendText(frame, true).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    return this;
  }

  /** Sends what the server may not read to its end. */
  void sendInVain(Map<String, ?> frame) {
    var unused = socket.sendText(JSON.valueToTree(frame).toString(), true);
  }

  /** The first news that fit and were not awaited before; each key of a frame is one. */
  JsonNode await(Predicate<JsonNode> fits) throws InterruptedException {
    for (var frame : passedBy) {
      if (fits.test(frame)) {
        passedBy.remove(frame);
        return frame;
      }
    }
    for (; ; ) {
      var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("No such news came, but: " + passedBy);
      }
      if (fits.test(frame)) {
        return frame;
      }
      passedBy.add(frame);
    }
  }

  /** So many entries, in however many frames they come. */
  List<JsonNode> entries(int count) throws InterruptedException {
    var entries = new ArrayList<JsonNode>();
    while (entries.size() < count) {
      await("entries").forEach(entries::add);
    }
    return entries;
  }

  /** The first news of this kind that were not awaited before. */
  JsonNode await(String key) throws InterruptedException {
    return await(frame -> frame.has(key)).get(key);
  }

  void leave() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      try {
        JSON.readTree(text.toString())
            .fields()
            .forEachRemaining(
                news -> frames.add(JSON.createObjectNode().set(news.getKey(), news.getValue())));
      } catch (java.io.IOException e) {
        closed.completeExceptionally(e);
      }
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }
}
