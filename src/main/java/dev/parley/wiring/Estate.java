package dev.parley.wiring;

import dev.parley.channel.Channels;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.IntentReader;
import dev.parley.intent.Problem;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.InventoryPrograms;
import dev.parley.inventory.InventoryReader;
import dev.parley.permission.Permissions;
import dev.parley.permission.PermissionsReader;
import dev.parley.person.FilePeople;
import dev.parley.training.TrainingCheck;
import dev.parley.training.TrainingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * What the files of a home say, with everything that is wrong with them.
 *
 * @param examples what the models learn from
 * @param channels the front ends that are wanted
 * @param standIns programs that failed, for which what they printed last stands in
 */
public record Estate(
    IntentCatalog catalog,
    Inventory inventory,
    EntityResolver resolver,
    FilePeople people,
    Permissions permissions,
    TrainingSet examples,
    Channels channels,
    List<Problem> problems,
    List<Problem> standIns) {

  /** Reads every file of a home; a broken one is a problem, never an exception. */
  public static Estate read(Home home) {
    return read(home, InventoryPrograms.inMemory());
  }

  /** Reads every file of a home, and what the programs of its inventory print. */
  static Estate read(Home home, InventoryPrograms programs) {
    // the largest part, which nothing else needs to be read
    var taught = CompletableFuture.supplyAsync(() -> examples(home));
    var intents = IntentReader.read(home.intents());
    var inventory = InventoryReader.read(home.inventory(), home.demo(), programs);
    var resolver = new EntityResolver(inventory.inventory());
    var permissions = PermissionsReader.read(home.permissions(), intents.catalog(), resolver);
    var channels = Channels.read(home.channels(), FrontEndKinds.ALL);
    var examples = taught.join();
    var problems = new ArrayList<Problem>();
    problems.addAll(intents.problems());
    problems.addAll(inventory.problems());
    problems.addAll(permissions.problems());
    problems.addAll(channels.problems());
    problems.addAll(TrainingCheck.problems(examples, intents.catalog()));
    return new Estate(
        intents.catalog(),
        inventory.inventory(),
        resolver,
        permissions.people(),
        permissions.permissions(),
        examples,
        channels.channels(),
        problems.stream().map(problem -> within(home, problem)).toList(),
        inventory.standIns());
  }

  /** Named from the home on, whoever found it. */
  private static Problem within(Home home, Problem problem) {
    var file = Path.of(problem.file());
    return file.startsWith(home.root())
        ? new Problem(
            home.root().relativize(file).toString(), problem.line(), problem.what(), problem.todo())
        : problem;
  }

  private static TrainingSet examples(Home home) {
    try {
      return TrainingSet.read(home.trainingData());
    } catch (IOException | UncheckedIOException e) {
      var problem =
          new Problem(
              "training-data",
              0,
              "The folder cannot be read.",
              "Check that it exists and its mode.");
      return new TrainingSet(List.of(), new TreeMap<>(), List.of(problem));
    }
  }

  /** This estate, when nothing is wrong with it. */
  public Estate sound() {
    if (!problems.isEmpty()) {
      throw new UnsoundHomeException(problems);
    }
    return this;
  }
}
