package dev.parley.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ps}, {@code top} and {@code kill}, which know the processes of one demo host and no
 * others.
 */
final class Processes {
  private static final Set<String> WITHOUT_HEADER = Set.of("--no-headers", "--no-heading");
  private static final String SORT = "--sort=";

  private static final Map<String, String> COLUMNS =
      Map.of(
          "pid", "PID", "user", "USER", "pcpu", "%CPU", "pmem", "%MEM", "rss", "RSS", "etime",
          "ELAPSED", "comm", "COMMAND");

  private final DemoHost host;
  private final Machine machine;

  Processes(DemoHost host, Machine machine) {
    this.host = host;
    this.machine = machine;
  }

  /** One process with the figures that both commands show. */
  private record Row(
      long pid, String user, double cpu, double memory, long rss, Duration age, String command) {
    String cell(String column) {
      return switch (column) {
        case "pid" -> Long.toString(pid);
        case "user" -> user;
        case "pcpu" -> String.format(Locale.ROOT, "%.1f", cpu);
        case "pmem" -> String.format(Locale.ROOT, "%.1f", memory);
        case "rss" -> Long.toString(rss / 1024);
        case "etime" -> elapsed(age);
        default -> command;
      };
    }
  }

  /** {@code kill -TERM PID …}, of this host's own processes. */
  Answer kill(List<String> arguments) {
    if (arguments.size() < 2
        || !arguments.get(0).equals("-TERM")
        || !arguments.subList(1, arguments.size()).stream().allMatch(a -> a.matches("\\d{1,9}"))) {
      return Answer.unknown("kill " + String.join(" ", arguments));
    }
    var problems = new StringBuilder();
    for (var pid : arguments.subList(1, arguments.size())) {
      var process = running().filter(it -> Long.toString(it.handle().pid()).equals(pid));
      if (!process.findFirst().map(it -> it.handle().destroy()).orElse(false)) {
        problems.append("kill: (%s): No such process\n".formatted(pid));
      }
    }
    return new Answer(problems.isEmpty() ? 0 : 1, "", problems.toString());
  }

  /** {@code ps -o stat= -p PID,…}: one line for each of these processes that there is. */
  private Answer states(String pids) {
    var wanted = List.of(pids.split(","));
    long found = running().filter(it -> wanted.contains(Long.toString(it.handle().pid()))).count();
    return new Answer(found == 0 ? 1 : 0, "S\n".repeat((int) found), "");
  }

  private Stream<DemoService.Running> running() {
    return host.services().stream().flatMap(service -> service.running().stream());
  }

  Answer ps(List<String> arguments) {
    if (arguments.size() == 4 && arguments.subList(0, 3).equals(List.of("-o", "stat=", "-p"))) {
      return states(arguments.get(3));
    }
    if (arguments.size() < 2 || !arguments.get(0).equals("-eo")) {
      return Answer.unknown("ps " + String.join(" ", arguments));
    }
    var columns = List.of(arguments.get(1).split(","));
    var rows = new ArrayList<>(rows());
    boolean header = true;
    for (var option : arguments.subList(2, arguments.size())) {
      if (WITHOUT_HEADER.contains(option)) {
        header = false;
      } else if (option.startsWith(SORT) && sort(rows, option.substring(SORT.length()))) {
        continue;
      } else {
        return Answer.failed(1, "error: unknown option %s".formatted(option));
      }
    }
    return COLUMNS.keySet().containsAll(columns)
        ? Answer.ok(table(columns, rows, header))
        : Answer.failed(1, "error: unknown user-defined format specifier in " + columns);
  }

  /** Sorts by a column, falling when it stands behind a hyphen; false when there is none such. */
  private static boolean sort(List<Row> rows, String by) {
    Map<String, Function<Row, Double>> keys =
        Map.of(
            "pid",
            row -> (double) row.pid(),
            "pcpu",
            Row::cpu,
            "pmem",
            Row::memory,
            "rss",
            row -> (double) row.rss());
    var key = keys.get(by.replaceFirst("^[-+]", ""));
    if (key == null) {
      return false;
    }
    rows.sort(Comparator.comparing(key));
    if (by.startsWith("-")) {
      Collections.reverse(rows);
    }
    return true;
  }

  private static String table(List<String> columns, List<Row> rows, boolean header) {
    var lines = new ArrayList<List<String>>();
    if (header) {
      lines.add(columns.stream().map(COLUMNS::get).map(String::valueOf).toList());
    }
    rows.forEach(row -> lines.add(columns.stream().map(row::cell).toList()));
    return lines.stream().map(Processes::line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Everything but the last column, which may be long, stands in columns of one width. */
  private static String line(List<String> cells) {
    var line = new StringBuilder();
    for (var cell : cells.subList(0, cells.size() - 1)) {
      line.append("%8s ".formatted(cell));
    }
    return line.append(cells.get(cells.size() - 1)).toString();
  }

  String top() {
    var rows = new ArrayList<>(rows());
    sort(rows, "-pcpu");
    double busy = machine.busy();
    var memory = machine.memory();
    return "top - %s\n".formatted(machine.headline(host.booted()))
        + "Tasks: %3d total,   0 running, %3d sleeping\n".formatted(rows.size(), rows.size())
        + String.format(Locale.ROOT, "%%Cpu(s): %4.1f busy, %4.1f idle\n", busy, 100 - busy)
        + "Mem : %s total, %s available\n\n"
            .formatted(Sizes.binary(memory[0]), Sizes.binary(memory[1]))
        + table(List.of("pid", "user", "pcpu", "pmem", "etime", "comm"), rows, true);
  }

  private List<Row> rows() {
    return running().map(this::row).toList();
  }

  private Row row(DemoService.Running running) {
    var info = running.handle().info();
    var age = Duration.between(running.since(), Instant.now());
    var used = info.totalCpuDuration().orElse(Duration.ZERO);
    long rss = ProcFile.residentBytes(running.handle());
    return new Row(
        running.handle().pid(),
        info.user().orElse("?"),
        100.0 * used.toMillis() / Math.max(1, age.toMillis()),
        100.0 * rss / machine.memory()[0],
        rss,
        age,
        running.unit());
  }

  private static String elapsed(Duration age) {
    var clock = "%02d:%02d".formatted(age.toMinutesPart(), age.toSecondsPart());
    if (age.toHours() == 0) {
      return clock;
    }
    var hours = "%02d:%s".formatted(age.toHoursPart(), clock);
    return age.toDays() == 0 ? hours : age.toDays() + "-" + hours;
  }
}
