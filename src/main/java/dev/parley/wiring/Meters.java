package dev.parley.wiring;

import dev.parley.Measures;
import dev.parley.action.ActiveRuns;
import dev.parley.channel.FrontEndKind;
import dev.parley.channel.FrontEnds;
import dev.parley.intent.ExecutionStatus;
import dev.parley.web.Reload;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;

/**
 * What {@code /q/metrics} tells of the assistant. Labels are names that the home's files declare or
 * words of ours, so that there are few of them, and none is of a person.
 */
final class Meters implements Measures {
  private final MeterRegistry registry;

  Meters(MeterRegistry registry) {
    this.registry = registry;
    for (var outcome : new String[] {"understood", "declined"}) {
      registry.timer("parley.messages", "outcome", outcome);
    }
    for (var outcome : new String[] {"changed", "unchanged", "refused"}) {
      registry.counter("parley.reloads", "outcome", outcome);
    }
  }

  /** Tells how many actions run. */
  void watch(ActiveRuns runs) {
    Gauge.builder("parley.actions.running", runs, ActiveRuns::count).register(registry);
  }

  /** Tells which front ends are connected. */
  static void watch(MeterRegistry registry, FrontEnds frontEnds, List<FrontEndKind> kinds) {
    for (var kind : kinds) {
      Gauge.builder("parley.front.ends.connected", frontEnds, all -> connected(all, kind))
          .tag("platform", kind.platform())
          .register(registry);
    }
  }

  private static int connected(FrontEnds all, FrontEndKind kind) {
    return (int)
        all.statuses().stream()
            .filter(status -> status.connected() && status.platform().equals(kind.platform()))
            .count();
  }

  @Override
  public void heard(boolean understood, Duration took) {
    registry
        .timer("parley.messages", "outcome", understood ? "understood" : "declined")
        .record(took);
  }

  @Override
  public void ended(String intent, ExecutionStatus status, Duration took) {
    registry.timer("parley.actions", "intent", intent, "outcome", status.label()).record(took);
  }

  void reloaded(Reload reload) {
    var outcome =
        !reload.problems().isEmpty()
            ? "refused"
            : reload.changes().isEmpty() ? "unchanged" : "changed";
    registry.counter("parley.reloads", "outcome", outcome).increment();
  }
}
