package dev.parley.wiring;

import dev.parley.Assistant;
import dev.parley.Measures;
import dev.parley.Mind;
import dev.parley.Outlook;
import dev.parley.Stores;
import dev.parley.Timer;
import dev.parley.action.ActionRunner;
import dev.parley.action.Actions;
import dev.parley.action.ActiveRuns;
import dev.parley.action.ConnectionAction;
import dev.parley.action.LiveRunner;
import dev.parley.action.LookupAction;
import dev.parley.action.OutputFiles;
import dev.parley.action.Planner;
import dev.parley.action.RecordingRunner;
import dev.parley.action.ResourceLock;
import dev.parley.action.SecretBox;
import dev.parley.action.http.HttpAction;
import dev.parley.action.http.Secrets;
import dev.parley.action.network.NetworkAction;
import dev.parley.action.process.ProcessAction;
import dev.parley.action.ssh.SshAction;
import dev.parley.action.ssh.SshConnector;
import dev.parley.channel.AssistantEars;
import dev.parley.channel.Courier;
import dev.parley.channel.Cursors;
import dev.parley.channel.FrontEnds;
import dev.parley.channel.Workshop;
import dev.parley.demo.DemoFleet;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Proposal;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.HostPorts;
import dev.parley.knowledge.Knowledge;
import dev.parley.permission.OneTimePasswords;
import dev.parley.permission.RuleGatekeeper;
import dev.parley.permission.SeedBox;
import dev.parley.person.LinkedPeople;
import dev.parley.person.People;
import dev.parley.web.AssistantConversations;
import dev.parley.web.Conversations;
import dev.parley.web.Enrolling;
import dev.parley.web.Linking;
import dev.parley.web.Reloads;
import dev.parley.web.chat.AssistantHappenings;
import dev.parley.web.chat.Happenings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Joins the parts into an assistant; the only place that knows them all. */
public final class Assembly implements AutoCloseable {
  /** The file that locks the secrets of one-time passwords. */
  private static final String OTP_KEY = "otp-key";

  /** How much output of one execution is kept. */
  private static final long OUTPUT_LIMIT = 20L * 1024 * 1024;

  private final HomeFiles files;
  private final Reloading reloading;
  private final Directories directories;
  private final Clock clock;
  private final @Nullable DemoFleet fleet;
  private final SshConnector connector;
  private final Actions actions;
  private final OutputFiles outputs;
  private final ActiveRuns runs;
  private final BackgroundTimer timer = new BackgroundTimer();
  private final SecretBox box;
  private final SeedBox seeds;
  private final boolean simulate;
  private final Workshop workshop;

  private Assembly(
      HomeFiles files,
      Reloading reloading,
      Directories directories,
      Settings settings,
      @Nullable DemoFleet fleet) {
    this.files = files;
    this.directories = directories;
    this.reloading = reloading;
    this.clock = settings.clock();
    this.simulate = settings.simulate();
    this.box = settings.box();
    this.seeds = new SeedBox(() -> DataFolder.open(settings.data()).secret(OTP_KEY));
    this.fleet = fleet;
    this.workshop = new Workshop(secrets(settings)::get, clock);
    var endpoints = fleet == null ? Endpoints.asListed() : fleet.endpoints();
    this.connector = SshConnector.ofUser(endpoints, settings.data());
    this.outputs = new OutputFiles(settings.data().resolve("output"), OUTPUT_LIMIT);
    this.runs = new ActiveRuns(outputs);
    timer.daily(() -> outputs.removeBefore(clock.instant().minus(settings.outputKept())));
    this.actions =
        new Actions(
            Map.of(
                ActionSpec.Ssh.class, new SshAction(connector, settings.data().resolve("work")),
                ActionSpec.Process.class, new ProcessAction(settings.data().resolve("work")),
                ActionSpec.Http.class, http(settings),
                ActionSpec.Network.class, network(settings, fleet),
                ActionSpec.Connection.class, new ConnectionAction(simulate),
                ActionSpec.Lookup.class, new LookupAction()));
  }

  /**
   * Reads a home and trains or loads its model; a demo's fleet is started unless actions are only
   * recorded.
   *
   * @throws UnsoundHomeException with every problem of the home's files
   */
  public static Assembly open(Home home, Settings settings) {
    var files = HomeFiles.of(home, settings.data());
    return open(files, files.first(), settings);
  }

  /** The same of a home that was read already. */
  static Assembly open(HomeFiles files, Estate estate, Settings settings) {
    var home = files.home();
    // neither needs the other, and both take a while
    var starting = CompletableFuture.supplyAsync(() -> fleet(home, estate, settings));
    var understanding = Understanding.of(home, settings.data(), settings.clock());
    var directories = new Directories(secrets(settings), settings.clock());
    var reloading =
        new Reloading(
            files,
            estate,
            understanding,
            (read, model) ->
                outlook(home, read, understanding.knowledge(read, model), settings, directories));
    var fleet = started(starting);
    if (fleet != null) {
      reloading.follow(read -> extend(fleet, read));
    }
    return new Assembly(files, reloading, directories, settings, fleet);
  }

  private static Outlook outlook(
      Home home, Estate estate, Knowledge knowledge, Settings settings, Directories directories) {
    var named =
        home.demo() ? new DemoPeople(estate.people(), settings.operator()) : estate.people();
    var people = directories.over(named, estate.permissions().directory());
    return new Outlook(
        knowledge, people, new RuleGatekeeper(estate.permissions(), people, settings.clock()));
  }

  private static @Nullable DemoFleet fleet(Home home, Estate estate, Settings settings) {
    if (!home.demo() || settings.simulate()) {
      return null;
    }
    try {
      return DemoFleet.start(estate.inventory());
    } catch (IOException e) {
      throw new UncheckedIOException("The demo fleet could not be started.", e);
    }
  }

  /** What went wrong with it is thrown here. */
  private static @Nullable DemoFleet started(CompletableFuture<@Nullable DemoFleet> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException problem ? problem : e;
    }
  }

  private static void extend(DemoFleet fleet, Estate estate) {
    try {
      fleet.extend(estate.inventory());
    } catch (IOException e) {
      throw new UncheckedIOException("The demo fleet could not be extended.", e);
    }
  }

  private static HttpAction http(Settings settings) {
    return new HttpAction(secrets(settings), settings.simulate());
  }

  private static Secrets secrets(Settings settings) {
    return new Secrets(settings.data().resolve("secrets"), System.getenv());
  }

  private static NetworkAction network(Settings settings, @Nullable DemoFleet fleet) {
    return new NetworkAction(
        settings.data().resolve("work"),
        fleet == null ? HostPorts.asListed() : fleet.ports(),
        OwnPort::now,
        settings.clock());
  }

  /** The assistant over these records. */
  public Assistant assistant(Records records) {
    return assistant(records, Measures.none(), Assistant.GRACE);
  }

  /**
   * The same, which is counted.
   *
   * @param grace how late what is scheduled may begin and still be on time
   */
  Assistant assistant(Records records, Measures measures, Duration grace) {
    var mind =
        new Mind(() -> linked(records), planner(records.locks()), runner(records.locks()), runs);
    return new Assistant(
        mind, stores(records), DialoguePolicy.standard(), clock, timer, measures, grace);
  }

  private Stores stores(Records records) {
    return new Stores(
        records.transactions(),
        records.dialogues(),
        records.inbox(),
        records.outbox(),
        records.journal(),
        records.approvals(),
        records.audit(),
        records.schedule(),
        codes(records),
        records.accounts(),
        records.places());
  }

  /**
   * An assistant whose actions are told and not run, for a test that sets the clock.
   *
   * @param record is told what would run, before it has
   */
  Assistant rehearsed(Records records, Clock time, Consumer<Proposal> record) {
    var mind =
        new Mind(
            () -> linked(records),
            new Planner(actions, records.locks(), time),
            new RecordingRunner(record),
            new ActiveRuns(outputs));
    return new Assistant(
        mind,
        stores(records),
        DialoguePolicy.standard(),
        time,
        Timer.NONE,
        Measures.none(),
        Assistant.GRACE);
  }

  /** One-time passwords; their key lies beside the database, not in it. */
  OneTimePasswords codes(Records records) {
    return new OneTimePasswords(records.enrolments(), seeds);
  }

  /** Links accounts to people. */
  Linking linking(Conversations conversations, Records records) {
    return new Linking(conversations, records.accounts(), records.transactions(), clock);
  }

  /** Gives people one-time passwords. */
  Enrolling enrolling(Conversations conversations, Records records) {
    return new Enrolling(conversations, codes(records), records.transactions(), clock);
  }

  /** What the ways in need of that assistant. */
  public Conversations conversations(Assistant assistant, Records records) {
    return new AssistantConversations(
        assistant,
        records.outbox(),
        records.journal(),
        records.schedule(),
        outputs,
        records.approvals(),
        records.audit(),
        records.transactions(),
        people(records),
        () -> reloading.outlook().knowledge(),
        clock);
  }

  /** What the web chat shows of what goes on. */
  public Happenings happenings(Records records) {
    return new AssistantHappenings(records.transcript(), runs, records.journal());
  }

  /** The front ends, which connect when they are told to which. */
  FrontEnds frontEnds(AssistantEars ears, Courier courier, Cursors cursors) {
    return new FrontEnds(new FrontEnds.Means(ears, courier, cursors, workshop));
  }

  /** What front ends hear with. */
  AssistantEars ears(Assistant assistant, Conversations conversations, Records records) {
    return new AssistantEars(
        assistant,
        people(records),
        conversations::execution,
        id -> conversations.execution(id).map(execution -> conversations.output(execution, null)),
        records.places()::keep);
  }

  private ActionRunner runner(ResourceLock lock) {
    return simulate
        ? new RecordingRunner(proposal -> {})
        : new LiveRunner(actions, lock, clock, box);
  }

  private Planner planner(ResourceLock lock) {
    return new Planner(actions, lock, clock, box);
  }

  public Knowledge knowledge() {
    return reloading.outlook().knowledge();
  }

  /** Whoever the home's files name now, through whatever account. */
  private People people(Records records) {
    return new CurrentPeople(() -> linked(records).people());
  }

  private Outlook linked(Records records) {
    var now = reloading.outlook();
    var people = new LinkedPeople(now.people(), records.accounts());
    return new Outlook(now.knowledge(), people, now.gatekeeper());
  }

  /** Reads the home's files again when they change, until closed. */
  HomeWatch watch() {
    return new HomeWatch(files, reloading::reload);
  }

  /** Reads the home's files again. */
  public Reloads reloads() {
    return reloading;
  }

  ActiveRuns runs() {
    return runs;
  }

  Path modelFolder() {
    return files.home().models();
  }

  Reloading reloading() {
    return reloading;
  }

  @Override
  public void close() {
    timer.close();
    reloading.close();
    directories.close();
    connector.close();
    if (fleet != null) {
      try {
        fleet.close();
      } catch (IOException e) {
        throw new UncheckedIOException("The demo fleet could not be stopped.", e);
      }
    }
  }
}
