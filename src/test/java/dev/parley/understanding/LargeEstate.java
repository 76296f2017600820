package dev.parley.understanding;

import dev.parley.intent.IntentCatalog;
import dev.parley.intent.IntentReader;
import dev.parley.intent.SlotType;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/**
 * What a message names among 100,000 hosts: numbered ones in data centres, ones with names like a
 * cloud gives, groups, services with aliases. Run by {@code src/test/bench/jmh LargeEstate}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m"})
public class LargeEstate {
  private static final int HOSTS = 100_000;
  private static final int LONGEST = 4_000;
  private static final List<String> ROLES =
      List.of("web", "app", "db", "cache", "queue", "search", "worker", "proxy", "node", "kafka");

  @Param({
    "restart apache on web-00042.dc2.example.com",
    "restart ngnix on web 43 and web-00051.dc1 please",
    "reboot app-00077",
    "is postgres up on db-99999",
    "restart service-17 on the second rack-12 box at 6pm tomorrow",
    "check disk on all rack-7 hosts except web-00010.dc0.example.com",
    "users say the site is slow again, could you please look at what is eating the memory there",
    "reboot all web hosts"
  })
  public String text;

  private EntityExtractor extractor;
  private Line line;
  private List<Line> longest;

  @Setup
  public void open() {
    var inventory = inventory();
    long before = cpu();
    var resolver = new EntityResolver(inventory);
    long indexed = cpu() - before;
    IntentCatalog catalog = IntentReader.read(Path.of("intents")).catalog();
    extractor = EntityExtractor.forCatalog(resolver, catalog);
    line = line(text);
    longest =
        Stream.of(
                "web-00042 ",
                "wbe-4x2 ",
                "all ",
                "the second web ",
                "1h ",
                "web-000[01:99] ",
                "at 9 on ",
                "frobnicator-9 ",
                "web 1 ",
                "restart the first two web ",
                "x.y.z-1 ")
            .map(word -> line(word.repeat(LONGEST / word.length())))
            .toList();
    System.out.printf("%nthe index took %d ms%n", indexed / 1_000_000);
  }

  /** The time of the processor, which other programs do not lengthen. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Line line(String said) {
    return new Line(said, Tokens.of(said), null, Instant.EPOCH.atZone(ZoneOffset.UTC));
  }

  /** What one message names. */
  @Benchmark
  public int names() {
    return extractor.mentions(line).size();
  }

  /** The same with the words and the cues. */
  @Benchmark
  public int understandsNames() {
    var words = line(text);
    var mentions = extractor.mentions(words);
    return Cues.in(text, mentions.stream().map(Mention::first).toList()).size();
  }

  static Inventory inventory() {
    var hosts = new ArrayList<Host>();
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (int i = 0; i < HOSTS; i++) {
      String role = ROLES.get(i % ROLES.size());
      String name =
          i % 4 == 0
              ? "i-%s.compute.example.net".formatted(cloudName(i))
              : "%s-%05d.dc%d.example.com".formatted(role, i, i % 3);
      String address = "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255);
      hosts.add(new Host(name, address, 22, null, null, true));
      groups.computeIfAbsent(role, r -> new ArrayList<>()).add(name);
      groups.computeIfAbsent("rack-" + i % 500, r -> new ArrayList<>()).add(name);
    }
    var services =
        IntStream.range(0, 300)
            .mapToObj(i -> service("service-" + i, "svc" + i))
            .collect(Collectors.toList());
    services.add(service("apache", "httpd"));
    services.add(service("nginx"));
    services.add(service("postgresql", "postgres"));
    return new Inventory(false, hosts, groups, services);
  }

  /** Letters and digits without any order. */
  private static String cloudName(int i) {
    return Long.toString((i + 1) * 0x9E3779B97F4A7C15L >>> 20, 36);
  }

  private static Resource service(String name, String... aliases) {
    return new Resource(SlotType.SERVICE, name, List.of(aliases), Map.of(), List.of());
  }

  /** Prints how long messages of 4,000 characters take that are as bad as they can be. */
  public static void main(String... args) {
    var estate = new LargeEstate();
    estate.text = "restart apache";
    var runtime = Runtime.getRuntime();
    estate.open();
    System.gc();
    System.out.printf("heap %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    for (var line : estate.longest) {
      long best = Long.MAX_VALUE;
      int found = 0;
      for (int i = 0; i < 15; i++) {
        long start = cpu();
        found = estate.extractor.mentions(line).size();
        best = Math.min(best, cpu() - start);
      }
      System.out.printf(
          "%-24s %6.1f ms, %d mentions%n", line.text().substring(0, 20), best / 1e6, found);
    }
  }
}
