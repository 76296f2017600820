package dev.parley;

import dev.parley.action.ActiveRun;
import dev.parley.action.Execution;
import dev.parley.delivery.Message;
import dev.parley.intent.ExecutionStatus;
import dev.parley.reply.ResultWording;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says now and then how an action goes on that takes its time, so that nobody waits without a word:
 * often at first, then ever more rarely.
 */
final class ProgressReports {
  private static final Logger LOG = System.getLogger(ProgressReports.class.getName());

  /** After its start; from then on by the last of the pauses. */
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5));

  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Mind mind;
  private final Stores stores;
  private final Clock clock;
  private final Timer timer;
  private final ResultWording words = new ResultWording();
  private final Map<String, Report> reports = new ConcurrentHashMap<>();

  ProgressReports(Mind mind, Stores stores, Clock clock, Timer timer) {
    this.mind = mind;
    this.stores = stores;
    this.clock = clock;
    this.timer = timer;
  }

  /** Reports on an execution until closed. */
  Report follow(Execution execution, ActiveRun run) {
    var report = new Report(execution, run);
    reports.put(execution.id(), report);
    return report;
  }

  /** The last line that an execution said; empty when it said nothing yet. */
  String lastLine(String executionId) {
    var report = reports.get(executionId);
    return report == null ? stores.journal().lastLine(executionId) : report.last.text();
  }

  /** What those that run here said last and is not noted yet, for whoever asks elsewhere. */
  void noteLines() {
    var news = new HashMap<String, String>();
    reports.forEach(
        (id, report) -> {
          var line = report.last.text();
          if (!line.equals(report.noted)) {
            report.noted = line;
            news.put(id, line);
          }
        });
    if (!news.isEmpty()) {
      stores.journal().noteLines(news);
    }
  }

  /** What is told of one execution. */
  final class Report implements AutoCloseable {
    private final Execution execution;
    private final LastLine last = new LastLine();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ActiveRun.Following following;
    private volatile Timer.Alarm alarm = () -> {};
    private volatile String noted = "";

    private Report(Execution execution, ActiveRun run) {
      this.execution = execution;
      this.following = run.follow(last::add);
      next(0);
    }

    private void next(int told) {
      alarm =
          timer.after(
              at(told).minus(told == 0 ? Duration.ZERO : at(told - 1)),
              () -> {
                tell(at(told));
                if (!over.get()) {
                  next(told + 1);
                }
              });
    }

    private void tell(Duration since) {
      try {
        stores.transactions().call(() -> append(since));
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "How an action goes on could not be said; it goes on.", e);
      }
    }

    /** Not after the result: the conversation is locked while that is told, too. */
    private boolean append(Duration since) {
      stores.dialogues().lock(execution.conversation());
      boolean running =
          !over.get()
              && stores
                  .journal()
                  .find(execution.id())
                  .filter(now -> now.status() == ExecutionStatus.RUNNING)
                  .isPresent();
      var knowledge = mind.knowledge().current();
      var proposal = execution.proposal();
      var intent = knowledge.catalog().find(proposal.request().intent());
      if (running && intent.isPresent()) {
        var reply =
            words.tellProgress(intent.get(), proposal, since, last.text(), knowledge.inventory());
        stores
            .outbox()
            .append(
                new Message(
                    0,
                    execution.conversation(),
                    execution.person(),
                    reply,
                    execution.id(),
                    clock.instant()));
      }
      return running;
    }

    @Override
    public void close() {
      over.set(true);
      reports.remove(execution.id());
      following.close();
      alarm.cancel();
    }
  }

  private static Duration at(int told) {
    int beyond = told - TIMES.size() + 1;
    return beyond <= 0
        ? TIMES.get(told)
        : TIMES.get(TIMES.size() - 1).plus(PAUSE.multipliedBy(beyond));
  }
}
