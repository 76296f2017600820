package dev.parley.action.ssh;

import dev.parley.action.ActiveRun;
import dev.parley.action.LogTime;
import dev.parley.action.OutputBuffer;
import dev.parley.action.SinceFilter;
import dev.parley.action.Verdict;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome.TargetResult;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command that looks into logs: of its lines only those count that were written from some time
 * on. Lines without a time zone are in the host's, which is asked for first. What sudo wrote about
 * such looks themselves is left out, as each would find itself and all that came before it.
 */
final class LogLines implements HostWork {
  private static final List<String> OFFSET = List.of("date", "+%z");
  private static final Duration ASKING = Duration.ofSeconds(15);

  private final HostCommand command;
  private final Optional<Instant> since;
  private final String own;

  /**
   * @param since empty for all lines
   * @param own how the command begins, before the first value in it
   */
  LogLines(HostCommand command, Optional<Instant> since, String own) {
    this.command = command;
    this.since = since;
    this.own = own;
  }

  @Override
  public Verdict verdict() {
    return command.verdict();
  }

  @Override
  public TargetResult run() {
    var run = command.active();
    var output = run.output(verdict().target());
    var offset = since.isPresent() ? offset(run) : Optional.<ZoneOffset>empty();
    var times =
        new LogTime(offset.orElseGet(() -> OffsetDateTime.now().getOffset()), Instant.now());
    var filter =
        new SinceFilter(
            since.orElse(Instant.MIN),
            times,
            line -> !tellsOfItself(line),
            it -> write(output, it));
    var inner = quiet(run);
    inner.follow((target, text) -> filter.take(text));
    var result = command.with(verdict(), inner).run();
    filter.end();
    if (result.status() == ExecutionStatus.SUCCEEDED && since.isPresent()) {
      note(filter, offset).ifPresent(text -> write(output, text));
    }
    output.end();
    var told = verdict().told(result.status(), result.problem(), output, result.took());
    return new TargetResult(
        told.target(),
        told.status(),
        result.exitStatus(),
        told.output(),
        told.truncated(),
        told.problem(),
        told.took(),
        told.lines());
  }

  private boolean tellsOfItself(String line) {
    return line.contains("COMMAND=") && line.contains(own);
  }

  private Optional<ZoneOffset> offset(ActiveRun run) {
    var look = new Verdict(verdict().target(), OFFSET, Set.of(0), 1);
    var result = command.asking(look, ASKING, quiet(run)).run();
    try {
      return result.status() == ExecutionStatus.SUCCEEDED
          ? Optional.of(ZoneOffset.of(result.output().strip()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Its output goes nowhere by itself; it stops with the run that it is part of. */
  private static ActiveRun quiet(ActiveRun run) {
    var quiet = new ActiveRun(run.executionId());
    run.whenStopped(() -> quiet.stop(run.stoppedBy().orElse("Somebody")));
    return quiet;
  }

  private static Optional<String> note(SinceFilter filter, Optional<ZoneOffset> offset) {
    int undated = filter.undated();
    if (undated == 1) {
      return Optional.of("(1 of these lines has no time in it, so it may be older.)\n");
    }
    if (undated > 1) {
      return Optional.of(
          "(%d of these lines have no time in them, so they may be older.)\n".formatted(undated));
    }
    return offset.isPresent()
        ? Optional.empty()
        : Optional.of("(The host does not tell its time zone; the assistant's was taken.)\n");
  }

  private static void write(OutputBuffer output, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    output.write(bytes, 0, bytes.length);
  }
}
