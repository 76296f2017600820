package dev.parley.inventory;

import dev.parley.intent.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code inventory/}: Ansible inventories and {@code estate.yml}, every problem at once. */
public final class InventoryReader {
  /**
   * What was read; the inventory is to be used only when there are no problems.
   *
   * @param standIns programs that failed now, for which what they printed last stands in
   */
  public record Result(Inventory inventory, List<Problem> problems, List<Problem> standIns) {
    public Result {
      // of a range, each host has the same flaw
      problems = problems.stream().distinct().toList();
      standIns = List.copyOf(standIns);
    }
  }

  private InventoryReader() {}

  /** Reads a real estate. */
  public static Result read(Path folder) {
    return read(folder, false);
  }

  /**
   * Reads a folder.
   *
   * @param demo whether it is the demo's estate, which replies announce
   */
  public static Result read(Path folder, boolean demo) {
    return read(folder, demo, InventoryPrograms.inMemory());
  }

  /** Reads a folder, whose programs are run as needed. */
  public static Result read(Path folder, boolean demo, InventoryPrograms programs) {
    var problems = new ArrayList<Problem>();
    var standIns = new ArrayList<Problem>();
    var name = Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("inventory");
    var ansible = new AnsibleReader(folder, name, programs, problems, standIns);
    ansible.read();
    var hosts = ansible.hosts();
    var groups = ansible.groups();
    var hostNames = hosts.stream().map(Host::name).toList();
    List<Resource> declared = List.of();
    var network = NetworkSettings.USUAL;
    for (var file : List.of("estate.yml", "estate.yaml")) {
      if (Files.exists(folder.resolve(file))) {
        declared =
            EstateReader.read(folder.resolve(file), name + "/" + file, hostNames, groups, problems);
        network = NetworkSection.read(folder.resolve(file), name + "/" + file, problems);
      }
    }
    var inventory = new Inventory(demo, hosts, groups, UsualNames.addedTo(declared), network);
    return new Result(inventory, problems, standIns);
  }
}
