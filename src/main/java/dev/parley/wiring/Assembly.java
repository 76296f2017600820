package dev.parley.wiring;

import dev.parley.Assistant;
import dev.parley.Mind;
import dev.parley.Stores;
import dev.parley.action.ActionRunner;
import dev.parley.action.Actions;
import dev.parley.action.ActiveRuns;
import dev.parley.action.LiveRunner;
import dev.parley.action.LookupAction;
import dev.parley.action.OutputFiles;
import dev.parley.action.Planner;
import dev.parley.action.RecordingRunner;
import dev.parley.action.ResourceLock;
import dev.parley.action.process.ProcessAction;
import dev.parley.action.ssh.SshAction;
import dev.parley.action.ssh.SshConnector;
import dev.parley.command.CommandParser;
import dev.parley.demo.DemoFleet;
import dev.parley.dialogue.DialoguePolicy;
import dev.parley.inventory.Endpoints;
import dev.parley.knowledge.Knowledge;
import dev.parley.permission.RuleGatekeeper;
import dev.parley.person.People;
import dev.parley.web.AssistantConversations;
import dev.parley.web.Conversations;
import dev.parley.web.chat.AssistantHappenings;
import dev.parley.web.chat.Happenings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Joins the parts into an assistant; the only place that knows them all. */
public final class Assembly implements AutoCloseable {
  /** How much output of one execution is kept. */
  private static final long OUTPUT_LIMIT = 20L * 1024 * 1024;

  private final Estate estate;
  private final Knowledge knowledge;
  private final People people;
  private final Clock clock;
  private final @Nullable DemoFleet fleet;
  private final SshConnector connector;
  private final Actions actions;
  private final ResourceLock lock = new ResourceLock();
  private final OutputFiles outputs;
  private final ActiveRuns runs;
  private final BackgroundTimer timer = new BackgroundTimer();
  private final boolean simulate;

  private Assembly(
      Estate estate,
      Knowledge knowledge,
      People people,
      Settings settings,
      @Nullable DemoFleet fleet) {
    this.estate = estate;
    this.knowledge = knowledge;
    this.people = people;
    this.clock = settings.clock();
    this.simulate = settings.simulate();
    this.fleet = fleet;
    var endpoints = fleet == null ? Endpoints.asListed() : fleet.endpoints();
    this.connector = SshConnector.ofUser(endpoints, settings.data());
    this.outputs = new OutputFiles(settings.data().resolve("output"), OUTPUT_LIMIT);
    this.runs = new ActiveRuns(outputs);
    timer.daily(() -> outputs.removeBefore(clock.instant().minus(settings.outputKept())));
    this.actions =
        new Actions(
            new SshAction(connector, settings.data().resolve("work")),
            new ProcessAction(settings.data().resolve("work")),
            new LookupAction());
  }

  /**
   * Reads a home and trains or loads its model; a demo's fleet is started unless actions are only
   * recorded.
   *
   * @throws UnsoundHomeException with every problem of the home's files
   */
  public static Assembly open(Home home, Settings settings) {
    var estate = Estate.read(home).sound();
    var knowledge =
        new Knowledge(
            estate.catalog(),
            estate.inventory(),
            estate.resolver(),
            new CommandParser(estate.catalog(), estate.resolver()),
            Learning.of(home, estate, settings.data(), settings.clock())
                .pipeline(home, estate, settings.data()),
            "");
    var people =
        home.demo() ? new DemoPeople(estate.people(), settings.operator()) : estate.people();
    return new Assembly(estate, knowledge, people, settings, fleet(home, estate, settings));
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

  /** The assistant over these records. */
  public Assistant assistant(Records records) {
    var gatekeeper = new RuleGatekeeper(estate.rules(), people, clock);
    var mind = new Mind(() -> knowledge, people, gatekeeper, planner(), runner(), runs);
    var stores =
        new Stores(
            records.transactions(),
            records.dialogues(),
            records.inbox(),
            records.outbox(),
            records.journal(),
            records.approvals(),
            records.audit());
    return new Assistant(mind, stores, DialoguePolicy.standard(), clock, timer);
  }

  /** What the ways in need of that assistant. */
  public Conversations conversations(Assistant assistant, Records records) {
    return new AssistantConversations(
        assistant,
        records.outbox(),
        records.journal(),
        outputs,
        records.approvals(),
        records.audit(),
        records.transactions(),
        people,
        () -> knowledge,
        clock);
  }

  /** What the web chat shows of what goes on. */
  public Happenings happenings(Records records) {
    return new AssistantHappenings(records.transcript(), runs, records.journal());
  }

  private ActionRunner runner() {
    return simulate ? new RecordingRunner(proposal -> {}) : new LiveRunner(actions, lock, clock);
  }

  private Planner planner() {
    return new Planner(actions, lock, clock);
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  public People people() {
    return people;
  }

  @Override
  public void close() {
    timer.close();
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
