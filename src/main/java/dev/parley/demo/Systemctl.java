package dev.parley.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of systemctl that the shipped intents use, with systemd's texts and exit statuses. */
final class Systemctl {
  private static final int INACTIVE = 3;
  private static final int NO_SUCH_UNIT = 4;
  private static final int NOT_LOADED = 5;
  private static final Set<String> ACCEPTED_OPTIONS =
      Set.of(
          "--no-pager",
          "--full",
          "--plain",
          "--no-legend",
          "--type=service",
          "--state=running",
          "--lines=0",
          "--");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private final DemoHost host;

  Systemctl(DemoHost host) {
    this.host = host;
  }

  Answer run(List<String> arguments) {
    var option =
        arguments.stream()
            .filter(a -> a.startsWith("-") && !ACCEPTED_OPTIONS.contains(a))
            .findFirst();
    if (option.isPresent()) {
      return Answer.failed(1, "systemctl: unrecognized option '%s'".formatted(option.get()));
    }
    var words = arguments.stream().filter(a -> !a.startsWith("-")).toList();
    if (words.equals(List.of("list-units"))) {
      return Answer.ok(running());
    }
    if (words.equals(List.of("reboot"))) {
      host.reboot();
      return Answer.ok("");
    }
    return words.size() == 2
        ? onUnit(words.get(0), words.get(1))
        : Answer.unknown("systemctl " + String.join(" ", words));
  }

  private Answer onUnit(String verb, String unit) {
    return switch (verb) {
      case "status" -> find(unit, Systemctl::status, missingStatus(unit));
      case "is-active" ->
          find(unit, Systemctl::isActive, new Answer(NO_SUCH_UNIT, "inactive\n", ""));
      case "start", "stop", "restart", "reload" ->
          find(unit, service -> change(verb, service), missing(verb, unit));
      default -> Answer.failed(1, "Unknown command verb '%s'.".formatted(verb));
    };
  }

  private Answer find(String unit, Function<DemoService, Answer> then, Answer otherwise) {
    return host.service(unit).map(then).orElse(otherwise);
  }

  private static Answer missing(String verb, String unit) {
    return Answer.failed(
        NOT_LOADED, "Failed to %s %s: Unit %s not found.".formatted(verb, full(unit), full(unit)));
  }

  private static Answer missingStatus(String unit) {
    return Answer.failed(NO_SUCH_UNIT, "Unit %s could not be found.".formatted(full(unit)));
  }

  private static String full(String unit) {
    return unit.endsWith(".service") ? unit : unit + ".service";
  }

  private static Answer change(String verb, DemoService service) {
    try {
      switch (verb) {
        case "start" -> service.start();
        case "stop" -> service.stop();
        case "restart" -> service.restart();
        default -> {
          if (service.state() != DemoService.State.ACTIVE) {
            return Answer.failed(1, full(service.unit()) + " is not active, cannot reload.");
          }
          service.reload();
        }
      }
      return Answer.ok("");
    } catch (IOException e) {
      return Answer.failed(
          1, "Job for %s failed: %s".formatted(full(service.unit()), e.getMessage()));
    }
  }

  private static Answer isActive(DemoService service) {
    var state = service.state();
    return new Answer(
        state == DemoService.State.ACTIVE ? 0 : INACTIVE,
        state.name().toLowerCase(Locale.ROOT) + "\n",
        "");
  }

  private static Answer status(DemoService service) {
    var running = service.running();
    var text = new StringBuilder();
    text.append("● %s - %s of the demo fleet\n".formatted(full(service.unit()), service.name()));
    text.append("     Loaded: loaded (demo fleet; enabled)\n");
    text.append("     Active: %s\n".formatted(activity(service)));
    service.reloaded().ifPresent(at -> text.append("   Reloaded: %s\n".formatted(TIME.format(at))));
    running.ifPresent(
        it -> {
          text.append("   Main PID: %d (%s)\n".formatted(it.handle().pid(), it.unit()));
          text.append(
              "     Memory: %s\n".formatted(Sizes.human(ProcFile.residentBytes(it.handle()))));
        });
    return new Answer(running.isPresent() ? 0 : INACTIVE, text.toString(), "");
  }

  private static String activity(DemoService service) {
    return switch (service.state()) {
      case ACTIVE ->
          "active (running) since %s; %s ago"
              .formatted(TIME.format(service.since()), ago(service.since()));
      case FAILED -> "failed (its process was ended from outside)";
      case INACTIVE ->
          "inactive (dead) since %s; %s ago"
              .formatted(TIME.format(service.since()), ago(service.since()));
    };
  }

  private static String ago(Instant since) {
    var age = Duration.between(since, Instant.now());
    if (age.toHours() > 0) {
      return "%dh %dmin".formatted(age.toHours(), age.toMinutesPart());
    }
    return age.toMinutes() > 0
        ? "%dmin %ds".formatted(age.toMinutes(), age.toSecondsPart())
        : age.toSeconds() + "s";
  }

  private String running() {
    return host.services().stream()
        .filter(service -> service.state() == DemoService.State.ACTIVE)
        .map(
            service ->
                "%-24s loaded active running %s of the demo fleet"
                    .formatted(full(service.unit()), service.name()))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
