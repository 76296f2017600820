package dev.parley.bench;

import dev.parley.channel.Channels;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Speaker;
import dev.parley.conversation.Utterance;
import dev.parley.intent.IntentReader;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.InventoryReader;
import dev.parley.inventory.Resource;
import dev.parley.training.Example;
import dev.parley.training.Trainer;
import dev.parley.training.TrainingSet;
import dev.parley.understanding.Expectation;
import dev.parley.understanding.IntentClassifier;
import dev.parley.understanding.Interpretation;
import dev.parley.understanding.MessageReader;
import dev.parley.understanding.SlotTagger;
import dev.parley.wiring.Estate;
import dev.parley.wiring.Home;
import dev.parley.wiring.Learning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.yaml.snakeyaml.Yaml;

/**
 * How long understanding takes, as percentiles: messages that nobody trained on, one after the
 * other, so many that none is remembered when its turn comes again. Run by {@code
 * src/test/bench/jmh Understand}; as a server compiles, with C1 only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(
    value = 1,
    jvmArgs = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx2g"})
public class Understand {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ConversationId ROOM = new ConversationId("bench", "room");
  private static final List<String> ROLES = List.of("web", "app", "db", "cache", "queue", "node");

  /** As shipped, and a large estate that was taught more. */
  @Param({"shipped", "large"})
  public String estate;

  private MessageReader reader;
  private List<String> messages;
  private int count;

  @Setup
  public void open() throws IOException {
    var home = Home.demo(Path.of(""));
    var shipped = Estate.read(home);
    var known = estate.equals("large") ? large(home, shipped, 100_000, 20_000) : shipped;
    var data = Path.of("target/bench-data", estate).toAbsolutePath();
    var learning = Learning.of(home, known, data, Clock.systemUTC());
    var encoder = learning.encoder();
    var states = learning.states();
    if (encoder == null || states == null) {
      throw new IllegalStateException("The encoder does not load here; there is nothing to time.");
    }
    learning.data().slots().prepare(states);
    var intents = new Trainer(learning.vectors()).train(learning.data()).model();
    var tagger =
        learning
            .data()
            .slots()
            .learn(states)
            .map(m -> m.tagger(encoder::states))
            .orElseGet(SlotTagger::none);
    reader =
        new MessageReader(
            known.catalog(),
            known.inventory(),
            known.resolver(),
            Set.of(),
            speaker -> ZoneOffset.UTC,
            new IntentClassifier(encoder::vector, intents),
            tagger);
    messages = messages(Path.of("src/test/quality"));
    System.out.printf(
        "%n%d hosts, %d examples, %d messages%n",
        known.inventory().hosts().size(), known.examples().examples().size(), messages.size());
  }

  /** The next message. */
  @Benchmark
  public Interpretation message() {
    var said = messages.get(count++ % messages.size());
    return reader.read(
        new Utterance("m", ROOM, Speaker.of("os", "jason"), said, NOW), Expectation.none());
  }

  private static Estate large(Home home, Estate shipped, int hosts, int examples) {
    var inventory = InventoryReader.read(home.inventory(), true).inventory();
    var all = new ArrayList<>(inventory.hosts());
    Map<String, List<String>> groups = new LinkedHashMap<>();
    inventory
        .groups()
        .forEach(group -> groups.put(group, new ArrayList<>(inventory.members(group))));
    for (int i = all.size(); i < hosts; i++) {
      String role = ROLES.get(i % ROLES.size());
      String name = "%s-%05d.dc%d.example.com".formatted(role, i, i % 3);
      String address = "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255);
      all.add(new Host(name, address, 22, null, null, true));
      groups.computeIfAbsent("rack-" + i % 500, r -> new ArrayList<>()).add(name);
    }
    List<Resource> resources =
        Arrays.stream(SlotType.values()).flatMap(type -> inventory.all(type).stream()).toList();
    var known = new Inventory(true, all, groups, resources);
    var catalog = IntentReader.read(home.intents()).catalog();
    return new Estate(
        catalog,
        known,
        new EntityResolver(known),
        shipped.people(),
        shipped.permissions(),
        more(shipped.examples(), examples),
        Channels.NONE,
        List.of(),
        List.of());
  }

  /** The examples, and as many again as are missing, said a little differently. */
  private static TrainingSet more(TrainingSet shipped, int wanted) {
    var examples = new ArrayList<>(shipped.examples());
    for (int i = 0; examples.size() < wanted; i++) {
      var e = shipped.examples().get(i);
      examples.add(
          new Example(e.text() + " when you can", e.intent(), e.annotations(), e.file(), e.line()));
    }
    return TrainingSet.of(examples);
  }

  private static List<String> messages(Path folder) throws IOException {
    var messages = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".yml"))
          .sorted()
          .forEach(file -> addTexts(file, messages));
    }
    return messages;
  }

  /** The first message of each conversation. */
  private static void addTexts(Path file, List<String> messages) {
    try {
      List<Map<String, List<Map<String, Object>>>> conversations =
          new Yaml().load(Files.readString(file));
      conversations.forEach(c -> messages.add((String) c.get("turns").get(0).get("user")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
