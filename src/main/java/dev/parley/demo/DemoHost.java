package dev.parley.demo;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One host of the demo fleet: its services, and the commands that it understands. */
final class DemoHost implements Closeable {
  private static final List<String> SUDO = List.of("sudo", "-n", "--");

  private final String name;
  private final List<DemoService> services;
  private final Systemctl systemctl;
  private final Processes processes;
  private final Machine machine;

  DemoHost(String name, List<DemoService> services, Machine machine) {
    this.name = name;
    this.services = List.copyOf(services);
    this.machine = machine;
    this.systemctl = new Systemctl(this);
    this.processes = new Processes(this, machine);
  }

  String name() {
    return name;
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

  /** Answers one received line. */
  Answer run(String line) {
    try {
      var argv = CommandLine.parse(line);
      return run(startsWith(argv, SUDO) ? argv.subList(SUDO.size(), argv.size()) : argv);
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
      case "cat" -> only(arguments, List.of("/proc/loadavg"), argv, machine.loadAverage());
      case "free" -> only(arguments, List.of("-h"), argv, machine.free());
      case "df" -> new Disks().run(arguments);
      case "ps" -> processes.ps(arguments);
      case "top" -> only(arguments, List.of("-b", "-n", "1"), argv, processes.top());
      default -> Answer.unknown(argv.get(0));
    };
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
