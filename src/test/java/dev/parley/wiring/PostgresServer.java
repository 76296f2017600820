package dev.parley.wiring;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's PostgreSQL on a free port of this machine, for as long as the tests run. */
public class PostgresServer implements QuarkusTestResourceLifecycleManager {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

  private Path folder;
  private int port;

  /** Whether the tests are to run: PostgreSQL is there, or its absence is a failure. */
  public static boolean wanted() {
    return Files.isExecutable(PROGRAMS.resolve("initdb"))
        || "1".equals(System.getenv("PARLEY_REQUIRE_PEERS"));
  }

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("parley-postgres");
      port = freePort();
      if (root()) {
        run(List.of("chown", "postgres", folder.toString()));
      }
      var data = folder.resolve("data").toString();
      asPostgres("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8");
      comeBack();
      return Map.of(
          "parley.database.url", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
          "parley.database.user", "postgres",
          "parley.database.password", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As when its machine fails. */
  public void goAway() {
    asPostgres("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
  }

  /** Begins over what it left. */
  public void comeBack() {
    var data = folder.resolve("data").toString();
    var options = "-p " + port + " -c listen_addresses=127.0.0.1 -k " + folder;
    var log = folder.resolve("log").toString();
    asPostgres("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start");
  }

  @Override
  public void stop() {
    if (folder != null) {
      asPostgres("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "fast", "-w", "stop");
      run(List.of("rm", "-rf", folder.toString()));
    }
  }

  /** PostgreSQL refuses to run as root. */
  private static void asPostgres(String program, String... arguments) {
    var command = new ArrayList<String>();
    if (root()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(PROGRAMS.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void run(List<String> command) {
    try {
      var output = Files.createTempFile("parley-postgres", ".log");
      var process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int status = process.waitFor();
      var text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", command) + " ended with " + text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
