package dev.parley.demo;

import dev.parley.inventory.Host;
import java.io.Closeable;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One host of the demo fleet: its services, and the commands that it understands. */
final class DemoHost implements Closeable {
  private static final List<String> SUDO = List.of("sudo", "-n", "--");
  private static final List<String> BOOT_ID = List.of("/proc/sys/kernel/random/boot_id");
  private static final String LOGINS = "/var/log/auth.log";

  private final Host host;
  private final List<DemoService> services;
  private final LogFiles logs;
  private final Systemctl systemctl = new Systemctl(this);
  private final Firewall firewall = new Firewall();
  private final Processes processes;
  private final Machine machine;
  private volatile String bootId = UUID.randomUUID().toString();
  private volatile Runnable reboot = () -> {};

  /**
   * @param logs where the services write
   */
  DemoHost(Host host, List<DemoService> services, LogFiles logs, Machine machine) {
    this.host = host;
    this.services = List.copyOf(services);
    this.logs = logs;
    this.machine = machine;
    this.processes = new Processes(this, machine);
  }

  Host host() {
    return host;
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

  /** Says what is done when somebody reboots this host. */
  void onReboot(Runnable what) {
    reboot = what;
  }

  /** Sets a reboot off; it begins when whoever asked has been answered. */
  void reboot() {
    reboot.run();
  }

  /** It is back from a reboot: another start of the machine. */
  void booted() throws IOException {
    bootId = UUID.randomUUID().toString();
    machine.boots();
    start();
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
      case "systemctl" -> systemctl.run(arguments);
      case "uptime" -> only(arguments, List.of(), argv, machine.uptime());
      case "cat" -> cat(arguments, argv);
      case "date" -> only(arguments, List.of("+%z"), argv, offset());
      case "free" -> only(arguments, List.of("-h"), argv, machine.free());
      case "df" -> new Disks().run(arguments);
      case "ps" -> processes.ps(arguments);
      case "kill" -> processes.kill(arguments);
      case "top" -> only(arguments, List.of("-b", "-n", "1"), argv, processes.top());
      case "tail" -> logs.tail(arguments);
      case "grep" -> logs.grep(arguments);
      case "nft" -> firewall.nft(arguments);
      default -> Answer.unknown(argv.get(0));
    };
  }

  private Answer cat(List<String> arguments, List<String> argv) {
    return arguments.equals(BOOT_ID)
        ? Answer.ok(bootId + "\n")
        : only(arguments, List.of("/proc/loadavg"), argv, machine.loadAverage());
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
