package dev.parley.wiring;

import dev.parley.cli.Complaint;
import dev.parley.cli.House;
import dev.parley.cli.Places;
import dev.parley.intent.Problem;
import dev.parley.inventory.Host;
import dev.parley.inventory.InventoryReader;
import dev.parley.permission.Explanation;
import dev.parley.training.CrossValidated;
import dev.parley.training.ModelManifest;
import dev.parley.training.TextVectors;
import dev.parley.understanding.Pipeline;
import dev.parley.web.Talk;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Everything, for the verbs: parts of the assembly, or the whole of it in a container. */
final class WholeHouse implements House {

  @Override
  public List<Problem> problems(Places places) {
    return Estate.read(home(places)).problems();
  }

  @Override
  public Explanation why(Places places, Asked asked) {
    var data = DataFolder.open(places.data()).path();
    return new WhyMay(sound(HomeFiles.of(home(places), data))).explain(asked);
  }

  @Override
  public List<Host> hosts(Places places) {
    var home = home(places);
    return List.copyOf(InventoryReader.read(home.inventory(), home.demo()).inventory().hosts());
  }

  @Override
  public ModelManifest train(Places places) {
    return learning(places, learning -> learning.learn().manifest());
  }

  @Override
  public CrossValidated crossValidate(Places places, Pipeline pipeline) {
    if (pipeline == Pipeline.LIGHT) {
      QuietLogging.begin();
      var data = DataFolder.open(places.data()).path();
      var taught = Learning.data(sound(HomeFiles.of(home(places), data)));
      return CrossValidated.run(taught, TextVectors.none())
          .with(taught.slots().crossValidateLight().figures());
    }
    return learning(
        places,
        learning -> {
          var slots = learning.data().slots();
          var states = learning.states();
          return CrossValidated.run(learning.data(), learning.vectors())
              .with(
                  (states == null ? slots.crossValidateLight() : slots.crossValidate(states))
                      .figures());
        });
  }

  private static <T> T learning(Places places, Function<Learning, T> work) {
    QuietLogging.begin();
    var home = home(places);
    var data = DataFolder.open(places.data()).path();
    var learning = Learning.of(home, sound(HomeFiles.of(home, data)), data, Clock.systemUTC());
    try (var encoder = learning.encoder()) {
      return work.apply(learning);
    }
  }

  private static Estate sound(HomeFiles files) {
    try {
      return files.first();
    } catch (UnsoundHomeException e) {
      throw Complaint.failed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Rehearsal rehearsal(Places places) {
    QuietLogging.begin();
    var data = DataFolder.open(places.data()).path();
    var files = HomeFiles.of(home(places), data);
    var assembly = Assembly.open(files, sound(files), Settings.of(data, true));
    return new Rehearsal(
        assembly.knowledge().catalog(), () -> new RehearsalStage(assembly), assembly::close);
  }

  @Override
  public int inside(Places places, boolean simulate, ToIntFunction<Talk> work) {
    return container(places, simulate).inside(work);
  }

  @Override
  public int serve(Places places, Service service, Function<Served, Runnable> ready) {
    return container(places, service.simulate()).serve(service, ready);
  }

  /** An unsound home is told before anything starts. */
  private static Container container(Places places, boolean simulate) {
    var folder = DataFolder.open(places.data());
    var files = HomeFiles.of(home(places), folder.path());
    return new Container(folder, files, sound(files), simulate);
  }

  private static Home home(Places places) {
    return places.demo() ? Home.demo(places.home()) : Home.of(places.home());
  }
}
