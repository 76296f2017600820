package dev.parley.demo;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the demo hosts tell about the machine that they all are. */
final class Machine {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int COLUMN = 12;

  /** E.g. {@code 09:00:00 up 3 days, 4:05, 0 users, load average: 0.10, 0.20, 0.30}. */
  String uptime(Optional<Instant> booted) {
    return " " + headline(booted) + "\n";
  }

  /**
   * The first line of {@code uptime} and {@code top}.
   *
   * @param booted when the host was started anew; empty for the machine's own start
   */
  String headline(Optional<Instant> booted) {
    var up = booted.map(since -> Duration.between(since, Instant.now())).orElseGet(Machine::up);
    return "%s up %s,  0 users,  load average: %s"
        .formatted(CLOCK.format(LocalTime.now()), words(up), String.join(", ", loads()));
  }

  String loadAverage() {
    var words = ProcFile.words("loadavg");
    return String.join(" ", words.isEmpty() ? loads() : words) + "\n";
  }

  /** The share of its time that the processor spent working since the machine started, in %. */
  double busy() {
    var counters = ProcFile.words("stat").stream().skip(1).mapToLong(Long::parseLong).toArray();
    if (counters.length > 4) {
      double total = java.util.Arrays.stream(counters).sum();
      return 100 * (total - counters[3] - counters[4]) / total;
    }
    return Math.max(0, 100 * system().getCpuLoad());
  }

  String free() {
    var memory = memory();
    long total = memory[0];
    long available = memory[1];
    return "%-8s%s%s%s%n".formatted("", column("total"), column("used"), column("available"))
        + "%-8s%s%s%s%n"
            .formatted(
                "Mem:",
                column(Sizes.binary(total)),
                column(Sizes.binary(total - available)),
                column(Sizes.binary(available)))
        + swap();
  }

  /** Total and available bytes. */
  long[] memory() {
    var lines = ProcFile.lines("meminfo");
    return lines.isEmpty()
        ? new long[] {system().getTotalMemorySize(), system().getFreeMemorySize()}
        : new long[] {ProcFile.bytes(lines, "MemTotal:"), ProcFile.bytes(lines, "MemAvailable:")};
  }

  private String swap() {
    long total = system().getTotalSwapSpaceSize();
    long free = system().getFreeSwapSpaceSize();
    return "%-8s%s%s%s%n"
        .formatted(
            "Swap:",
            column(Sizes.binary(total)),
            column(Sizes.binary(total - free)),
            column(Sizes.binary(free)));
  }

  private static String column(String text) {
    return String.format("%" + COLUMN + "s", text);
  }

  private static Duration up() {
    var words = ProcFile.words("uptime");
    return words.isEmpty()
        ? Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime())
        : Duration.ofSeconds((long) Double.parseDouble(words.get(0)));
  }

  private static String words(Duration up) {
    var clock =
        up.toHours() > 0
            ? "%2d:%02d".formatted(up.toHoursPart(), up.toMinutesPart())
            : up.toMinutes() + " min";
    return up.toDays() == 0
        ? clock
        : "%d day%s, %s".formatted(up.toDays(), up.toDays() == 1 ? "" : "s", clock);
  }

  /** Elsewhere than on Linux only the average of the last minute is known. */
  private static List<String> loads() {
    var words = ProcFile.words("loadavg");
    return words.isEmpty()
        ? List.of(String.format(Locale.ROOT, "%.2f", Math.max(0, system().getSystemLoadAverage())))
        : words.subList(0, 3);
  }

  private static com.sun.management.OperatingSystemMXBean system() {
    return (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  }
}
