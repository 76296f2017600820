package dev.parley.wiring;

import dev.parley.Assistant;
import dev.parley.audit.NotedHead;
import dev.parley.backup.Backup;
import dev.parley.channel.AssistantEars;
import dev.parley.channel.Courier;
import dev.parley.channel.Cursors;
import dev.parley.channel.FrontEnds;
import dev.parley.channel.Pauses;
import dev.parley.channel.jpa.JpaCursors;
import dev.parley.node.Node;
import dev.parley.training.ModelStore;
import dev.parley.web.Conversations;
import dev.parley.web.Enrolling;
import dev.parley.web.Linking;
import dev.parley.web.Reloads;
import dev.parley.web.chat.Happenings;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;

/** The assembly as beans: one assistant, its records, and their beginning and end. */
@ApplicationScoped
class ServerBeans {
  private static final Logger LOG = System.getLogger("dev.parley.nodes");
  private static final Duration POLLING = Duration.ofSeconds(30);

  /** So long what was said last may take to be posted. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  @Produces
  @Singleton
  Assembly assembly() {
    return Opening.await();
  }

  void close(@Disposes Assembly assembly) {
    assembly.close();
  }

  @Produces
  @Singleton
  Records records(
      DataSource database,
      TransactionSynchronizationRegistry registry,
      ManagedExecutor executor,
      NotedHead noted,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
    var place = ConfigProvider.getConfig().getValue(Container.PLACE, String.class);
    var node = new Node(UUID.randomUUID().toString(), place);
    return Records.stored(
        database, registry, executor, POLLING, node, DatabaseSettings.isEmbedded(url), noted);
  }

  @Produces
  @Singleton
  NotedHead noted(@ConfigProperty(name = "parley.data", defaultValue = "data") Path data) {
    return new NotedHead(DataFolder.open(data).file("record-head"));
  }

  @Produces
  @Singleton
  Backup backup(
      DataSource database, @ConfigProperty(name = "parley.data", defaultValue = "data") Path data) {
    return new Backup(database, data.toAbsolutePath().normalize(), Clock.systemUTC());
  }

  void close(@Disposes NotedHead noted) {
    noted.close();
  }

  @Produces
  @Singleton
  Pulse pulse(Records records, Assistant assistant, Assembly assembly, DataSource database) {
    var pulse = new Pulse(records.neighbours(), assistant, Clock.systemUTC());
    var folder = assembly.modelFolder();
    var store = new ModelStore(folder, Clock.systemUTC());
    pulse.also(new SharedModels(database, folder, store)::exchange);
    return pulse;
  }

  @Produces
  @Singleton
  Assistant assistant(
      Assembly assembly,
      Records records,
      MeterRegistry registry,
      @ConfigProperty(name = "parley.schedule.grace", defaultValue = "1m") Duration grace) {
    var meters = new Meters(registry);
    meters.watch(assembly.runs());
    assembly.reloading().listen(meters::reloaded);
    return assembly.assistant(records, meters, grace);
  }

  @Produces
  @Singleton
  Conversations conversations(Assembly assembly, Assistant assistant, Records records) {
    return assembly.conversations(assistant, records);
  }

  @Produces
  @Singleton
  Enrolling enrolling(Assembly assembly, Conversations conversations, Records records) {
    return assembly.enrolling(conversations, records);
  }

  @Produces
  @Singleton
  Linking linking(Assembly assembly, Conversations conversations, Records records) {
    return assembly.linking(conversations, records);
  }

  @Produces
  @Singleton
  Reloads reloads(Assembly assembly) {
    return assembly.reloads();
  }

  @Produces
  @Singleton
  HomeWatch watch(Assembly assembly) {
    return assembly.watch();
  }

  @Produces
  @Singleton
  Happenings happenings(Assembly assembly, Records records) {
    return assembly.happenings(records);
  }

  @Produces
  @Singleton
  Courier courier(Records records) {
    return new Courier(
        records.outbox(), records.transcript(), cursors(records), Clock.systemUTC(), Pauses.USUAL);
  }

  private static Cursors cursors(Records records) {
    return new JpaCursors(records.neighbours().nodes().self().id());
  }

  @Produces
  @Singleton
  AssistantEars ears(
      Assembly assembly, Assistant assistant, Conversations conversations, Records records) {
    return assembly.ears(assistant, conversations, records);
  }

  @Produces
  @Singleton
  FrontEnds frontEnds(Assembly assembly, AssistantEars ears, Courier courier, Records records) {
    return assembly.frontEnds(ears, courier, cursors(records));
  }

  /** They are connected to when everything else is ready; a reload changes which they are. */
  void connect(
      @Observes @Priority(3) StartupEvent event,
      Assembly assembly,
      FrontEnds frontEnds,
      MeterRegistry registry) {
    var reloading = assembly.reloading();
    Meters.watch(registry, frontEnds, FrontEndKinds.ALL);
    if (ConfigProvider.getConfig()
        .getOptionalValue(Container.SERVING, Boolean.class)
        .orElse(false)) {
      frontEnds.configure(reloading.estate().channels());
      reloading.listen(reload -> frontEnds.configure(reloading.estate().channels()));
    }
  }

  /** What a dead process left is settled before anything new is taken up. */
  void begin(
      @Observes @Priority(1) StartupEvent event,
      Assistant assistant,
      Records records,
      Pulse pulse,
      @ConfigProperty(name = "parley.data", defaultValue = "data") Path data)
      throws IOException {
    records.neighbours().nodes().join();
    var restored = data.resolve(Backup.RESTORED);
    assistant.recover(Files.exists(restored));
    Files.deleteIfExists(restored);
    records.workers().start(assistant::perform);
    records.alarms().start(assistant::due);
    pulse.start();
  }

  /**
   * A server reads what changes while it runs.
   *
   * @param look how often to look for changed files, zero for never
   * @param programs how often to run the inventory's programs, zero for never
   */
  void watch(
      @Observes @Priority(2) StartupEvent event,
      HomeWatch watch,
      @ConfigProperty(name = "parley.watch", defaultValue = "500ms") Duration look,
      @ConfigProperty(name = "parley.inventory.every", defaultValue = "10m") Duration programs) {
    watch.start(look, programs);
  }

  /**
   * Nothing new is taken up; what runs gets a moment to end before its connections close. What has
   * not ended then is left to the other processes to tell of.
   */
  void end(
      @Observes ShutdownEvent event,
      Assistant assistant,
      Records records,
      HomeWatch watch,
      Pulse pulse,
      AssistantEars ears,
      Courier courier,
      FrontEnds frontEnds) {
    ears.stop();
    assistant.stop();
    watch.close();
    records.alarms().close();
    records.workers().close();
    courier.flush(LAST_WORDS);
    frontEnds.close();
    courier.close();
    ears.close();
    pulse.close();
    leave(records);
  }

  /** Without the database, the others find out by themselves. */
  private static void leave(Records records) {
    try {
      records.neighbours().nodes().leave();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The other nodes could not be told that this one ends.", e);
    }
  }
}
