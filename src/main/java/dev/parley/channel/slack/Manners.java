package dev.parley.channel.slack;

import com.slack.api.methods.SlackApiTextResponse;
import dev.parley.channel.UndeliveredException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What is done beside the conversation: reactions, edits of what was said, hints to one person. It
 * holds up nothing, and where Slack wants us to be slower the least of it is left out.
 */
final class Manners implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.parley.channel");
  private static final int WAITING = 200;
  private static final int OWED_WAITING = 2_000;
  private static final int TRIES = 5;
  private static final long AGAIN_MILLIS = 1_000;

  private final ScheduledThreadPoolExecutor worker = pool(1);

  /** What somebody waits for is not behind the reactions to what others say. */
  private final ScheduledThreadPoolExecutor errands = pool(2);

  private volatile long quietUntil = System.nanoTime();

  private static ScheduledThreadPoolExecutor pool(int threads) {
    return new ScheduledThreadPoolExecutor(
        threads,
        work -> {
          var thread = new Thread(work, "slack-manners");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Does it when there is time, or not at all. */
  void nice(SlackApi api, SlackApi.Call<? extends SlackApiTextResponse> call) {
    if (worker.getQueue().size() < WAITING && System.nanoTime() - quietUntil >= 0) {
      run(worker, () -> attempt(api, call, 1), 0);
    }
  }

  /** Does it, a little later where it has to be. */
  void owed(SlackApi api, SlackApi.Call<? extends SlackApiTextResponse> call) {
    if (worker.getQueue().size() < OWED_WAITING) {
      run(worker, () -> attempt(api, call, TRIES), 0);
    }
  }

  /** Does something else beside the conversation. */
  void aside(Runnable work) {
    run(errands, work, 0);
  }

  private static void run(ScheduledThreadPoolExecutor pool, Runnable work, long millis) {
    try {
      var unused = pool.schedule(() -> guarded(work), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "slack: it is being left.");
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "slack: something beside the conversation went wrong.", e);
    }
  }

  private void attempt(
      SlackApi api, SlackApi.Call<? extends SlackApiTextResponse> call, int triesLeft) {
    try {
      api.must(call);
    } catch (SlackApi.RefusedException e) {
      LOG.log(Level.DEBUG, "slack: " + e.getMessage());
    } catch (UndeliveredException e) {
      quietUntil = System.nanoTime() + e.pause().toNanos();
      if (e.passing() && triesLeft > 1) {
        long pause = Math.max(AGAIN_MILLIS, e.pause().toMillis());
        run(worker, () -> attempt(api, call, triesLeft - 1), pause);
      }
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
    errands.shutdownNow();
  }
}
