package dev.parley.action.ssh;

import dev.parley.action.ActiveRun;
import dev.parley.action.OutputBuffer;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome.TargetResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same on several hosts. Once it is stopped nothing more is begun. */
final class FanOut {
  private FanOut() {}

  /** So many at once; the answers are in the order of the hosts. */
  static List<TargetResult> together(List<? extends HostWork> works, int atOnce, ActiveRun run) {
    if (works.size() == 1) {
      return List.of(begin(works.get(0), run));
    }
    var pool = pool(Math.max(1, Math.min(atOnce, works.size())));
    try {
      var begun = works.stream().map(work -> pool.submit(() -> begin(work, run))).toList();
      return collect(works, begun);
    } finally {
      pool.shutdownNow();
    }
  }

  /** One after the other, and none after one that went wrong. */
  static List<TargetResult> oneByOne(List<? extends HostWork> works, ActiveRun run) {
    var results = new ArrayList<TargetResult>();
    for (var work : works) {
      var wrong = results.stream().filter(r -> r.status() != ExecutionStatus.SUCCEEDED).findFirst();
      results.add(
          wrong.isPresent() && run.stoppedBy().isEmpty()
              ? work.verdict()
                  .notBegun(
                      "It was not begun on %s, because it went wrong on %s before."
                          .formatted(work.verdict().target(), wrong.get().target()))
              : begin(work, run));
    }
    return results;
  }

  private static TargetResult begin(HostWork work, ActiveRun run) {
    var by = run.stoppedBy();
    return by.isPresent() ? work.verdict().stoppedBefore(by.get()) : work.run();
  }

  private static ExecutorService pool(int threads) {
    return Executors.newFixedThreadPool(
        threads,
        work -> {
          var thread = new Thread(work, "ssh-host");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static List<TargetResult> collect(
      List<? extends HostWork> works, List<Future<TargetResult>> begun) {
    var results = new ArrayList<TargetResult>();
    for (int i = 0; i < works.size(); i++) {
      try {
        results.add(begun.get(i).get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        results.add(lost(works.get(i), "The assistant was stopped"));
      } catch (ExecutionException e) {
        results.add(lost(works.get(i), "The assistant failed (%s)".formatted(e.getCause())));
      }
    }
    return results;
  }

  private static TargetResult lost(HostWork work, String why) {
    return work.verdict().lost(why, new OutputBuffer(), Duration.ZERO);
  }
}
