package dev.parley.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.web.AnswerView;
import dev.parley.web.ExecutionView;
import dev.parley.web.MessageView;
import dev.parley.web.Talk;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The assistant behind an address. */
final class RemoteCounterpart extends Counterpart {
  private static final long PAUSE_MILLIS = 1_000;

  /** What a message may have; one more is sent of what is longer, so that the answer says so. */
  private static final int LONGEST = 4_000;

  private final Api api;
  private final @Nullable String as;
  private final String messages;
  private final Talk.PersonView person;
  private volatile boolean closed;

  RemoteCounterpart(Api api, @Nullable String as, String conversation) {
    this.api = api;
    this.as = as;
    this.messages = "/api/v1/conversations/" + Api.encoded(conversation) + "/messages";
    this.person =
        api.get(
            "/api/v1/me" + (as == null ? "" : "?as=" + Api.encoded(as)), new TypeReference<>() {});
    begin();
  }

  @Override
  public String name() {
    return person.name();
  }

  @Override
  String key() {
    return person.person();
  }

  @Override
  public Collection<String> vocabulary() {
    var whose = as == null ? "" : "?as=" + Api.encoded(as);
    return api.get("/api/v1/vocabulary" + whose, new TypeReference<List<String>>() {});
  }

  @Override
  AnswerView exchange(String text) {
    var body = new HashMap<String, String>();
    body.put("text", text.length() > LONGEST ? text.substring(0, LONGEST + 1) : text);
    // sent again with the same id, it would be answered and not heard twice
    body.put("messageId", UUID.randomUUID().toString());
    if (as != null) {
      body.put("as", as);
    }
    try {
      return api.post(messages, body, new TypeReference<>() {});
    } catch (UnreachableException e) {
      return api.post(messages, body, new TypeReference<>() {});
    }
  }

  @Override
  Optional<ExecutionView> execution(String id) {
    return Optional.of(api.get("/api/v1/executions/" + Api.encoded(id), new TypeReference<>() {}));
  }

  @Override
  long latest() {
    return api.get(messages + "?after=latest", new TypeReference<MessageView.Page>() {}).next();
  }

  @Override
  MessageView.Page after(long number) {
    return api.get(messages + "?after=" + number, new TypeReference<>() {});
  }

  @Override
  public void onNews(Runnable listener) {
    var thread = new Thread(() -> follow(listener), "terminal-news");
    thread.setDaemon(true);
    thread.start();
  }

  /** A connection that breaks is made again; what was said meanwhile is read then. */
  private void follow(Runnable listener) {
    while (!closed) {
      try (var lines = api.follow(messages + "?after=latest")) {
        listener.run();
        lines.filter(line -> line.startsWith("data:")).forEach(line -> listener.run());
      } catch (IOException | RuntimeException e) {
        // the loop connects again
      } catch (InterruptedException e) {
        return;
      }
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
