package dev.parley.action.ssh;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.parley.inventory.Host;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The machine's own sshd on a loopback port, which lets this user in with one key. */
final class OpenSshServer implements Closeable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final Path folder;
  private final int port;
  private final List<String> around;
  private Process process;

  private OpenSshServer(Path folder, int port, List<String> around) {
    this.folder = folder;
    this.port = port;
    this.around = around;
  }

  /** Aborts the test, or fails it where peers are required, when there is no sshd. */
  static void required() {
    if (!Files.isExecutable(SSHD)) {
      var reason = "There is no " + SSHD + "; install Debian's openssh-server.";
      if ("1".equals(System.getenv("PARLEY_REQUIRE_PEERS"))) {
        fail(reason);
      }
      abort(reason);
    }
  }

  /**
   * Starts one.
   *
   * @param folder for its keys; {@code id} there is the private key that gets in
   * @param around what it is started under, e.g. {@code unshare}
   */
  static OpenSshServer start(Path folder, String... around) throws Exception {
    required();
    Files.createDirectories(folder);
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("host").toString());
    if (!Files.exists(folder.resolve("id"))) {
      run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("id").toString());
    }
    if ("root".equals(System.getProperty("user.name"))) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    var server = new OpenSshServer(folder, freePort(), List.of(around));
    server.start();
    return server;
  }

  void start() throws Exception {
    var command = new ArrayList<>(around);
    command.addAll(List.of(SSHD.toString(), "-D", "-e", "-f", "/dev/null"));
    for (var option :
        List.of(
            "ListenAddress=127.0.0.1",
            "Port=" + port,
            "HostKey=" + folder.resolve("host"),
            "AuthorizedKeysFile=" + folder.resolve("id.pub"),
            "StrictModes=no",
            "UsePAM=no",
            "PidFile=" + folder.resolve("pid"),
            "PermitRootLogin=prohibit-password")) {
      command.addAll(List.of("-o", option));
    }
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    awaitPort();
  }

  private void awaitPort() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    }
    fail("sshd did not start: " + Files.readString(folder.resolve("log")));
  }

  /** The host that it is, under a name. */
  Host host(String name) {
    return host(name, folder.resolve("id"));
  }

  Host host(String name, Path key) {
    return new Host(name, "127.0.0.1", port, System.getProperty("user.name"), key, true);
  }

  Path folder() {
    return folder;
  }

  int port() {
    return port;
  }

  /** Completes when the server has ended. */
  CompletableFuture<?> gone() {
    return process.onExit();
  }

  /** Ends the server and everything that it let in. */
  void stop() throws IOException {
    var all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  static void run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      fail(String.join(" ", command) + ": " + said);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
