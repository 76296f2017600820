package dev.parley.cli;

import dev.parley.channel.terminal.TerminalChat;
import dev.parley.web.RunFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Map;

/** Serves, and chats in it where somebody sits at a terminal. */
final class Serving {
  private static final int PORT = 8080;

  private final ParleyCommand parley;
  private final Surroundings around;

  Serving(ParleyCommand parley) {
    this.parley = parley;
    this.around = parley.around;
  }

  /**
   * Serves until it is told to stop.
   *
   * @param chat whether to chat as well, where that is possible
   */
  int run(boolean behindProxy, boolean chat) {
    var places = parley.places();
    boolean talking = chat && TerminalChat.possible();
    var other = RunningServer.find(places);
    if (other.isPresent()) {
      return joined(places, other.get(), talking);
    }
    var host = around.environment().getOrDefault("PARLEY_HOST", "127.0.0.1").strip();
    var tls = TlsFiles.of(around.environment(), Instant.now()).orElse(null);
    if (!behindProxy && tls == null && !loopback(host)) {
      throw Complaint.usage(
          "PARLEY_HOST is "
              + host
              + ", where others could read along. Set PARLEY_TLS_CERTIFICATE and PARLEY_TLS_KEY, put"
              + " a proxy that speaks TLS in front and say --behind-proxy, or leave it at 127.0.0.1.");
    }
    var service = new House.Service(host, port(), behindProxy, parley.simulate, talking, tls);
    return around.house().serve(places, service, served -> ready(places, service, served));
  }

  private int joined(Places places, RunFile other, boolean talking) {
    if (!talking) {
      throw Complaint.failed(
          "A server already runs at "
              + other.url()
              + " (process "
              + other.pid()
              + "). Talk to it"
              + " with: parley chat");
    }
    around.err().println("A server already runs at " + other.url() + "; this is a chat with it.");
    return new Chatting(parley).run(places, new Meeting.Wish(null, null, null, false));
  }

  private Runnable ready(Places places, House.Service service, House.Served served) {
    var tls = service.tls();
    var url =
        (tls == null ? "http://" : "https://") + reachable(service.host()) + ":" + served.port();
    var run =
        new RunFile(
            served.port(),
            ProcessHandle.current().pid(),
            url,
            service.simulate(),
            tls == null ? null : tls.certificate().toString());
    try {
      run.write(places.data());
    } catch (IOException e) {
      throw Complaint.failed("The data folder " + places.data() + " cannot be written to.");
    }
    around.out().println(url + "/#login=" + served.logins().codeForOwner());
    around.out().flush();
    if (service.chat()) {
      chatAlong(places, served.stop());
    }
    return () -> remove(run, places);
  }

  private void chatAlong(Places places, Runnable stop) {
    var chat =
        new Thread(
            () -> {
              try {
                new Chatting(parley).run(places, new Meeting.Wish(null, null, null, false));
              } catch (RuntimeException e) {
                around.err().println(e.getMessage());
              } finally {
                stop.run();
              }
            },
            "terminal");
    chat.setDaemon(true);
    chat.start();
  }

  private static void remove(RunFile run, Places places) {
    try {
      run.remove(places.data());
    } catch (IOException e) {
      // its process is gone in a moment, which is what the others look at
    }
  }

  private int port() {
    return port(around.environment());
  }

  static int port(Map<String, String> environment) {
    var port = environment.getOrDefault("PARLEY_PORT", "").strip();
    if (port.isEmpty()) {
      return PORT;
    }
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      throw Complaint.usage("PARLEY_PORT is " + port + ". Set it to a number from 0 to 65535.");
    }
    return Integer.parseInt(port);
  }

  static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw Complaint.usage("PARLEY_HOST is " + host + ", which is no address of this machine.");
    }
  }

  /** An address of every interface is reached over loopback. */
  private static String reachable(String host) {
    boolean any = host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
    return any
        ? "127.0.0.1"
        : host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }
}
