package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.Action.UnplannableException;
import dev.parley.action.Actions;
import dev.parley.action.ActiveRun;
import dev.parley.action.ConnectionAction;
import dev.parley.action.Planner;
import dev.parley.action.network.NetworkAction;
import dev.parley.action.ssh.KnownHosts;
import dev.parley.action.ssh.SshAction;
import dev.parley.action.ssh.SshConnector;
import dev.parley.command.Command;
import dev.parley.command.CommandParser;
import dev.parley.demo.DemoFleet;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.IntentCatalog;
import dev.parley.intent.IntentReader;
import dev.parley.intent.Outcome;
import dev.parley.inventory.EntityResolver;
import dev.parley.inventory.Inventory;
import dev.parley.inventory.InventoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped intents, asked for exactly, on the demo estate as it ships and its running fleet. */
class DemoAnswersTest {
  private static final IntentCatalog INTENTS = IntentReader.read(Path.of("intents")).catalog();
  private static final Inventory ESTATE =
      InventoryReader.read(Path.of("inventory"), true).inventory();
  private static final CommandParser COMMANDS =
      new CommandParser(INTENTS, new EntityResolver(ESTATE));
  private static final Pattern MAIN_PID = Pattern.compile("Main PID: (\\d+)");

  @TempDir static Path folder;
  private static DemoFleet fleet;
  private static SshConnector connector;
  private static Actions actions;

  @BeforeAll
  static void start() throws IOException {
    fleet = DemoFleet.start(ESTATE);
    connector =
        new SshConnector(
            fleet.endpoints(),
            new KnownHosts(folder.resolve("known_hosts"), List.of()),
            folder,
            Duration.ofSeconds(30));
    actions =
        new Actions(
            Map.of(
                ActionSpec.Ssh.class,
                new SshAction(connector, folder),
                ActionSpec.Network.class,
                new NetworkAction(folder, fleet.ports(), () -> 0, Clock.systemUTC()),
                ActionSpec.Connection.class,
                new ConnectionAction(false)));
  }

  @AfterAll
  static void stop() throws IOException {
    connector.close();
    fleet.close();
  }

  @Test
  void portsAreOpenWhileTheirServicesRun() {
    assertThat(output("check_port host=web-02 port=80,443,22,81"))
        .contains(
            "Port 80 of web-02 (127.0.0.1) is open",
            "Port 443 of web-02 (127.0.0.1) is open",
            "Port 22 of web-02 (127.0.0.1) is open",
            "Port 81 of web-02 (127.0.0.1) is closed");
    output("stop_service service=apache host=web-02");
    assertThat(output("check_port host=192.168.0.25 port=80")).contains("is closed");
    output("start_service service=apache host=web-02");
    assertThat(output("check_port host=web-02 port=80")).contains("is open");
  }

  @Test
  void nothingElseOfThisMachineIsLookedAt() {
    assertThat(run("check_port host=127.0.0.1 port=22").explanation())
        .contains("the assistant's own machine");
    assertThat(run("check_url url=http://localhost:8080/").explanation())
        .contains("is not looked at");
  }

  @Test
  void webAddressesAreLookedAtAndTheVisitStandsInTheLog() {
    assertThat(output("check_url url=http://web-01/")).contains("answers 200 OK");
    assertThat(output("check_url url=http://192.168.0.24/missing")).contains("answers 404");
    assertThat(output("check_url url=http://app-01:8080/")).contains("answers 200 OK");
    assertThat(output("tail_logs service=apache host=web-01 lines=1"))
        .contains("apache2[")
        .contains("\"GET /missing HTTP/1.1\" 404");
    assertThat(run("check_url url=https://web-01/").explanation())
        .contains("no authority that this machine trusts has signed it");
  }

  @Test
  void certificatesAreShown() {
    assertThat(output("certificate_expiry domain=web-03"))
        .contains("The certificate of web-03 expires in 89 days.")
        .contains("CN=Demo fleet authority")
        .contains("web-03, 192.168.0.26")
        .contains("valid for web-03");
  }

  @Test
  void hostsArePinged() {
    if (Files.isExecutable(Path.of("/usr/bin/ping"))) {
      assertThat(output("ping_host host=db-01")).contains("db-01 (127.0.0.1) answers 4 of 4 pings");
    }
  }

  @Test
  void logsAreSearched() {
    assertThat(output("search_logs pattern=\"started TOMCAT\" host=app-01"))
        .doesNotContain("COMMAND=")
        .startsWith("/var/log/tomcat/catalina.out:")
        .contains("Started tomcat.");
    assertThat(output("search_logs pattern=started host=app-01 service=rabbitmq since=1h"))
        .contains("Started rabbitmq.")
        .doesNotContain("tomcat");
    assertThat(output("search_logs pattern=started host=app-01 since=2037-01-01T00:00:00Z"))
        .isEmpty();
    assertThat(output("search_logs pattern=\"--help; $(reboot)\" host=app-01")).isEmpty();
    var nothing = run("search_logs pattern=\"no such text\" host=app-01,app-02");
    assertThat(nothing.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(nothing.results()).allMatch(result -> result.output().isEmpty());
  }

  @Test
  void aProcessIsEndedAndSeenToEnd() {
    var status = MAIN_PID.matcher(output("service_status service=memcached host=cache-01"));
    assertThat(status.find()).isTrue();
    var pid = status.group(1);
    assertThat(output("kill_process pid=%s host=cache-01".formatted(pid)))
        .isEqualTo("Process %s has ended.".formatted(pid));
    assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(run("kill_process pid=%s host=cache-01".formatted(pid)).explanation())
        .contains("No such process");
    assertThat(output("check_port host=cache-01 port=11211")).contains("is closed");
  }

  @Test
  void addressesAreBlockedOnTheLoadBalancersAndLetInAgain() {
    var outcome = run("block_ip ip=203.0.113.7 duration=2h");
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(outcome.results()).extracting(r -> r.target()).containsExactly("lb-01");
    output("block_ip ip=2001:db8::/32");
    output("unblock_ip ip=203.0.113.7");
    assertThat(run("unblock_ip ip=203.0.113.7").explanation()).contains("does not exist");
    assertThatThrownBy(() -> run("block_ip ip=192.168.0.0/24"))
        .isInstanceOf(UnplannableException.class)
        .hasMessageContaining("the host web-01");
    assertThatThrownBy(() -> run("block_ip ip=0.0.0.0/0")).hasMessageContaining("internet");
  }

  @Test
  void whatIsBlockedIsOneArgumentOfItsOwn() {
    var intent = INTENTS.get("block_ip");
    var request = request("block_ip ip=203.0.113.0/24 duration=1d");
    var argv = actions.of(intent.action()).plan(intent, request, ESTATE).steps().get(0).argv();
    assertThat(argv.subList(0, 4)).containsExactly("sudo", "-n", "--", "nft");
    assertThat(argv.subList(5, argv.size()))
        .containsExactly("blocked4", "{", "203.0.113.0/24", "timeout 86400s", "}");
  }

  @Test
  void aHostIsRebootedAndComesBack() {
    var outcome = run("reboot_host host=db-02");
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(outcome.results().get(0).output()).contains("is back");
    assertThat(output("check_port host=db-02 port=5432")).contains("is open");
  }

  @Test
  void aGraphNeedsItsConnection() {
    assertThat(new Planner(actions).unavailable(INTENTS.get("show_graph")))
        .hasValueSatisfying(text -> assertThat(text).contains("needs the connection \"metrics\""));
  }

  @Test
  void onlyTheHostsThatExistAndRealAddressesAreTaken() {
    assertThat(request("check_port host=192.0.2.1,shop.example.com port=80").canonical("host"))
        .containsExactly("192.0.2.1", "shop.example.com");
    assertThat(request("ping_host host=2001:DB8::0:1").canonical("host"))
        .containsExactly("2001:db8::1");
    assertThat(request("ping_host host=web-99").values("host").get(0).known()).isFalse();
    assertThat(request("host_uptime host=shop.example.com").values("host").get(0).known())
        .isFalse();
  }

  private static String output(String command) {
    var outcome = run(command);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return String.join("\n", outcome.results().stream().map(r -> r.output()).toList());
  }

  private static Outcome run(String command) {
    var request = request(command);
    Intent intent = INTENTS.get(request.intent());
    var action = actions.of(intent.action());
    var plan = action.plan(intent, request, ESTATE);
    return action.run(intent, request, plan, ESTATE, new ActiveRun("test"));
  }

  private static ActionRequest request(String command) {
    return ((Command.Understood) COMMANDS.parse(command).orElseThrow()).request();
  }
}
