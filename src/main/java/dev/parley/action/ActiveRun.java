package dev.parley.action;

import dev.parley.intent.Discretion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One execution while it runs: what it says is passed on as it comes, and it can be told to stop.
 * It knows nothing that is kept; when it is over it is gone.
 */
public final class ActiveRun {
  private final String executionId;
  private final List<BiConsumer<String, String>> followers = new CopyOnWriteArrayList<>();
  private final List<Runnable> stops = new ArrayList<>();
  private final @Nullable OutputFiles files;
  private final AtomicLong room;
  private final List<String> secrets = new CopyOnWriteArrayList<>();
  private @Nullable String stoppedBy;

  /** A run whose output no file keeps. */
  public ActiveRun(String executionId) {
    this(executionId, null);
  }

  /**
   * @param files keep output that is too long for a message
   */
  ActiveRun(String executionId, @Nullable OutputFiles files) {
    this.executionId = executionId;
    this.files = files;
    this.room = new AtomicLong(files == null ? 0 : files.limit());
  }

  public String executionId() {
    return executionId;
  }

  /** Passes on output as it comes: some text of one target, not necessarily whole lines. */
  public void says(String target, String text) {
    followers.forEach(follower -> follower.accept(target, text));
  }

  /** Where the output of a target goes: to whoever follows, and as a whole into its file. */
  public OutputBuffer output(String target) {
    var file = new OutputFile(files, executionId, target, room);
    return new OutputBuffer(
        text -> {
          file.add(text);
          says(target, text);
        },
        this::veiled);
  }

  /** From now on nothing that it says holds any of these. */
  void conceal(List<String> values) {
    secrets.addAll(values);
  }

  private String veiled(String text) {
    var covered = text;
    for (var secret : secrets) {
      covered = covered.replace(secret, Discretion.HIDDEN);
    }
    return Discretion.over(covered);
  }

  /**
   * Calls {@code follower} with the target and the text of all output from now on, until closed.
   * Followers are called on the thread that reads the output, so they only hand it on.
   */
  public Following follow(BiConsumer<String, String> follower) {
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  /** Has {@code stop} called once when the execution is told to stop; at once when it was. */
  public void whenStopped(Runnable stop) {
    synchronized (this) {
      if (stoppedBy == null) {
        stops.add(stop);
        return;
      }
    }
    stop.run();
  }

  /**
   * Tells it to stop. What it had begun on its targets is ended there, not undone.
   *
   * @param by the name of who wants that
   */
  public void stop(String by) {
    List<Runnable> now;
    synchronized (this) {
      if (stoppedBy != null) {
        return;
      }
      stoppedBy = by;
      now = List.copyOf(stops);
    }
    now.forEach(Runnable::run);
  }

  /** Who told it to stop. */
  public synchronized Optional<String> stoppedBy() {
    return Optional.ofNullable(stoppedBy);
  }

  /** Ends when closed. */
  public interface Following extends AutoCloseable {
    @Override
    void close();
  }
}
