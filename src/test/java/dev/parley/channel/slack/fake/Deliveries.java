package dev.parley.channel.slack.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Delivers events until they are acknowledged, as Slack does: again, and again, and then no more.
 */
final class Deliveries implements AutoCloseable {
  private static final int RETRIES = 3;
  private static final long NOBODY_MILLIS = 20;

  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final Map<String, Event> pending = new ConcurrentHashMap<>();
  private final List<Long> latencies = new ArrayList<>();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile @Nullable Transport transport;
  private volatile Faults faults = Faults.none();
  private volatile Duration patience = Duration.ofSeconds(3);

  void over(Transport way) {
    transport = way;
  }

  void faults(Faults faults) {
    this.faults = faults;
  }

  /** So long it waits for an acknowledgement. */
  void patience(Duration patience) {
    this.patience = patience;
  }

  void deliver(Event event) {
    var now = faults;
    long delay;
    boolean twice;
    synchronized (now) {
      delay =
          now.happens(now.delay())
              ? (long) (now.random().nextDouble() * now.longestDelay().toMillis())
              : 0;
      twice = event.type.equals("events_api") && now.happens(now.duplicate());
    }
    later(() -> send(event), delay);
    if (twice) {
      later(() -> send(event.again()), delay + 5);
    }
  }

  private void later(Runnable work, long millis) {
    try {
      timer.schedule(work, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // the test is over
    }
  }

  private void send(Event event) {
    var way = transport;
    if (way == null || !way.open()) {
      later(() -> send(event), NOBODY_MILLIS);
      return;
    }
    pending.put(event.envelope, event);
    event.sentAt = System.nanoTime();
    way.send(event);
    int attempt = event.attempt;
    later(() -> missed(event, attempt), patience.toMillis());
  }

  private void missed(Event event, int attempt) {
    if (!pending.containsKey(event.envelope) || event.attempt != attempt) {
      return;
    }
    pending.remove(event.envelope);
    if (attempt == RETRIES) {
      lost.incrementAndGet();
      return;
    }
    event.attempt++;
    send(event);
  }

  /** It was not taken: no use in waiting. */
  void refused(Event event) {
    later(() -> missed(event, event.attempt), NOBODY_MILLIS);
  }

  void acknowledged(String envelope) {
    var event = pending.remove(envelope);
    if (event != null) {
      synchronized (latencies) {
        latencies.add(System.nanoTime() - event.sentAt);
      }
    }
  }

  int waiting() {
    return pending.size();
  }

  /** Events that Slack gave up. */
  int lost() {
    return lost.get();
  }

  int acknowledged() {
    synchronized (latencies) {
      return latencies.size();
    }
  }

  /** So long the given share of acknowledgements took at most, in milliseconds. */
  double latency(double share) {
    synchronized (latencies) {
      if (latencies.isEmpty()) {
        return 0;
      }
      var sorted = latencies.stream().mapToLong(Long::longValue).toArray();
      Arrays.sort(sorted);
      return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
