package dev.parley.endtoend;

import dev.parley.channel.netcat.Netcat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Debian's ngircd on this machine, with TLS, and the ident service by which it verifies users.
 * Ident has port 113, which takes root.
 */
final class NgircdServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/ngircd");
  private static final int IDENT = 113;

  private final Path folder;
  private final Map<Integer, String> users = new ConcurrentHashMap<>();
  private final ServerSocket ident;
  private final Process process;
  final int port = Netcat.freePort();
  final int tlsPort = Netcat.freePort();

  /** Whether the tests are to run: it is there, or its absence is a failure. */
  static boolean wanted() {
    return Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name"))
        || "1".equals(System.getenv("PARLEY_REQUIRE_PEERS"));
  }

  NgircdServer(Path folder) throws IOException {
    this.folder = folder;
    ident = new ServerSocket(IDENT);
    thread(this::answer);
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost,IP:127.0.0.1",
        "-keyout",
        path("key.pem"),
        "-out",
        path("cert.pem"));
    Files.writeString(folder.resolve("motd"), "Welcome.\n");
    Files.writeString(
        folder.resolve("ngircd.conf"),
        """
        [Global]
        Name = irc.test.example
        AdminInfo1 = tests
        Listen = 127.0.0.1
        Ports = %d
        MotdFile = %s
        PidFile = %s
        ServerUID = 0
        ServerGID = 0
        [Limits]
        MaxConnectionsIP = 0
        MaxNickLength = 30
        [Options]
        DNS = yes
        Ident = yes
        PAM = no
        [SSL]
        CertFile = %s
        KeyFile = %s
        Ports = %d
        """
            .formatted(
                port, path("motd"), path("pid"), path("cert.pem"), path("key.pem"), tlsPort));
    process =
        new ProcessBuilder(PROGRAM.toString(), "-n", "-f", path("ngircd.conf"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("ngircd.log").toFile())
            .start();
    Eventually.until("ngircd listens, " + log(), this::listens);
  }

  String path(String file) {
    return folder.resolve(file).toString();
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("ngircd.log"));
    } catch (IOException e) {
      return "";
    }
  }

  private boolean listens() {
    return log().contains(":" + port) || log().contains("port " + port) || canConnect();
  }

  private boolean canConnect() {
    try (var socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Somebody whom ident knows by this user. */
  IrcPerson person(String nick, String user) {
    return new IrcPerson(port, nick, from -> users.put(from, user));
  }

  /** Somebody whom ident does not know. */
  IrcPerson stranger(String nick) {
    return new IrcPerson(port, nick, from -> {});
  }

  private void answer() {
    while (!ident.isClosed()) {
      try (var socket = ident.accept()) {
        var asked =
            new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        var user = users.get(Integer.valueOf(asked.split(",")[0].strip()));
        var answer = user == null ? "ERROR : NO-USER" : "USERID : UNIX : " + user;
        socket
            .getOutputStream()
            .write((asked.strip() + " : " + answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      } catch (IOException | RuntimeException e) {
        // the next one
      }
    }
  }

  private static void thread(Runnable work) {
    var thread = new Thread(work, "ident");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(String... command) throws IOException {
    try {
      var made =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("openssl.log").toFile())
              .start();
      if (made.waitFor() != 0) {
        throw new AssertionError(Files.readString(folder.resolve("openssl.log")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      ident.close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
