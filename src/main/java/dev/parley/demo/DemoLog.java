package dev.parley.demo;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A log file of a demo host, kept in memory: what its service did, as rsyslog writes it. */
final class DemoLog {
  private static final int MOST_LINES = 2_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx");

  private final String path;
  private final String host;
  private final Deque<String> lines = new ArrayDeque<>();

  DemoLog(String path, String host) {
    this.path = path;
    this.host = host;
  }

  String path() {
    return path;
  }

  /** Adds what a program said just now, oldest lines giving way. */
  synchronized void add(String program, long pid, String message) {
    var time = TIME.format(OffsetDateTime.now().truncatedTo(ChronoUnit.MICROS));
    var plain = message.replaceAll("\\p{Cntrl}", "?");
    lines.add("%s %s %s[%d]: %s".formatted(time, host, program, pid, plain));
    if (lines.size() > MOST_LINES) {
      lines.remove();
    }
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
