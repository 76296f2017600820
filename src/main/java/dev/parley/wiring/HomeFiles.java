package dev.parley.wiring;

import dev.parley.inventory.InventoryPrograms;
import dev.parley.inventory.InventoryReader;
import java.nio.file.Path;

/**
 * The files of a home, to be read again and again.
 *
 * @param programs those of its inventory, with what they printed last
 * @param state tells whether they have changed
 * @param atFirst what that was before anything was read
 */
record HomeFiles(Home home, InventoryPrograms programs, HomeState state, String atFirst) {
  /** What the inventory's programs print is kept in the data folder. */
  static HomeFiles of(Home home, Path dataFolder) {
    var state = new HomeState(home);
    var programs = InventoryPrograms.keptIn(dataFolder.resolve("inventory"));
    return new HomeFiles(home, programs, state, state.digest());
  }

  Estate read() {
    return Estate.read(home, programs);
  }

  /**
   * Has the inventory's programs run which have to be, so that reading need not wait for them.
   *
   * @param all whether also those that are as they were
   */
  void runPrograms(boolean all) {
    InventoryReader.read(home.inventory(), home.demo(), all ? programs.again() : programs);
  }

  /**
   * As a process begins: what programs printed before serves at first, so that it begins fast and
   * also while they fail, unless just that is what is wrong.
   *
   * @throws UnsoundHomeException with every problem
   */
  Estate first() {
    var estate = read();
    if (!estate.problems().isEmpty() && programs.found()) {
      runPrograms(true);
      estate = read();
    }
    return estate.sound();
  }
}
