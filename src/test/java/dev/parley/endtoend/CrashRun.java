package dev.parley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Many conversations at once with servers that are killed again and again at random points, and
 * actions that count their own runs. What must hold then is counted at the end. Uses nothing but
 * the JDK, so that {@code src/test/bench/crash} can run it as it stands.
 */
public final class CrashRun {
  /**
   * What to run.
   *
   * @param jar the packaged program
   * @param folder for everything that is written
   * @param postgres whether the records are in PostgreSQL; else in H2, and there is one node
   */
  public record Plan(
      Path jar,
      Path folder,
      int nodes,
      boolean postgres,
      int conversations,
      int kills,
      long seed) {}

  /** What came of it; a problem is something that must never be. */
  public record Result(
      int confirmed,
      int messages,
      int kills,
      int expired,
      Map<String, Integer> ended,
      String record,
      List<String> problems) {
    @Override
    public String toString() {
      return ("%d kills, %d messages acknowledged, %d offers expired unanswered, %d actions"
              + " confirmed: %s. audit verify: %s %s")
          .formatted(
              kills,
              messages,
              expired,
              confirmed,
              ended,
              record,
              problems.isEmpty()
                  ? "Nothing ran twice, nothing is stuck, nothing was lost."
                  : "WRONG: " + problems.size() + "\n" + String.join("\n", problems));
    }
  }

  private static final String TOKEN = UUID.randomUUID().toString();
  private static final int AT_ONCE = 32;

  /** One in so many is killed while it may still be starting. */
  private static final int STARTING = 5;

  private static final int LONGEST_LIFE_MILLIS = 5_000;
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern PHASE = Pattern.compile("\"phase\":\"(\\w+)\"");
  private static final Pattern STATUS = Pattern.compile("\"status\":\"(\\w+)\"");
  private static final Pattern STARTED =
      Pattern.compile("\"executions\":\\[\\{\"id\":\"([0-9a-f-]{36})\"");

  private final Plan plan;
  private final Random chance;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Confirmed> confirmed = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> problems = java.util.Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger marks = new AtomicInteger();
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger expired = new AtomicInteger();
  private volatile boolean killing = true;

  private record Confirmed(String conversation, String service, int number) {}

  private CrashRun(Plan plan) {
    this.plan = plan;
    this.chance = new Random(plan.seed());
  }

  /**
   * Arguments: the jar, a folder, {@code h2} or {@code postgres}, how many nodes, how many
   * conversations, how many kills.
   */
  public static void main(String... args) throws Exception {
    var plan =
        new Plan(
            Path.of(args[0]).toAbsolutePath(),
            Path.of(args[1]).toAbsolutePath(),
            Integer.parseInt(args[3]),
            args[2].equals("postgres"),
            Integer.parseInt(args[4]),
            Integer.parseInt(args[5]),
            System.nanoTime());
    var result = run(plan);
    System.out.println(result);
    System.exit(result.problems().isEmpty() ? 0 : 1);
  }

  /** Runs it and leaves nothing running. */
  public static Result run(Plan plan) throws Exception {
    var run = new CrashRun(plan);
    var database = plan.postgres() ? new Database(plan.folder().resolve("postgres")) : null;
    if (database != null) {
      database.start();
    }
    try {
      run.prepare(database);
      run.talk();
      run.check();
      run.verify();
      return run.result();
    } finally {
      run.nodes.forEach(Node::kill);
      if (database != null) {
        database.stop();
      }
    }
  }

  // ---- the servers

  private void prepare(Database database) throws IOException {
    var home = Files.createDirectories(plan.folder().resolve("home"));
    for (var each : List.of("intents", "training-data", "inventory", "models", "marks")) {
      Files.createDirectories(home.resolve(each));
    }
    var script = home.resolve("mark");
    Files.writeString(
        script,
        "#!/bin/sh\necho \"$2\" >>\"%s/$1\"\nsleep 0.$(($2 %% 5))\n"
            .formatted(home.resolve("marks")));
    Files.setPosixFilePermissions(
        script, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(home.resolve("inventory/hosts.ini"), "[web]\nweb-01\n");
    var services = new StringBuilder("services:\n");
    for (int i = 0; i < plan.conversations(); i++) {
      services.append("  ").append(service(i)).append(": {}\n");
    }
    Files.writeString(home.resolve("inventory/estate.yml"), services);
    Files.writeString(
        home.resolve("permissions.yml"),
        """
        people:
          jason: {accounts: {os: jason}, roles: [operator]}
        roles:
          operator: {description: Runs everything}
        rules:
          - {role: operator, intents: "*"}
        """);
    Files.writeString(
        home.resolve("intents/write_mark.yml"),
        """
        intent: write_mark
        summary: Write a mark for a service
        risk: high
        slots:
          service: {type: service, ask: "For which service would you like a mark?"}
          port: {type: port, ask: "Which number?"}
        action:
          process: {command: ["%s", "{service}", "{port}"], timeout: 60s}
        """
            .formatted(script));
    Files.writeString(
        home.resolve("training-data/marks.yml"),
        """
        version: "3.1"
        nlu:
        - intent: write_mark
          examples: |
            - write a mark
            - write a mark for [mark-0](service)
            - mark [mark-1](service)
            - please write a mark for [mark-2](service)
            - leave a mark for [mark-3](service)
        - intent: out_of_scope
          examples: |
            - what is the weather like
            - sing me a song
            - order a pizza
            - who won the match
            - tell me a joke
        """);
    for (int i = 0; i < plan.nodes(); i++) {
      var node = new Node(plan, home, plan.folder().resolve("data-" + i), database);
      nodes.add(node);
      node.start();
      if (i == 0) {
        // the first start learns, for all of them
        await("the first node is ready", () -> ready(node));
      }
    }
    for (var node : nodes) {
      await("every node is ready", () -> ready(node));
    }
  }

  private static String service(int conversation) {
    return "mark-" + conversation;
  }

  private boolean ready(Node node) {
    if (!node.process.isAlive()) {
      throw new IllegalStateException("A server ended by itself; see " + node.log);
    }
    try {
      var request = HttpRequest.newBuilder(node.address("/q/health/ready")).timeout(ANSWER).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private record Verified(String printed, boolean sound) {}

  /** One server; it keeps its port and its data folder. */
  private static final class Node {
    private final Plan plan;
    private final Path home;
    private final Path data;
    private final Path log;
    private final Database database;
    private final int port = freePort();
    private volatile Process process;

    Node(Plan plan, Path home, Path data, Database database) {
      this.plan = plan;
      this.home = home;
      this.data = data;
      this.log = plan.folder().resolve(data.getFileName() + ".log");
      this.database = database;
    }

    private ProcessBuilder program(String... verb) {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var command = new ArrayList<String>();
      command.addAll(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m"));
      command.addAll(List.of("-jar", plan.jar().toString()));
      command.addAll(List.of(verb));
      command.addAll(List.of("--home", home.toString()));
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      var environment = builder.environment();
      environment.put("PARLEY_DATA", data.toString());
      environment.put("PARLEY_PORT", Integer.toString(port));
      environment.put("PARLEY_ADMIN_TOKEN", TOKEN);
      environment.put("PARLEY_PIPELINE", "light");
      if (database != null) {
        environment.put("PARLEY_DATABASE_URL", database.url());
        environment.put("PARLEY_DATABASE_USER", "postgres");
      }
      return builder;
    }

    void start() {
      try {
        process =
            program("serve").redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What {@code audit verify} prints about the record, and whether it found it sound. */
    Verified verify() throws IOException {
      var verifying = program("audit", "verify").start();
      var printed = new String(verifying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Verified(printed.strip(), verifying.onExit().join().exitValue() == 0);
    }

    void kill() {
      if (process != null) {
        process.destroyForcibly();
        process.onExit().join();
      }
    }

    URI address(String path) {
      return URI.create("http://127.0.0.1:" + port + path);
    }
  }

  // ---- talking, while they are killed

  private void talk() throws Exception {
    var killer = new Thread(this::kill, "killer");
    killer.start();
    var rounds = Executors.newFixedThreadPool(AT_ONCE);
    try {
      // every conversation is in the middle of something while the others go on
      do {
        var shown = new ArrayList<Callable<Boolean>>();
        var answered = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < plan.conversations(); i++) {
          int talk = i;
          int number = 1 + marks.getAndIncrement() % 60_000;
          shown.add(() -> ask(talk, number));
          answered.add(() -> confirm(talk, number));
        }
        java.util.Collections.shuffle(shown, chance);
        rounds.invokeAll(shown).forEach(CrashRun::get);
        rounds.invokeAll(answered).forEach(CrashRun::get);
      } while (killing);
      killer.join();
      var ends = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < plan.conversations(); i++) {
        int talk = i;
        ends.add(() -> sayGoodbye(talk));
      }
      rounds.invokeAll(ends).forEach(CrashRun::get);
    } finally {
      killing = false;
      rounds.shutdownNow();
    }
  }

  private static <T> T get(java.util.concurrent.Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Kills a server at some point, now and then while it starts, and starts it again. */
  private void kill() {
    while (killing && kills.get() < plan.kills()) {
      var node = nodes.get(chance.nextInt(nodes.size()));
      if (chance.nextInt(STARTING) > 0) {
        await("a server is ready to be killed", () -> ready(node));
      }
      pause(chance.nextInt(LONGEST_LIFE_MILLIS));
      node.kill();
      kills.incrementAndGet();
      node.start();
    }
    killing = false;
  }

  private boolean ask(int talk, int number) {
    var answer = say(talk, "write_mark service=%s port=%d".formatted(service(talk), number));
    if (!"confirming".equals(first(PHASE, answer))) {
      problems.add("conversation " + talk + " does not confirm: " + answer);
    }
    return true;
  }

  /** On a busy machine the yes may come so late that what it was to has expired. */
  private boolean confirm(int talk, int number) {
    var answer = say(talk, "yes");
    while (answer.contains("That offer has expired")) {
      expired.incrementAndGet();
      ask(talk, number);
      answer = say(talk, "yes");
    }
    var started = STARTED.matcher(answer).results().map(m -> m.group(1)).toList();
    if (started.isEmpty()) {
      problems.add("a yes in conversation " + talk + " started nothing: " + answer);
    } else {
      // what ended since the speaker's last message stands behind what this one started
      confirmed.put(started.get(0), new Confirmed("talk-" + talk, service(talk), number));
      await("an action ends", () -> ended(started.get(0)));
    }
    return true;
  }

  private boolean sayGoodbye(int talk) {
    var shown = say(talk, "write_mark service=%s port=61000".formatted(service(talk)));
    var dropped = say(talk, "no");
    if (!"confirming".equals(first(PHASE, shown)) || !"idle".equals(first(PHASE, dropped))) {
      problems.add("conversation " + talk + " is stuck: " + shown + dropped);
    }
    return true;
  }

  /** Like a chat system: the same message again, to whichever server, until it is acknowledged. */
  private String say(int talk, String text) {
    var path = "/api/v1/conversations/talk-" + talk + "/messages";
    var id = UUID.randomUUID().toString();
    var body = "{\"text\":\"%s\",\"as\":\"jason\",\"messageId\":\"%s\"}".formatted(text, id);
    var answer = until200(path, body);
    answers.put(path + " " + body, answer);
    return answer;
  }

  private boolean ended(String execution) {
    var status = first(STATUS, until200("/api/v1/executions/" + execution, null));
    return !List.of("scheduled", "running").contains(status);
  }

  private String until200(String path, String body) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var last = "nothing";
    while (System.nanoTime() < deadline) {
      var node = nodes.get(java.util.concurrent.ThreadLocalRandom.current().nextInt(nodes.size()));
      var request =
          HttpRequest.newBuilder(node.address(path))
              .timeout(ANSWER)
              .header("Authorization", "Bearer " + TOKEN)
              .header("Content-Type", "application/json");
      try {
        var response =
            client.send(
                (body == null ? request : request.POST(HttpRequest.BodyPublishers.ofString(body)))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 200) {
          return response.body();
        }
        last = response.statusCode() + " " + response.body();
      } catch (IOException e) {
        last = e.toString();
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      pause(100);
    }
    throw new IllegalStateException("No server answers " + path + ": " + last);
  }

  // ---- what must hold

  private final Map<String, Integer> ends = new HashMap<>();
  private String record = "";

  private void check() throws IOException {
    for (var each : confirmed.entrySet()) {
      var what = each.getValue();
      var status = first(STATUS, until200("/api/v1/executions/" + each.getKey(), null));
      ends.merge(status, 1, Integer::sum);
      long ran = runs(what);
      boolean right =
          switch (status) {
            case "succeeded" -> ran == 1;
            case "cancelled" -> ran == 0;
            case "unknown" -> ran <= 1;
            default -> false;
          };
      if (!right) {
        problems.add("%s of %s is %s and ran %d times".formatted(each.getKey(), what, status, ran));
      }
      var said =
          until200("/api/v1/conversations/" + what.conversation() + "/messages?after=0", null);
      long told = Pattern.compile(each.getKey()).matcher(said).results().count();
      if (told == 0) {
        problems.add("%s is %s, and nobody was told".formatted(each.getKey(), status));
      }
    }
    for (var each : answers.entrySet()) {
      var parts = each.getKey().split(" ", 2);
      if (!until200(parts[0], parts[1]).equals(each.getValue())) {
        problems.add("an acknowledged message was lost: " + each.getKey());
      }
    }
  }

  /** The record is the same from each node, and was written by all of them. */
  private void verify() throws IOException {
    for (var node : nodes) {
      await("a server is ready to verify the record", () -> ready(node));
      var verified = node.verify();
      record = verified.printed();
      if (!verified.sound()) {
        problems.add("the record does not verify: " + verified.printed());
      }
    }
  }

  private long runs(Confirmed what) throws IOException {
    var file = plan.folder().resolve("home/marks").resolve(what.service());
    return Files.exists(file)
        ? Files.readAllLines(file).stream().filter(Integer.toString(what.number())::equals).count()
        : 0;
  }

  private Result result() {
    return new Result(
        confirmed.size(),
        answers.size(),
        kills.get(),
        expired.get(),
        new java.util.TreeMap<>(ends),
        record,
        problems);
  }

  private static String first(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .findFirst()
        .orElse("");
  }

  private static void await(String what, Callable<Boolean> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!condition.call()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("It did not happen: " + what);
        }
        pause(100);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Debian's PostgreSQL, which does not run as root. */
  private static final class Database {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    private final Path folder;
    private final int port = freePort();

    Database(Path folder) {
      this.folder = folder;
    }

    String url() {
      return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    void start() throws IOException, InterruptedException {
      Files.createDirectories(folder);
      if (root()) {
        run(List.of("chown", "postgres", folder.toString()));
        // its user has to get through to it
        run(List.of("chmod", "a+x", folder.getParent().toString()));
      }
      var data = folder.resolve("data").toString();
      program("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8");
      var options = "-p %d -c listen_addresses=127.0.0.1 -k %s".formatted(port, folder);
      program("pg_ctl", "-D", data, "-l", folder + "/log", "-o", options, "-w", "start");
    }

    void stop() throws IOException, InterruptedException {
      program("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "fast", "-w", "stop");
    }

    private void program(String name, String... arguments)
        throws IOException, InterruptedException {
      var command = new ArrayList<String>();
      if (root()) {
        command.addAll(List.of("runuser", "-u", "postgres", "--"));
      }
      command.add(PROGRAMS.resolve(name).toString());
      command.addAll(List.of(arguments));
      run(command);
    }

    private static boolean root() {
      return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
      var process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed.");
      }
    }
  }
}
