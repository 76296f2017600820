package dev.parley.channel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way to one platform: connects, and connects again when it is lost. Where only one node may,
 * it waits until that is this one.
 */
final class Line implements AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.parley.channel");

  private final String platform;
  private final Setup setup;
  private final FrontEnds.Means means;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable FrontEnd frontEnd;
  private volatile String problem = "";
  private volatile boolean refused;
  private int failures;

  Line(String platform, Setup setup, FrontEnds.Means means) {
    this.platform = platform;
    this.setup = setup;
    this.means = means;
    this.thread = new Thread(this::run, "channel-" + platform);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Setup setup() {
    return setup;
  }

  /** Whether it gave up until something is changed. */
  boolean refused() {
    return refused;
  }

  FrontEnds.Status status() {
    var now = frontEnd;
    boolean up = now != null && now.connected();
    return new FrontEnds.Status(platform, up, up ? "" : problem);
  }

  @Nullable FrontEnd frontEnd() {
    return frontEnd;
  }

  private void run() {
    try {
      boolean goesOn = true;
      while (goesOn && !closed.await(0, TimeUnit.MILLISECONDS)) {
        goesOn = look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hangUp();
    }
  }

  /** Looks once, and waits; false when it gave up. */
  private boolean look() throws InterruptedException {
    try {
      if (!setup.onEachNode() && !means.cursors().sits(platform)) {
        problem = "Another node is connected.";
        hangUp();
        pause(means.look().toMillis());
        return true;
      }
      var now = frontEnd == null ? setup.open(means.workshop()) : frontEnd;
      frontEnd = now;
      if (!now.connected()) {
        now.connect(means.ears());
        tellConnected();
        means.courier().serve(now);
      }
      pause(means.look().toMillis());
      return true;
    } catch (NotConnectedException e) {
      return tell(e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, platform + ": something went wrong; it is tried again.", e);
      problem = "Something went wrong; the log says what.";
      pause(means.pauses().after(++failures).toMillis());
      return true;
    }
  }

  private void tellConnected() {
    LOG.log(Level.INFO, platform + ": connected.");
    problem = "";
    failures = 0;
  }

  /** The same trouble is told once. */
  private boolean tell(NotConnectedException e) throws InterruptedException {
    boolean news = !e.sentence().equals(problem);
    // before it can be seen to have a problem, so that who mends it then is not too early
    refused = !e.passing();
    problem = e.sentence();
    if (news) {
      LOG.log(
          Level.WARNING,
          "%s: %s %s"
              .formatted(
                  platform,
                  problem,
                  e.passing()
                      ? "It is tried again."
                      : "It stays off until that is changed; then run `parley reload`."));
    }
    if (!e.passing()) {
      means.cursors().leave(platform);
      return false;
    }
    pause(means.pauses().after(++failures).toMillis());
    return true;
  }

  private void pause(long millis) throws InterruptedException {
    if (closed.await(millis, TimeUnit.MILLISECONDS)) {
      LOG.log(Level.DEBUG, platform + ": leaves.");
    }
  }

  private void hangUp() {
    var now = frontEnd;
    frontEnd = null;
    if (now != null) {
      means.courier().cease(now);
      try {
        now.close();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, platform + ": it could not be left in order.", e);
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(means.patience().toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
      }
      if (!setup.onEachNode()) {
        means.cursors().leave(platform);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, platform + ": the other nodes could not be told that it is free.", e);
    }
  }
}
