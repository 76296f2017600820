package dev.parley.action.ssh;

import dev.parley.action.Action.UnplannableException;
import dev.parley.action.CommandTemplate;
import dev.parley.action.Plan;
import dev.parley.action.SlotValues;
import dev.parley.action.SparedAddresses;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Slot;
import dev.parley.intent.SlotType;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Resolves a command on hosts: one step a host, and what its person should know before. */
final class SshPlanner {
  private static final List<String> SUDO = List.of("sudo", "-n", "--");

  private final Intent intent;
  private final ActionRequest request;
  private final Inventory inventory;
  private final ActionSpec.Ssh spec;
  private final SlotValues values;

  SshPlanner(Intent intent, ActionRequest request, Inventory inventory) {
    this.intent = intent;
    this.request = request;
    this.inventory = inventory;
    spec = (ActionSpec.Ssh) intent.action();
    values = new SlotValues(intent, request, inventory);
  }

  Plan plan() {
    var hosts = hosts();
    var spare = spec.spare();
    if (spare != null) {
      new CommandTemplate(List.of(spare.replace("}", "...}")))
          .render(values::of)
          .forEach(address -> SparedAddresses.check(address, inventory));
    }
    var argv = new CommandTemplate(spec.command()).render(values::of);
    var steps = hosts.stream().map(host -> new Plan.Step(host, as(host, argv))).toList();
    return new Plan(steps, warnings(hosts));
  }

  private List<Host> hosts() {
    // Always spread, so that {host} and {host...} both fan out.
    var on = spec.on().replace("...}", "}").replace("}", "...}");
    var hosts =
        new CommandTemplate(List.of(on))
            .render(values::of).stream().flatMap(this::place).distinct().toList();
    if (hosts.isEmpty()) {
      throw new UnplannableException("The estate lists no host for this; name the host.");
    }
    return hosts;
  }

  private Stream<Host> place(String name) {
    var host = inventory.host(name);
    if (host.isPresent()) {
      return host.stream();
    }
    var members = inventory.members(name);
    if (members.isEmpty()) {
      throw new UnplannableException(
          "There is no host or group named %s; name one of the inventory's.".formatted(name));
    }
    return members.stream().flatMap(member -> inventory.host(member).stream());
  }

  /** Root needs no sudo, which small hosts may not even have. */
  private List<String> as(Host host, List<String> argv) {
    var user = host.local() ? System.getProperty("user.name") : host.user();
    if (!spec.become() || !host.become() || "root".equals(user)) {
      return argv;
    }
    var root = new ArrayList<>(SUDO);
    root.addAll(argv);
    return root;
  }

  private List<String> warnings(List<Host> hosts) {
    return intent.slots().stream()
        .filter(slot -> slot.type() == SlotType.SERVICE)
        .map(Slot::name)
        .flatMap(slot -> request.canonical(slot).stream())
        .flatMap(name -> inventory.find(SlotType.SERVICE, name).stream())
        .flatMap(service -> warning(service, hosts))
        .toList();
  }

  private Stream<String> warning(Resource service, List<Host> hosts) {
    var listed = inventory.hostsOf(service);
    var others = hosts.stream().map(Host::name).filter(name -> !listed.contains(name)).toList();
    return switch (others.size()) {
      case 0 -> Stream.of();
      case 1 ->
          Stream.of(
              "The estate does not list %s on %s; the host's own answer will decide."
                  .formatted(service.name(), others.get(0)));
      default ->
          Stream.of(
              "The estate does not list %s on %s; the hosts' own answers will decide."
                  .formatted(service.name(), String.join(", ", others)));
    };
  }
}
