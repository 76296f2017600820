package dev.parley.endtoend;

import dev.parley.Answer;
import dev.parley.Assistant;
import dev.parley.audit.Wanted;
import dev.parley.channel.AssistantEars;
import dev.parley.channel.Channels;
import dev.parley.channel.Courier;
import dev.parley.channel.FrontEnd;
import dev.parley.channel.FrontEndKind;
import dev.parley.channel.FrontEnds;
import dev.parley.channel.InMemoryCursors;
import dev.parley.channel.Pauses;
import dev.parley.channel.Workshop;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.person.People;
import dev.parley.person.Person;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Records;
import dev.parley.wiring.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An assistant that restarts services, whose actions are recorded, and front ends on it. */
public final class FrontEndStage implements AutoCloseable {
  static final String JASON_IN_MATTERMOST = "jasonjasonjasonjasonjason1";
  static final String MARIA_IN_MATTERMOST = "mariamariamariamariamaria1";

  private final Path channels;
  private final Assembly assembly = Shared.ASSEMBLY;
  private final Records records = Records.inMemory();
  private final Assistant assistant;
  private final AssistantEars ears;
  private final Courier courier;
  private final FrontEnds frontEnds;

  /** What is learnt once for all tests. */
  private static final class Shared {
    static final Assembly ASSEMBLY = assembly();

    private static Assembly assembly() {
      try {
        var folder = Files.createTempDirectory("parley-front-ends");
        TestHome.empty(folder)
            .copied("intents/restart_service.yml")
            .copied("training-data/restart_service.yml")
            .copied("inventory")
            .with(
                "permissions.yml",
                """
                people:
                  jason:
                    accounts: {netcat: jason, irc: [jason, jason@localhost], mattermost: %s}
                    roles: [operator]
                  maria:
                    accounts: {netcat: maria, irc: [maria, maria@localhost], mattermost: %s}
                    roles: [operator]
                roles:
                  operator: {description: Runs everything}
                rules:
                  - {role: operator, intents: "*"}
                """
                    .formatted(JASON_IN_MATTERMOST, MARIA_IN_MATTERMOST));
        return Assembly.open(
            Home.of(folder),
            new Settings(folder.resolve("data"), true, "jason", Clock.systemUTC()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * @param folder for its settings
   * @param secrets by name
   */
  public FrontEndStage(Path folder, Map<String, String> secrets) {
    channels = folder.resolve("channels.yml");
    var clock = Clock.systemUTC();
    assistant = assembly.assistant(records);
    records.workers().start(assistant::perform);
    var conversations = assembly.conversations(assistant, records);
    ears =
        new AssistantEars(
            assistant,
            new People() {
              @Override
              public Person identify(Speaker speaker) {
                return conversations.person(speaker);
              }

              @Override
              public Collection<Person> all() {
                return conversations.people();
              }
            },
            records.journal()::find,
            id -> Optional.empty(),
            records.places()::keep);
    var cursors = new InMemoryCursors(records.transcript());
    var pauses = new Pauses(Duration.ofMillis(20), Duration.ofMillis(200));
    courier = new Courier(records.outbox(), records.transcript(), cursors, clock, pauses);
    var workshop =
        new Workshop(name -> Optional.ofNullable(secrets.get(name)).orElseThrow(), clock);
    frontEnds =
        new FrontEnds(
            new FrontEnds.Means(
                ears,
                courier,
                cursors,
                workshop,
                pauses,
                Duration.ofMillis(50),
                Duration.ofSeconds(5)));
  }

  /** Connects to what this says, as {@code channels.yml} would. */
  public void configure(String channels, FrontEndKind... kinds) {
    try {
      Files.writeString(this.channels, channels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var read = Channels.read(this.channels, List.of(kinds));
    if (!read.problems().isEmpty()) {
      throw new AssertionError(read.problems());
    }
    frontEnds.configure(read.channels());
  }

  /** The same, and waits until they are connected. */
  public void connect(String channels, FrontEndKind... kinds) {
    configure(channels, kinds);
    Eventually.until(
        "connected: " + frontEnds.statuses(),
        () -> frontEnds.statuses().stream().allMatch(FrontEnds.Status::connected));
  }

  public FrontEnds.Status status() {
    return frontEnds.statuses().get(0);
  }

  public FrontEnd frontEnd(String platform) {
    return frontEnds.find(platform).orElseThrow();
  }

  /** Somebody says something where no front end is. */
  Answer say(Speaker speaker, ConversationId place, String text) {
    return assistant.hear(
        new Utterance(UUID.randomUUID().toString(), place, speaker, text, Instant.now()));
  }

  /** How many actions were begun. */
  public int ran() {
    return records.audit().newest(Wanted.ALL.kind("ActionStarted"), 1_000).size();
  }

  Records records() {
    return records;
  }

  @Override
  public void close() {
    frontEnds.close();
    courier.close();
    ears.close();
  }
}
