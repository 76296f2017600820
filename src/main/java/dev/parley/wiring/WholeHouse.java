package dev.parley.wiring;

import dev.parley.action.http.Secrets;
import dev.parley.audit.Head;
import dev.parley.audit.Verification;
import dev.parley.backup.Backup;
import dev.parley.channel.Channels;
import dev.parley.channel.NotConnectedException;
import dev.parley.channel.Setup;
import dev.parley.channel.Workshop;
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
import io.quarkus.arc.Arc;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

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
  public List<Tried> tryFrontEnds(Places places) {
    var setups = Channels.read(home(places).channels(), FrontEndKinds.ALL).channels().setups();
    var secrets = new Secrets(places.data().resolve("secrets"), System.getenv());
    var workshop = new Workshop(secrets::get, Clock.systemUTC());
    return new TreeMap<>(setups)
        .entrySet().stream().map(one -> attempt(one.getKey(), one.getValue(), workshop)).toList();
  }

  private static Tried attempt(String platform, Setup setup, Workshop workshop) {
    try {
      setup.attempt(workshop);
      return new Tried(platform + ": it lets us in.", true);
    } catch (NotConnectedException e) {
      return new Tried(platform + ": " + e.sentence(), false);
    }
  }

  @Override
  public ModelManifest train(Places places) {
    return learning(places, (learning, estate) -> learning.learn().manifest());
  }

  @Override
  public CrossValidated crossValidate(Places places, Pipeline pipeline) {
    if (pipeline == Pipeline.LIGHT) {
      QuietLogging.begin();
      var data = DataFolder.open(places.data()).path();
      var estate = sound(HomeFiles.of(home(places), data));
      var learning = Learning.of(null, home(places), estate, data, Clock.systemUTC());
      return CrossValidated.run(learning.data(), TextVectors.none())
          .with(learning.data().slots().crossValidateLight().figures())
          .with(learning.tryReader(estate));
    }
    return learning(
        places,
        (learning, estate) -> {
          var slots = learning.data().slots();
          var states = learning.states();
          return CrossValidated.run(learning.data(), learning.vectors())
              .with(
                  (states == null ? slots.crossValidateLight() : slots.crossValidate(states))
                      .figures())
              .with(learning.tryReader(estate));
        });
  }

  private static <T> T learning(Places places, BiFunction<Learning, Estate, T> work) {
    QuietLogging.begin();
    var home = home(places);
    var data = DataFolder.open(places.data()).path();
    var estate = sound(HomeFiles.of(home, data));
    var learning = Learning.of(home, estate, data, Clock.systemUTC());
    try (var encoder = learning.encoder()) {
      return work.apply(learning, estate);
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
  public void backup(Places places, OutputStream out, boolean secrets) {
    container(places, true)
        .alone(
            () -> {
              bean(Backup.class).write(out, secrets);
              return 0;
            });
  }

  @Override
  public Verification.Report restore(Places places, InputStream in) {
    var report = new AtomicReference<Verification.@Nullable Report>();
    container(places, true)
        .alone(
            () -> {
              var manifest = bean(Backup.class).read(in);
              var head = new Head(manifest.head().position(), manifest.head().hash());
              report.set(bean(Records.class).audit().verify(List.of(head)));
              return 0;
            });
    var verified = report.get();
    if (verified == null) {
      throw Complaint.failed("The backup could not be brought back.");
    }
    return verified;
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
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
