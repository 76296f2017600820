package dev.parley.wiring;

import dev.parley.Outlook;
import dev.parley.intent.Problem;
import dev.parley.web.Reload;
import dev.parley.web.Reloads;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What a home says now. It is read again as a whole and swapped as a whole; a broken file changes
 * nothing. What has to be learnt is learnt beside what runs, and the new model follows when it is
 * there.
 */
final class Reloading implements Reloads, AutoCloseable {
  private static final Logger LOG = System.getLogger("dev.parley.reload");

  /** What is used now, all of one reading but for a model that is still being learnt. */
  private record Now(Estate estate, Understanding.Model model, Outlook outlook) {}

  private final HomeFiles files;
  private final Understanding understanding;
  private final BiFunction<Estate, Understanding.Model, Outlook> looking;
  private final List<Consumer<Estate>> followers = new ArrayList<>();
  private final List<Consumer<Reload>> listeners = new ArrayList<>();
  private final ExecutorService learning =
      Executors.newSingleThreadExecutor(
          task -> {
            var thread = new Thread(task, "learning");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Now now;
  private List<Problem> told = List.of();

  /**
   * @param first what the home says at the beginning
   * @param looking makes an outlook of what a home says
   */
  Reloading(
      HomeFiles files,
      Estate first,
      Understanding understanding,
      BiFunction<Estate, Understanding.Model, Outlook> looking) {
    this.files = files;
    this.understanding = understanding;
    this.looking = looking;
    var model = understanding.stored(first, null).orElseGet(() -> understanding.learn(first));
    this.now = new Now(first, model, looking.apply(first, model));
  }

  /** What the home says now. */
  Estate estate() {
    return now.estate();
  }

  Outlook outlook() {
    return now.outlook();
  }

  /** Tells whoever has to prepare for what a home says, before it counts. */
  synchronized void follow(Consumer<Estate> follower) {
    followers.add(follower);
  }

  /** Tells how each reload went. */
  synchronized void listen(Consumer<Reload> listener) {
    listeners.add(listener);
  }

  @Override
  public CompletableFuture<Reload> reload() {
    return reload(true);
  }

  /**
   * Reads everything again. What comes back is complete when also the model is there.
   *
   * @param programs whether the inventory's programs are run, which else only happens when they
   *     changed
   */
  CompletableFuture<Reload> reload(boolean programs) {
    // they take their time, and a change of permissions must not wait for them
    files.runPrograms(programs);
    return read();
  }

  private synchronized CompletableFuture<Reload> read() {
    var next = files.read();
    if (!next.problems().isEmpty()) {
      return CompletableFuture.completedFuture(
          tell(new Reload(next.problems(), List.of(), now.model().version())));
    }
    var changes = Differences.between(now.estate(), next);
    var stored = understanding.stored(next, now.model());
    var before = now.model();
    followers.forEach(follower -> follower.accept(next));
    swap(next, stored.orElse(before));
    var problems = new ArrayList<>(next.standIns());
    if (stored.isPresent()) {
      problems.addAll(held(next));
    }
    var done = new Reload(problems, withModel(changes, before), now.model().version());
    tell(done);
    if (stored.isPresent()) {
      return CompletableFuture.completedFuture(done);
    }
    LOG.log(Level.INFO, "What can be asked for has changed; a new model is learnt beside the old.");
    return CompletableFuture.supplyAsync(() -> learnt(done, changes, before), learning);
  }

  private void swap(Estate estate, Understanding.Model model) {
    now = new Now(estate, model, looking.apply(estate, model));
  }

  /** Why what was learnt does not read messages. */
  private List<Problem> held(Estate estate) {
    return understanding
        .held(estate)
        .map(
            manifest ->
                new Problem(
                    "training-data",
                    0,
                    "The model "
                        + manifest.version()
                        + " that was learnt from it is not used, because it is worse: "
                        + String.join(" ", manifest.reasons()),
                    "Look with parley models list; use it nevertheless with: parley models use "
                        + manifest.version()))
        .stream()
        .toList();
  }

  private List<String> withModel(List<String> changes, Understanding.Model before) {
    var all = new ArrayList<>(changes);
    if (!before.version().equals(now.model().version())) {
      all.add("model: " + now.model().version() + " instead of " + before.version());
    }
    return all;
  }

  /** Another reload may have learnt it meanwhile, or made it useless. */
  private Reload learnt(Reload done, List<String> changes, Understanding.Model before) {
    var wanted = now.estate();
    var problems = new ArrayList<>(done.problems());
    try {
      var model =
          understanding.stored(wanted, now.model()).orElseGet(() -> understanding.learn(wanted));
      synchronized (this) {
        if (now.estate() == wanted || understanding.stored(now.estate(), model).isPresent()) {
          swap(now.estate(), model);
        }
      }
      problems.addAll(held(wanted));
    } catch (RuntimeException e) {
      // when the files changed meanwhile, another reload learns from what they say now
      if (now.estate() == wanted) {
        problems.add(
            new Problem(
                "training-data",
                0,
                "Nothing was learnt: " + e.getMessage(),
                "The model of before reads on; try: parley train."));
      }
    }
    synchronized (this) {
      var model = now.model().version();
      tell(new Reload(problems, withModel(List.of(), before), model));
      return new Reload(problems, withModel(changes, before), model);
    }
  }

  /** Problems go to the log once, not each time that somebody saves another file. */
  private Reload tell(Reload reload) {
    if (!reload.problems().equals(told)) {
      reload.problems().forEach(problem -> LOG.log(Level.WARNING, problem.toString()));
    }
    if (reload.problems().isEmpty() && !told.isEmpty()) {
      LOG.log(Level.INFO, "The home's files are in order again.");
    }
    told = reload.problems();
    reload.changes().forEach(change -> LOG.log(Level.INFO, "Reloaded " + change));
    listeners.forEach(listener -> listener.accept(reload));
    return reload;
  }

  @Override
  public void close() {
    learning.shutdownNow();
  }
}
