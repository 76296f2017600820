package dev.parley.channel;

import dev.parley.conversation.ConversationId;
import dev.parley.delivery.Message;
import dev.parley.delivery.Outbox;
import dev.parley.delivery.Transcript;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts what the assistant said where it belongs: each message once and in order, also after a
 * restart. A conversation that is slow or cannot be reached holds up no other and nobody who
 * speaks.
 */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.parley.channel");
  private static final int PAGE = 50;
  private static final int AT_ONCE = 16;

  /** A message that breaks an adapter so often is left out. */
  private static final int BROKEN = 5;

  private static final long SWEEP_SECONDS = 15;

  private final Outbox outbox;
  private final Cursors cursors;
  private final Clock clock;
  private final Pauses pauses;
  private final Map<String, FrontEnd> frontEnds = new ConcurrentHashMap<>();
  private final Map<ConversationId, Round> rounds = new HashMap<>();
  private final Map<String, ExecutorService> workers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Courier::thread);
  private final Outbox.Subscription subscription;

  /** The posting of one conversation that goes on, or is to go on after a pause. */
  private static final class Round {
    boolean again;
    int failures;
  }

  public Courier(
      Outbox outbox, Transcript transcript, Cursors cursors, Clock clock, Pauses pauses) {
    this.outbox = outbox;
    this.cursors = cursors;
    this.clock = clock;
    this.pauses = pauses;
    this.subscription = transcript.subscribe(this::wake);
    timer.scheduleWithFixedDelay(
        () -> frontEnds.keySet().forEach(this::sweep),
        SWEEP_SECONDS,
        SWEEP_SECONDS,
        TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "courier");
    thread.setDaemon(true);
    return thread;
  }

  /** Posts through this front end from now on, and what has waited for it. */
  void serve(FrontEnd frontEnd) {
    frontEnds.put(frontEnd.platform(), frontEnd);
    sweep(frontEnd.platform());
  }

  /** Posts through it no more. */
  void cease(FrontEnd frontEnd) {
    frontEnds.remove(frontEnd.platform(), frontEnd);
  }

  /** Looks for what nobody was woken for: it was said before this process began, or elsewhere. */
  private void sweep(String platform) {
    try {
      cursors.behind(platform).forEach(this::wake);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "What is to be posted could not be looked for; it is tried again.", e);
    }
  }

  /** Each platform has its own, so that one that is slow does not hold up another. */
  private void work(ConversationId conversation) {
    if (!timer.isShutdown()) {
      workers
          .computeIfAbsent(
              conversation.channel(), p -> Executors.newFixedThreadPool(AT_ONCE, Courier::thread))
          .execute(() -> go(conversation));
    }
  }

  private void wake(ConversationId conversation) {
    if (!frontEnds.containsKey(conversation.channel())) {
      return;
    }
    synchronized (rounds) {
      var round = rounds.get(conversation);
      if (round != null) {
        round.again = true;
        return;
      }
      rounds.put(conversation, new Round());
    }
    work(conversation);
  }

  private void go(ConversationId conversation) {
    Duration pause = null;
    try {
      pause = post(conversation);
    } catch (RuntimeException e) {
      pause = pauses.after(failed(conversation));
      LOG.log(
          Level.WARNING,
          "What was said in %s could not be posted; it is tried again in %d s."
              .formatted(conversation, pause.toSeconds()),
          e);
    }
    goOn(conversation, pause);
  }

  private void goOn(ConversationId conversation, @Nullable Duration pause) {
    synchronized (rounds) {
      var round = round(conversation);
      if (pause == null && !round.again) {
        rounds.remove(conversation);
        rounds.notifyAll();
        return;
      }
      round.again = false;
    }
    long wait = pause == null ? 0 : pause.toMillis();
    if (wait == 0) {
      work(conversation);
    } else if (!timer.isShutdown()) {
      timer.schedule(() -> work(conversation), wait, TimeUnit.MILLISECONDS);
    }
  }

  private Round round(ConversationId conversation) {
    return rounds.computeIfAbsent(conversation, c -> new Round());
  }

  private int failed(ConversationId conversation) {
    synchronized (rounds) {
      return ++round(conversation).failures;
    }
  }

  private void succeeded(ConversationId conversation) {
    synchronized (rounds) {
      round(conversation).failures = 0;
    }
  }

  /**
   * Posts everything that waits in a conversation.
   *
   * @return the time to wait before going on; null when nothing is left to do here
   */
  private @Nullable Duration post(ConversationId conversation) {
    var frontEnd = frontEnds.get(conversation.channel());
    if (frontEnd == null || !frontEnd.connected()) {
      return null;
    }
    var claimed = cursors.claim(conversation);
    if (claimed.isEmpty()) {
      return null;
    }
    try {
      return post(frontEnd, conversation, claimed.getAsLong());
    } finally {
      cursors.release(conversation);
    }
  }

  private @Nullable Duration post(FrontEnd frontEnd, ConversationId conversation, long from) {
    long at = from;
    while (true) {
      long last = outbox.last(conversation);
      var page = outbox.after(conversation, at, PAGE);
      if (page.isEmpty()) {
        if (last > at) {
          cursors.posted(conversation, last);
        }
        return null;
      }
      var backlog = Backlog.of(outbox, conversation, page, clock.instant());
      for (Message message : backlog.isEmpty() ? page : List.of(backlog.get())) {
        var pause = post(frontEnd, message);
        if (pause != null) {
          return pause;
        }
        if (!cursors.posted(conversation, message.number())) {
          return null;
        }
        at = message.number();
      }
    }
  }

  /** Null when it was posted, or never can be. */
  private @Nullable Duration post(FrontEnd frontEnd, Message message) {
    var conversation = message.conversation();
    try {
      frontEnd.post(message);
      succeeded(conversation);
      return null;
    } catch (UndeliveredException e) {
      if (!e.passing()) {
        LOG.log(
            Level.WARNING,
            "Message %d of %s is left out: %s"
                .formatted(message.number(), conversation, e.getMessage()));
        return null;
      }
      var pause = pauses.after(failed(conversation));
      return e.pause().compareTo(pause) > 0 ? e.pause() : pause;
    } catch (RuntimeException e) {
      int failures = failed(conversation);
      boolean hopeless = failures >= BROKEN;
      LOG.log(
          Level.ERROR,
          "Message %d of %s broke the front end%s."
              .formatted(message.number(), conversation, hopeless ? " and is left out" : ""),
          e);
      if (hopeless) {
        succeeded(conversation);
        return null;
      }
      return pauses.after(failures);
    }
  }

  /** Waits until everything is posted that can be, no longer than this. */
  public void flush(Duration most) {
    long until = System.nanoTime() + most.toNanos();
    synchronized (rounds) {
      try {
        while (!rounds.isEmpty()) {
          long left = (until - System.nanoTime()) / 1_000_000;
          if (left <= 0) {
            return;
          }
          rounds.wait(left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    subscription.close();
    timer.shutdownNow();
    frontEnds.clear();
    workers.values().forEach(ExecutorService::shutdown);
    try {
      for (var pool : workers.values()) {
        if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
          LOG.log(Level.INFO, "A message was still being posted; it may be posted again.");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
