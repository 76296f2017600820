package dev.parley.cli;

import dev.parley.action.ssh.KnownHosts;
import dev.parley.action.ssh.Trust;
import dev.parley.intent.NearNames;
import dev.parley.inventory.Host;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Learns a host's key. */
@Command(
    name = "trust",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the key of a host, and trusts it once you confirm it.",
      "",
      "Compare it with what the host says of itself:",
      "  ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  parley --home ~/ops trust web-01",
      "  parley --home ~/ops trust web-01 --fingerprint SHA256:…   without asking"
    })
final class TrustCommand implements Callable<Integer> {
  @ParentCommand private ParleyCommand parley = Unset.value();

  @Parameters(paramLabel = "HOST", description = "A host of the inventory, by name or address.")
  private String name = Unset.value();

  @Option(
      names = "--fingerprint",
      paramLabel = "SHA256:…",
      description = "Trust the key without asking when this is its fingerprint.")
  private @Nullable String fingerprint;

  @Override
  public Integer call() {
    var places = parley.places();
    if (places.demo()) {
      throw Complaint.failed(
          "The demo's hosts run inside the assistant and need no trust. Name your own --home.");
    }
    var host = host(parley.around.house().hosts(places));
    try (var keys = new HostKeys(places.data())) {
      var shown = keys.fetch(host);
      show(shown);
      if (shown.knowledge() == KnownHosts.Knowledge.KNOWN) {
        parley.around.out().println("This key is trusted already.");
        return 0;
      }
      if (!confirmed(shown)) {
        parley.around.out().println("Nothing was changed.");
        return Complaint.FAILED;
      }
      keys.store(shown);
      parley.around.out().println("Trusted.");
      return 0;
    }
  }

  /** One of the inventory's, or one that is passed on the way to them. */
  private Host host(List<Host> hosts) {
    return Stream.concat(hosts.stream(), hosts.stream().flatMap(host -> host.jumps().stream()))
        .filter(host -> host.name().equalsIgnoreCase(name) || host.address().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Complaint.failed(
                    "The inventory has no host "
                        + name
                        + ". "
                        + NearNames.didYouMean(
                            name,
                            hosts.stream().map(Host::name).toList(),
                            "Add it to inventory/ first.")));
  }

  private void show(Trust.Shown shown) {
    var out = parley.around.out();
    out.println(shown.host().name() + " (" + shown.host().address() + ") shows this key:");
    out.println("  " + shown.description());
    if (shown.knowledge() != KnownHosts.Knowledge.KNOWN && !shown.trusted().isEmpty()) {
      out.println("This is NOT the key that is trusted now:");
      shown.trusted().forEach(key -> out.println("  " + key));
      out.println("Unless the host was set up anew, somebody may be in between.");
    }
  }

  private boolean confirmed(Trust.Shown shown) {
    if (fingerprint != null) {
      return List.of(shown.description().split(" ")).contains(fingerprint);
    }
    parley.around.out().print("Trust it? (yes or no) ");
    parley.around.out().flush();
    try {
      var answer = parley.around.in().readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    } catch (IOException e) {
      return false;
    }
  }
}
