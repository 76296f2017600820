package dev.parley.channel.slack;

import dev.parley.channel.slack.fake.FakeSlack;
import dev.parley.channel.slack.fake.Faults;
import dev.parley.channel.slack.fake.Post;
import dev.parley.channel.slack.fake.Workspace;
import dev.parley.wiring.Assembly;
import dev.parley.wiring.Home;
import dev.parley.wiring.Records;
import dev.parley.wiring.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many people talk in many threads of a fake Slack that duplicates, delays, refuses and
 * disconnects, with the packaged server: every message is answered once, in its thread; nothing
 * runs twice and nothing is lost. Run as a program it prints the figures; see {@code
 * src/test/bench/slack-soak}.
 */
final class SlackSoak {
  private static final int PEOPLE = 200;
  private static final int THREADS = 100;
  private static final int CHANNELS = 20;
  private static final int AT_ONCE = 40;
  private static final Duration READY = Duration.ofMinutes(3);
  private static final String US = "<@" + Workspace.BOT + "> ";

  private final Path folder;
  private final int messages;
  private final PrintStream out;
  private final AtomicInteger said = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Talker> talkers = new ArrayList<>();
  private final List<Long> memory = new ArrayList<>();
  private final FakeSlack slack = FakeSlack.start();

  /** The assistant that they talk to. */
  interface Server extends AutoCloseable {
    boolean alive();

    /** How much memory it takes. */
    long megabytes();

    @Override
    void close();
  }

  /** What came of it. */
  record Result(
      int messages,
      List<String> wrong,
      int lost,
      int connections,
      double ackP50,
      double ackP99,
      double perSecond,
      List<Long> megabytes) {}

  private SlackSoak(Path folder, int messages, PrintStream out) {
    this.folder = folder;
    this.messages = messages;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    var result =
        packaged(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            Integer.parseInt(arguments[2]),
            System.out);
    result.wrong().stream().limit(20).forEach(System.out::println);
    System.exit(result.wrong().isEmpty() && result.lost() == 0 ? 0 : 1);
  }

  /** With the packaged program in a process of its own. */
  static Result packaged(Path jar, Path folder, int messages, PrintStream out) throws Exception {
    var soak = new SlackSoak(folder, messages, out);
    soak.home();
    return soak.run(soak.new Program(jar));
  }

  /** With an assistant in this process. */
  static Result here(Path folder, int messages, PrintStream out) throws Exception {
    var soak = new SlackSoak(folder, messages, out);
    soak.home();
    return soak.run(soak.new Inside());
  }

  private Result run(Server server) throws Exception {
    people();
    try {
      var ready = System.nanoTime() + READY.toNanos();
      while (slack.connected() == 0) {
        if (!server.alive() || System.nanoTime() > ready) {
          throw new IllegalStateException("It did not connect; its log may say why.");
        }
        Thread.sleep(100);
      }
      slack.patience(Duration.ofSeconds(3));
      slack.faults(
          new Faults(0.05, 0.05, Duration.ofMillis(400), 0.005, 0.005, 0.005, new Random(42)));
      return talk(server);
    } finally {
      server.close();
      slack.close();
    }
  }

  private Result talk(Server server) throws Exception {
    long began = System.nanoTime();
    var disturbing = new Thread(() -> disturb(server), "disturbing");
    disturbing.start();
    var threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var all = new ArrayList<Callable<Void>>();
      for (int i = 0; i < AT_ONCE; i++) {
        int first = i;
        all.add(() -> turns(first));
      }
      for (var done : threads.invokeAll(all)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
      over.set(true);
      disturbing.join();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    slack.faults(Faults.none());
    slack.await("acknowledgement of all", () -> slack.unacknowledged() == 0);
    // what is said twice would be said by now
    Thread.sleep(3_000);
    memory.add(server.megabytes());
    var wrong = talkers.stream().flatMap(talker -> talker.wrong().stream()).toList();
    var result =
        new Result(
            said.get(),
            wrong,
            slack.lost(),
            slack.connections(),
            slack.latency(0.5),
            slack.latency(0.99),
            said.get() / seconds,
            List.copyOf(memory));
    tell(result, seconds);
    return result;
  }

  private void tell(Result result, double seconds) {
    out.printf(
        Locale.ROOT,
        "%,d messages of %d people in %d threads in %.0f s (%.0f a second), %d connections%n",
        result.messages(),
        PEOPLE,
        THREADS,
        seconds,
        result.perSecond(),
        result.connections());
    out.printf(
        Locale.ROOT,
        "not answered, answered twice or elsewhere: %d; events that Slack gave up: %d%n",
        result.wrong().size(),
        result.lost());
    out.printf(
        Locale.ROOT,
        "acknowledged within %.1f ms (median), %.1f ms (99th percentile)%n",
        result.ackP50(),
        result.ackP99());
    out.printf("memory of the server in MB, over time: %s%n", result.megabytes());
  }

  /** Each of the workers speaks for every fortieth person, one after the other. */
  private Void turns(int first) throws InterruptedException {
    while (said.get() < messages) {
      for (int i = first; i < PEOPLE && said.get() < messages; i += AT_ONCE) {
        talkers.get(i).turn();
      }
    }
    return null;
  }

  /** The connection ends now and then, in every way in which it can. */
  private void disturb(Server server) {
    var reasons = List.of("warning", "refresh_requested", "too_many_websockets", "cut");
    int next = 0;
    try {
      while (!over.get()) {
        for (int i = 0; i < 50 && !over.get(); i++) {
          Thread.sleep(100);
        }
        var reason = reasons.get(next++ % reasons.size());
        if (reason.equals("cut")) {
          slack.cut();
        } else {
          slack.announce(reason);
        }
        if (next % 12 == 1) {
          memory.add(server.megabytes());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void people() {
    for (int i = 0; i < CHANNELS; i++) {
      slack.workspace().channel("C" + i, "channel-" + i);
    }
    for (int i = 0; i < PEOPLE; i++) {
      slack.workspace().person("U" + i, "person" + i);
      talkers.add(new Talker(i));
    }
  }

  /** One person, who talks in one thread, beside another who talks of another service. */
  private final class Talker {
    private final String user;
    private final String channel;
    private final String service;
    private final int number;
    private final List<String> wrong = new ArrayList<>();
    private String root = "";
    private int restarts;
    private int looks;

    Talker(int number) {
      this.number = number;
      this.user = "U" + number;
      this.channel = "C" + number % THREADS % CHANNELS;
      this.service = number < THREADS ? "apache" : "nginx";
    }

    /** Whoever comes second talks in the first one's thread. */
    private String root() {
      if (root.isEmpty() && number >= THREADS) {
        root = talkers.get(number - THREADS).root;
      }
      return root;
    }

    private void say(String text) {
      var thread = root();
      said.incrementAndGet();
      var post =
          thread.isEmpty()
              ? slack.say(user, channel, US + text)
              : slack.reply(user, channel, thread, restarts + looks == 0 ? US + text : text);
      if (thread.isEmpty()) {
        root = post.ts();
      }
    }

    void turn() {
      try {
        if (ThreadLocalRandom.current().nextBoolean()) {
          look();
        } else {
          restart();
        }
      } catch (AssertionError e) {
        wrong.add(user + ": " + String.valueOf(e.getMessage()).split(" Seen:", 2)[0]);
      }
    }

    private void look() {
      say("how is " + service + " on web-01?");
      looks++;
      await("This is the status of " + service, looks);
    }

    private void restart() {
      say("restart " + service + " on web-01");
      restarts++;
      await("restart_service service=" + service, restarts);
      if (ThreadLocalRandom.current().nextBoolean()) {
        say("yes");
      } else {
        said.incrementAndGet();
        var offer = newest();
        slack.press(user, offer, offer.button("Yes"));
      }
      await("The " + service + " service has been restarted", restarts);
    }

    private Post newest() {
      return posts().stream()
          .filter(post -> post.shown().contains("restart_service service=" + service))
          .reduce((first, second) -> second)
          .orElseThrow();
    }

    private List<Post> posts() {
      return slack.thread(user, channel, root).stream().filter(Post::byBot).toList();
    }

    private long count(String text) {
      return posts().stream().filter(post -> post.shown().contains(text)).count();
    }

    private void await(String text, int wanted) {
      slack.await("message number " + wanted + " with " + text, () -> count(text) >= wanted);
    }

    /** What is not exactly as it should be. */
    List<String> wrong() {
      check("restart_service service=" + service, restarts);
      check("Restarting " + service, restarts);
      check("The " + service + " service has been restarted", restarts);
      check("Checking " + service, looks);
      check("This is the status of " + service, looks);
      // nothing else was said there to anybody
      if (number < THREADS) {
        var beside = talkers.get(number + THREADS);
        long all = 3L * (restarts + beside.restarts) + 2L * (looks + beside.looks);
        long there = posts().size();
        if (there != all) {
          wrong.add(user + ": " + there + " messages in the thread instead of " + all);
        }
      }
      return wrong;
    }

    private void check(String text, int wanted) {
      long count = root.isEmpty() ? 0 : count(text);
      if (count != wanted) {
        wrong.add(user + ": " + count + " times instead of " + wanted + ": " + text);
      }
    }
  }

  private void home() throws IOException {
    for (var intent : List.of("restart_service", "service_status")) {
      copy("intents/" + intent + ".yml");
      copy("training-data/" + intent + ".yml");
    }
    copy("training-data/out-of-scope-chatter.yml");
    try (var files = Files.walk(Path.of("inventory"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        copy(file.toString());
      }
    }
    var people = new StringBuilder("people:\n");
    for (int i = 0; i < PEOPLE; i++) {
      people.append(
          "  person%d: {accounts: {slack: %s-U%d}, roles: [operator]}%n"
              .formatted(i, Workspace.TEAM, i));
    }
    Files.writeString(
        folder.resolve("permissions.yml"),
        people
            + "roles:\n  operator: {description: Runs everything}\n"
            + "rules:\n  - {role: operator, intents: \"*\"}\n");
    Files.writeString(folder.resolve("channels.yml"), "slack:\n  api: " + slack.apiUrl() + "\n");
    secret("slack-bot-token", FakeSlack.BOT_TOKEN);
    secret("slack-app-token", FakeSlack.APP_TOKEN);
  }

  private void copy(String file) throws IOException {
    var to = folder.resolve(file);
    Files.createDirectories(to.getParent());
    Files.copy(Path.of(file), to);
  }

  private void secret(String name, String value) throws IOException {
    var file = folder.resolve("data/secrets/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, value);
    for (var part : List.of(folder.resolve("data"), file.getParent())) {
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** The packaged program. */
  private final class Program implements Server {
    private final Process process;

    Program(Path jar) throws IOException {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var builder =
          new ProcessBuilder(
                  java,
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx512m",
                  "-jar",
                  jar.toAbsolutePath().toString(),
                  "--simulate",
                  "serve",
                  "--home",
                  folder.toAbsolutePath().toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("server.log").toFile());
      var environment = builder.environment();
      environment.put("PARLEY_DATA", folder.resolve("data").toAbsolutePath().toString());
      environment.put("PARLEY_PIPELINE", "light");
      try (var free = new ServerSocket(0)) {
        environment.put("PARLEY_PORT", Integer.toString(free.getLocalPort()));
      }
      process = builder.start();
    }

    @Override
    public boolean alive() {
      return process.isAlive();
    }

    @Override
    public long megabytes() {
      try {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
            .findFirst()
            .orElse(0);
      } catch (IOException e) {
        return 0;
      }
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }

  /** An assistant of this process, with everything in memory. */
  private final class Inside implements Server {
    private final Assembly assembly =
        Assembly.open(Home.of(folder), Settings.of(folder.resolve("data"), true));
    private final SlackHouse house =
        new SlackHouse(assembly, slack, Records.inMemory()).begin(SlackSetup.Mode.SOCKET);

    @Override
    public boolean alive() {
      return true;
    }

    @Override
    public long megabytes() {
      var runtime = Runtime.getRuntime();
      return (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576;
    }

    @Override
    public void close() {
      house.close();
      assembly.close();
    }
  }
}
