package dev.parley.channel.terminal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The actions whose outcome somebody still waits for. */
final class Running {
  private final Partner partner;
  private final Set<String> executions = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);

  Running(Partner partner) {
    this.partner = partner;
  }

  void add(List<String> started) {
    executions.addAll(started);
  }

  /** To be called when there may be news. */
  void look() {
    news.release();
  }

  /** Returns when every action has ended. */
  void await() throws InterruptedException {
    while (!executions.isEmpty()) {
      news.drainPermits();
      executions.removeIf(partner::ended);
      if (!executions.isEmpty()) {
        news.acquire();
      }
    }
  }
}
