package dev.parley.demo;

import dev.parley.inventory.Host;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One host of the demo fleet: its services, and the commands that it understands. */
final class DemoHost implements Closeable {
  private static final List<String> SUDO = List.of("sudo", "-n", "--");
  private static final Set<List<String>> REBOOT_NOW =
      Set.of(List.of("-r", "now"), List.of("-r", "+0"));

  private static final String LOGINS = "/var/log/auth.log";

  private final Host host;
  private final List<DemoService> services;
  private final LogFiles logs;
  private final Firewall firewall = new Firewall();
  private final Systemctl systemctl;
  private final Processes processes;
  private final Machine machine;
  private final Runnable reboot;
  private volatile String bootId = UUID.randomUUID().toString();
  private volatile @Nullable Instant booted;

  /**
   * @param logs where the services write
   * @param reboot has the host go away and come back, some moments later
   */
  DemoHost(Host host, List<DemoService> services, LogFiles logs, Machine machine, Runnable reboot) {
    this.host = host;
    this.logs = logs;
    this.services = List.copyOf(services);
    this.machine = machine;
    this.reboot = reboot;
    this.systemctl = new Systemctl(this);
    this.processes = new Processes(this, machine);
  }

  String name() {
    return host.name();
  }

  List<DemoService> services() {
    return services;
  }

  Optional<DemoService> service(String unit) {
    var plain = unit.endsWith(".service") ? unit.substring(0, unit.lastIndexOf('.')) : unit;
    return services.stream().filter(service -> service.unit().equals(plain)).findFirst();
  }

  void start() throws IOException {
    for (var service : services) {
      service.start();
    }
  }

  /** The host starts anew: so do its services, whatever they did before. */
  void boot() throws IOException {
    services.forEach(DemoService::stop);
    bootId = UUID.randomUUID().toString();
    booted = Instant.now();
    start();
  }

  /** Since when the host is up; empty for as long as the machine that it runs on. */
  Optional<Instant> booted() {
    return Optional.ofNullable(booted);
  }

  /** Answers one received line. */
  Answer run(String line) {
    try {
      var argv = CommandLine.parse(line);
      if (!startsWith(argv, SUDO)) {
        return run(argv);
      }
      var command = argv.subList(SUDO.size(), argv.size());
      logs.log(LOGINS).add("sudo", 0, "demo : USER=root ; COMMAND=" + String.join(" ", command));
      return run(command);
    } catch (CommandLine.SyntaxException e) {
      return Answer.failed(2, String.valueOf(e.getMessage()));
    }
  }

  private Answer run(List<String> argv) {
    if (argv.isEmpty()) {
      return Answer.failed(Answer.UNKNOWN_COMMAND, "There is no shell on a demo host.");
    }
    var arguments = argv.subList(1, argv.size());
    return switch (argv.get(0)) {
      case "systemctl" -> arguments.equals(List.of("reboot")) ? reboot() : systemctl.run(arguments);
      case "reboot" -> arguments.isEmpty() ? reboot() : Answer.unknown(String.join(" ", argv));
      case "shutdown" ->
          REBOOT_NOW.contains(arguments) ? reboot() : Answer.unknown(String.join(" ", argv));
      case "uptime" -> only(arguments, List.of(), argv, machine.uptime(booted()));
      case "cat" ->
          arguments.equals(List.of("/proc/sys/kernel/random/boot_id"))
              ? Answer.ok(bootId + "\n")
              : only(arguments, List.of("/proc/loadavg"), argv, machine.loadAverage());
      case "free" -> only(arguments, List.of("-h"), argv, machine.free());
      case "df" -> new Disks().run(arguments);
      case "ps" -> processes.ps(arguments);
      case "kill" -> processes.kill(arguments);
      case "date" -> only(arguments, List.of("+%z"), argv, offset());
      case "tail" -> logs.tail(arguments);
      case "grep" -> logs.grep(arguments);
      case "nft" -> firewall.nft(arguments);
      case "top" -> only(arguments, List.of("-b", "-n", "1"), argv, processes.top());
      default -> Answer.unknown(argv.get(0));
    };
  }

  /** The command ends well before the host goes, as a real one's mostly does. */
  private Answer reboot() {
    reboot.run();
    return Answer.ok("");
  }

  private static String offset() {
    return DateTimeFormatter.ofPattern("xx").format(OffsetDateTime.now()) + "\n";
  }

  private static Answer only(
      List<String> arguments, List<String> understood, List<String> argv, String output) {
    return arguments.equals(understood)
        ? Answer.ok(output)
        : Answer.unknown(String.join(" ", argv));
  }

  private static boolean startsWith(List<String> argv, List<String> prefix) {
    return argv.size() >= prefix.size() && argv.subList(0, prefix.size()).equals(prefix);
  }

  @Override
  public void close() {
    services.forEach(DemoService::close);
  }
}
