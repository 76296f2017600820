package dev.parley.inventory;

import dev.parley.intent.Problem;
import dev.parley.inventory.ProgramRun.FailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs of an inventory folder. What one printed last serves until it changes or is run
 * again, and stands in when that fails. Nothing is locked while one runs.
 */
public final class InventoryPrograms {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MOST_OUTPUT = 16 << 20;

  private final KeptOutput kept;
  private final boolean always;
  private final Duration limit;
  private final int mostOutput;
  private volatile boolean found;

  private InventoryPrograms(KeptOutput kept, boolean always, Duration limit, int mostOutput) {
    this.kept = kept;
    this.always = always;
    this.limit = limit;
    this.mostOutput = mostOutput;
  }

  InventoryPrograms(@Nullable Path folder, Duration limit, int mostOutput) {
    this(new KeptOutput(folder), false, limit, mostOutput);
  }

  /** Nothing of what they print is kept after this process. */
  public static InventoryPrograms inMemory() {
    return new InventoryPrograms(null, LIMIT, MOST_OUTPUT);
  }

  /** What was printed last is kept in this folder, which nobody else may look into. */
  public static InventoryPrograms keptIn(Path folder) {
    return new InventoryPrograms(folder, LIMIT, MOST_OUTPUT);
  }

  /** The same programs, each of which is run whatever it printed before; these know of it then. */
  public InventoryPrograms again() {
    return new InventoryPrograms(kept, true, limit, mostOutput);
  }

  /** Whether a reading met any. */
  public boolean found() {
    return found;
  }

  /**
   * Adds what a program tells.
   *
   * @param problems that it tells nothing
   * @param standIns that what it told before stands in
   */
  void read(
      Path program,
      String shownAs,
      AnsibleGroups into,
      List<Problem> problems,
      List<Problem> standIns)
      throws IOException {
    found = true;
    var distrust = Program.distrust(program);
    if (distrust.isPresent()) {
      problems.add(new Problem(shownAs, 1, "This program is not run.", distrust.get()));
      return;
    }
    if (always || !kept.isCurrent(program, shownAs)) {
      run(program, shownAs);
    }
    var told = kept.find(shownAs);
    told.hosts().ifPresent(hosts -> hosts.addTo(into, shownAs));
    told.failure().ifPresent(told.hosts().isPresent() ? standIns::add : problems::add);
  }

  private void run(Path program, String shownAs) throws IOException {
    try {
      kept.keep(program, shownAs, PrintedHosts.ask(new ProgramRun(program, limit, mostOutput)));
    } catch (FailedException e) {
      kept.failed(
          program,
          shownAs,
          new Problem(shownAs, 1, e.why(), "Try it by hand: " + shownAs + " --list."));
    }
  }
}
