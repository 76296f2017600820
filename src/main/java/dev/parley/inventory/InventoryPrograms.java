package dev.parley.inventory;

import dev.parley.intent.Problem;
import dev.parley.inventory.ProgramRun.FailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs of an inventory folder. What one printed last serves until it changes or is to be
 * run again, and stands in when that fails.
 */
public final class InventoryPrograms {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MOST_OUTPUT = 16 << 20;

  private final KeptOutput kept;
  private final Duration limit;
  private final int mostOutput;
  private final List<Problem> standIns = new ArrayList<>();
  private boolean found;

  InventoryPrograms(@Nullable Path folder, Duration limit, int mostOutput) {
    this.kept = new KeptOutput(folder);
    this.limit = limit;
    this.mostOutput = mostOutput;
  }

  /** Nothing of what they print is kept after this process. */
  public static InventoryPrograms inMemory() {
    return new InventoryPrograms(null, LIMIT, MOST_OUTPUT);
  }

  /** What was printed last is kept in this folder, which nobody else may look into. */
  public static InventoryPrograms keptIn(Path folder) {
    return new InventoryPrograms(folder, LIMIT, MOST_OUTPUT);
  }

  /** Has each be run at the next reading, whatever it printed before. */
  public synchronized void runAgain() {
    kept.age();
  }

  /** Whether the last reading met any. */
  public synchronized boolean found() {
    return found;
  }

  synchronized void begin() {
    standIns.clear();
    found = false;
  }

  synchronized List<Problem> standIns() {
    return List.copyOf(standIns);
  }

  /**
   * Adds what a program tells; that it cannot is a problem, unless what it told before stands in.
   */
  synchronized void read(Path program, String shownAs, AnsibleGroups into, List<Problem> problems)
      throws IOException {
    found = true;
    var distrust = Program.distrust(program);
    if (distrust.isPresent()) {
      problems.add(new Problem(shownAs, 1, "This program is not run.", distrust.get()));
      return;
    }
    if (!kept.isCurrent(program, shownAs)) {
      run(program, shownAs, problems);
    }
    var printed = kept.find(shownAs);
    if (printed.isPresent()) {
      printed.get().addTo(into, shownAs);
    }
  }

  private void run(Path program, String shownAs, List<Problem> problems) throws IOException {
    try {
      var printed = PrintedHosts.ask(new ProgramRun(program, limit, mostOutput));
      kept.keep(program, shownAs, printed);
    } catch (FailedException e) {
      var problem = new Problem(shownAs, 1, e.why(), "Try it by hand: " + shownAs + " --list.");
      (kept.standIn(program, shownAs) ? standIns : problems).add(problem);
    }
  }
}
