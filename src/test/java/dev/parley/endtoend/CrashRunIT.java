package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of {@code src/test/bench/crash}: what holds after kills at random points does not
 * depend on where they fell.
 */
class CrashRunIT {
  private static final int CONVERSATIONS = 40;
  private static final int KILLS = 10;

  @TempDir Path folder;

  @Test
  void onOneNodeNothingRunsTwiceOrIsLost() throws Exception {
    holdsAfterKills(1, false);
  }

  @Test
  @EnabledIf(
      value = "dev.parley.wiring.PostgresServer#wanted",
      disabledReason =
          "postgresql-15 is not installed. Install Debian's package; with PARLEY_REQUIRE_PEERS=1"
              + " its absence fails the build.")
  void onThreeNodesNothingRunsTwiceOrIsLost() throws Exception {
    holdsAfterKills(3, true);
  }

  private void holdsAfterKills(int nodes, boolean postgres) throws Exception {
    var jar = Path.of(System.getProperty("parley.jar")).toAbsolutePath();
    var plan =
        new CrashRun.Plan(
            jar, folder.toAbsolutePath(), nodes, postgres, CONVERSATIONS, KILLS, System.nanoTime());
    var result = CrashRun.run(plan);
    assertThat(result.problems()).as(result.toString()).isEmpty();
    assertThat(result.kills()).isEqualTo(KILLS);
    assertThat(result.confirmed()).isGreaterThanOrEqualTo(CONVERSATIONS);
  }
}
