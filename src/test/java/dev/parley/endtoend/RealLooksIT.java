package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.parley.action.Actions;
import dev.parley.action.ActiveRun;
import dev.parley.action.Samples;
import dev.parley.action.network.NetworkAction;
import dev.parley.action.ssh.KnownHosts;
import dev.parley.action.ssh.SshAction;
import dev.parley.action.ssh.SshConnector;
import dev.parley.action.ssh.Trust;
import dev.parley.command.Command;
import dev.parley.command.CommandParser;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.IntentReader;
import dev.parley.intent.Outcome;
import dev.parley.intent.Risk;
import dev.parley.intent.SlotType;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Host;
import dev.parley.inventory.HostPorts;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.Resource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped intents that look at the network and at logs, end processes and block addresses, on
 * the lab's real hosts: {@code src/test/lab/lab verify}.
 */
class RealLooksIT {
  private static final IntentCatalog INTENTS = IntentReader.read(Path.of("intents")).catalog();

  @TempDir Path data;
  private Inventory estate;
  private SshConnector connector;
  private Actions actions;

  @BeforeEach
  void findTheLab() throws Exception {
    var folder = System.getenv("PARLEY_LAB");
    if (folder == null) {
      var reason = "The lab's hosts are not there; run src/test/lab/lab verify as root.";
      if ("1".equals(System.getenv("PARLEY_REQUIRE_PEERS"))) {
        fail(reason);
      }
      abort(reason);
    }
    var key = Path.of(folder).resolve("id_ed25519");
    var host = new Host("lb-01", "192.168.0.24", 22, "deploy", key, true);
    var apache =
        new Resource(
            SlotType.SERVICE,
            "apache",
            List.of(),
            Map.of("unit", "apache2", "log", "/var/log/apache2/error.log"),
            List.of("lb"));
    estate = new Inventory(false, List.of(host), Map.of("lb", List.of("lb-01")), List.of(apache));
    var known = new KnownHosts(data.resolve("known_hosts"), List.of());
    connector = new SshConnector(Endpoints.asListed(), known, data, Duration.ofSeconds(10));
    var trust = new Trust(connector);
    trust.store(trust.fetch(host));
    actions =
        new Actions(
            Map.of(
                ActionSpec.Ssh.class,
                new SshAction(connector, data),
                ActionSpec.Network.class,
                new NetworkAction(data, HostPorts.asListed(), () -> 0, Clock.systemUTC())));
  }

  @AfterEach
  void stop() {
    if (connector != null) {
      connector.close();
    }
  }

  @Test
  void portsPagesAndPingsAreReal() {
    assertThat(output("check_port host=lb-01 port=80,22,81"))
        .contains("Port 80 of lb-01 (192.168.0.24) is open")
        .contains("Port 22 of lb-01 (192.168.0.24) is open")
        .contains("Port 81 of lb-01 (192.168.0.24) is closed");
    assertThat(output("check_url url=http://192.168.0.24/")).contains("answers 200 OK");
    assertThat(output("ping_host host=lb-01")).contains("answers 4 of 4 pings");
    assertThat(output("ping_host host=192.168.0.99")).contains("does not answer");
    assertThat(run("check_port host=192.168.0.99 port=80").results().get(0).output())
        .containsAnyOf("cannot be reached", "gave no answer");
  }

  @Test
  void theLogOfApacheIsReadAndSearched() {
    assertThat(output("tail_logs service=apache host=lb-01 lines=5")).contains("apache2");
    assertThat(output("search_logs pattern=\"RESUMING NORMAL\" host=lb-01"))
        .contains("/var/log/apache2/error.log:")
        .contains("resuming normal operations");
    assertThat(output("search_logs pattern=resuming host=lb-01 service=apache since=1d"))
        .contains("resuming normal operations");
    assertThat(output("search_logs pattern=resuming host=lb-01 since=2037-01-01T00:00:00Z"))
        .isEmpty();
    assertThat(output("search_logs pattern=\"-e; reboot $(reboot)\" host=lb-01")).isEmpty();
  }

  @Test
  void aProcessIsEndedAndOneThatIsNotThereIsSaidSo() {
    var ssh =
        new ActionSpec.Ssh(
            "{host}",
            List.of("sh", "-c", "sleep 300 >/dev/null & echo $!"),
            false,
            Duration.ofSeconds(20),
            Set.of(0),
            null);
    var start = Samples.intent("start", Risk.LOW, ssh);
    var request = Samples.request("start", "host", "lb-01");
    var action = actions.of(ssh);
    var pid =
        action
            .run(start, request, action.plan(start, request, estate), estate, new ActiveRun("test"))
            .results()
            .get(0)
            .output()
            .strip();

    assertThat(output("kill_process pid=%s host=lb-01".formatted(pid)))
        .isEqualTo("Process %s has ended.".formatted(pid));
    assertThat(run("kill_process pid=%s host=lb-01".formatted(pid)).explanation())
        .contains("No such process");
  }

  @Test
  void anAddressIsBlockedInTheKernelAndLetInAgain() {
    output("block_ip ip=203.0.113.7 duration=2h");
    output("block_ip ip=203.0.113.7 duration=1h");
    output("block_ip ip=2001:db8::/32");
    output("block_ip ip=198.51.100.0/24");
    assertThat(run("block_ip ip=198.51.100.9").explanation()).contains("interval overlaps");
    output("unblock_ip ip=203.0.113.7");
    output("unblock_ip ip=2001:db8::/32");
    output("unblock_ip ip=198.51.100.0/24");
    assertThat(run("unblock_ip ip=203.0.113.7").explanation()).contains("Error");
  }

  private String output(String command) {
    var outcome = run(command);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return String.join("\n", outcome.results().stream().map(result -> result.output()).toList());
  }

  private Outcome run(String command) {
    var commands = new CommandParser(INTENTS, new EntityResolver(estate));
    var request = ((Command.Understood) commands.parse(command).orElseThrow()).request();
    var intent = INTENTS.get(request.intent());
    var action = actions.of(intent.action());
    var plan = action.plan(intent, request, estate);
    return action.run(intent, request, plan, estate, new ActiveRun("test"));
  }
}
