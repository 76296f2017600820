package dev.parley.action.network;

import dev.parley.action.Action;
import dev.parley.action.ActiveRun;
import dev.parley.action.CommandTemplate;
import dev.parley.action.Outcomes;
import dev.parley.action.Plan;
import dev.parley.action.SlotValues;
import dev.parley.action.Verdict;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec.Network;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.NearNames;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.inventory.HostPorts;
import dev.parley.inventory.Inventory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Looks at the network from the assistant's own machine, at several targets at once. */
public final class NetworkAction implements Action {
  private static final int AT_ONCE = 8;
  private static final int MOST = 256;

  private final Map<Network.Check, NetworkCheck> checks = new EnumMap<>(Network.Check.class);

  /**
   * @param workFolders where the ping program gets an empty folder
   * @param hostPorts where the ports of hosts really are
   * @param ownPort the port on which the assistant itself listens, 0 for none
   */
  public NetworkAction(Path workFolders, HostPorts hostPorts, IntSupplier ownPort, Clock clock) {
    this(
        new Destinations(name -> List.of(InetAddress.getAllByName(name)), hostPorts, ownPort),
        workFolders,
        clock);
  }

  NetworkAction(Destinations destinations, Path workFolders, Clock clock) {
    checks.put(Network.Check.PING, new PingCheck(destinations, workFolders));
    checks.put(Network.Check.PORT, new PortCheck(destinations));
    checks.put(Network.Check.URL, new UrlCheck(destinations));
    checks.put(Network.Check.CERTIFICATE, new CertificateCheck(destinations, clock));
    checks.put(Network.Check.DNS, new DnsCheck());
    checks.put(Network.Check.WHOIS, new WhoisCheck(destinations));
  }

  /** One step a target and port: the check's name and what it looks at. */
  @Override
  public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
    var spec = (Network) intent.action();
    var values = new SlotValues(intent, request, inventory);
    var types = rendered(spec.type(), values);
    types.forEach(NetworkAction::known);
    var ports = rendered(spec.port(), values);
    var steps = new ArrayList<Plan.Step>();
    for (var target : rendered(spec.target(), values)) {
      for (var port : ports.isEmpty() ? List.of("0") : ports) {
        var argv = new ArrayList<>(List.of(spec.check().label(), target, port));
        argv.addAll(types);
        steps.add(new Plan.Step(null, argv));
      }
    }
    if (steps.size() > MOST) {
      throw new UnplannableException(
          "These are %d looks, and %d at once is the most; name fewer."
              .formatted(steps.size(), MOST));
    }
    return new Plan(steps, List.of());
  }

  private static List<String> rendered(@Nullable String template, SlotValues values) {
    if (template == null) {
      return List.of();
    }
    return new CommandTemplate(List.of(template.replace("...}", "}").replace("}", "...}")))
        .render(values::of);
  }

  private static void known(String type) {
    if (!DnsCheck.TYPES.contains(type)) {
      throw new UnplannableException(
          "There is no record type %s to look up. %s"
              .formatted(
                  type,
                  NearNames.didYouMean(
                      type,
                      DnsCheck.TYPES,
                      "Known are " + String.join(", ", DnsCheck.TYPES) + ".")));
    }
  }

  @Override
  public Outcome run(
      Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run) {
    var elapsed = new Elapsed();
    var spec = (Network) intent.action();
    var check = Objects.requireNonNull(checks.get(spec.check()));
    var looks =
        plan.steps().stream()
            .map(step -> new Running(check, look(step, spec, inventory, run)))
            .toList();
    return Outcomes.of(together(looks, run), elapsed.soFar());
  }

  private static Look look(Plan.Step step, Network spec, Inventory inventory, ActiveRun run) {
    var argv = step.argv();
    return new Look(
        argv.get(1),
        Integer.parseInt(argv.get(2)),
        argv.subList(3, argv.size()),
        spec.timeout(),
        inventory,
        run);
  }

  private static List<TargetResult> together(List<Running> looks, ActiveRun run) {
    var pool =
        Executors.newFixedThreadPool(
            Math.min(AT_ONCE, looks.size()),
            work -> {
              var thread = new Thread(work, "network-look");
              thread.setDaemon(true);
              return thread;
            });
    try {
      var futures = looks.stream().map(pool::submit).toList();
      run.whenStopped(() -> futures.forEach(future -> future.cancel(true)));
      var results = new ArrayList<TargetResult>();
      for (int i = 0; i < looks.size(); i++) {
        results.add(result(looks.get(i), futures.get(i)));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static TargetResult result(Running look, Future<TargetResult> future) {
    try {
      return future.get();
    } catch (CancellationException e) {
      return look.result(ExecutionStatus.CANCELLED, "", "It was stopped.", Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return look.result(
          ExecutionStatus.UNKNOWN, "", "The assistant was stopped meanwhile.", Duration.ZERO);
    } catch (ExecutionException e) {
      return look.result(
          ExecutionStatus.FAILED,
          "",
          "The assistant failed (%s).".formatted(e.getCause()),
          Duration.ZERO);
    }
  }

  /** One look, from its beginning to what it saw. */
  private record Running(NetworkCheck check, Look look) implements Callable<TargetResult> {
    @Override
    public TargetResult call() {
      var elapsed = new Elapsed();
      try {
        return result(ExecutionStatus.SUCCEEDED, check.look(look), "", elapsed.soFar());
      } catch (NetworkProblem e) {
        return result(ExecutionStatus.FAILED, "", e.sentence(), elapsed.soFar());
      }
    }

    /** What strangers' servers say is as untrusted as a command's output. */
    TargetResult result(ExecutionStatus status, String seen, String problem, Duration took) {
      var bytes = seen.getBytes(StandardCharsets.UTF_8);
      var output = look.run().output(name());
      output.write(bytes, 0, bytes.length);
      output.end();
      return new Verdict(name(), List.of(), Set.of(), Integer.MAX_VALUE)
          .told(status, plain(problem), output, took);
    }

    private String plain(String problem) {
      return problem.replaceAll("\\p{Cntrl}", " ");
    }

    private String name() {
      return look.port() == 0 ? look.target() : look.target() + ":" + look.port();
    }
  }
}
