package dev.parley.action.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.parley.action.ActiveRun;
import dev.parley.action.Samples;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Risk;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real sshd and the real Apache httpd of the lab: {@code src/test/lab/lab verify}. */
class RealPeerIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Pattern MAIN_PID = Pattern.compile("Main PID: (\\d+)");

  @TempDir Path data;
  private Path lab;
  private Host web01;
  private Host web02;
  private Inventory estate;
  private KnownHosts knownHosts;
  private SshConnector connector;

  private Host host(String name, String address, int port, String user) {
    return new Host(name, address, port, user, lab.resolve("id_ed25519"), true);
  }

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
    lab = Path.of(folder);
    web01 = host("web-01", "192.168.0.24", 22, "deploy");
    web02 = host("web-02", "192.168.0.25", 22, "deploy");
    estate = Samples.estate(web01, web02);
    trustTheHosts();
  }

  private void trustTheHosts() throws Exception {
    knownHosts = new KnownHosts(data.resolve("known_hosts"), List.of());
    connector = new SshConnector(Endpoints.asListed(), knownHosts, data, Duration.ofSeconds(10));
    var trust = new Trust(connector);
    trust.store(trust.fetch(web01));
    trust.store(trust.fetch(web02));
  }

  @AfterEach
  void stop() {
    if (connector != null) {
      connector.close();
    }
  }

  @Test
  void trustShowsTheHostsOwnKey() throws Exception {
    var shown = new Trust(connector).fetch(web01);
    var own = Files.readString(lab.resolve("web-01/ssh_host_ed25519_key.pub"));
    assertThat(Files.readAllLines(data.resolve("known_hosts")).get(0))
        .isEqualTo("192.168.0.24 " + own.substring(0, own.lastIndexOf(' ')));
    assertThat(shown.knowledge()).isEqualTo(KnownHosts.Knowledge.KNOWN);
  }

  @Test
  void restartingApacheChangesItsMasterProcessAndItServesAgain() throws Exception {
    long before = masterPid(web01);
    long other = masterPid(web02);

    var outcome = run(estate, Samples.restart(), Samples.restart("apache", "web-01"));

    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(masterPid(web01)).isNotEqualTo(before);
    assertThat(masterPid(web02)).isEqualTo(other);
    assertThat(page(web01)).isEqualTo("This is web-01.\n");
  }

  @Test
  void severalHostsAreRestartedTogether() throws Exception {
    var outcome = run(estate, Samples.restart(), Samples.restart("apache", "web"));
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(outcome.results()).hasSize(2);
    assertThat(page(web02)).isEqualTo("This is web-02.\n");
  }

  @Test
  void aServiceThatIsNotThereIsTheHostsOwnRefusal() {
    var outcome = run(estate, Samples.restart(), Samples.restart("nginx", "web-02"));
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation())
        .isEqualTo(
            "systemctl restart nginx ended with exit status 5 on web-02: Failed to restart"
                + " nginx.service: Unit nginx.service not found.");
  }

  @Test
  void aCommandThatHangsIsEnded() {
    var outcome = run(web01, false, Duration.ofSeconds(2), "sleep", "4242");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(outcome.explanation()).endsWith("it was ended there.");
    assertThat(output(web01, "ps", "-e", "-o", "args")).doesNotContain("sleep 4242");
  }

  @Test
  void whateverAValueHoldsItArrivesAsOneArgument() {
    for (var value : List.of("web-01; reboot", "$(reboot)", "it's \"so\" \\ !", "wеb", "a\\'b")) {
      assertThat(output(web01, "printf", "<%s>", value)).isEqualTo("<" + value + ">");
    }
  }

  @Test
  void anUnknownKeyIsRefused() throws IOException {
    Files.delete(data.resolve("known_hosts"));
    assertThat(run(web01, false, LONG, "uptime").explanation())
        .startsWith("The key of web-01 (192.168.0.24) is not known yet")
        .contains("./parley trust web-01");
  }

  @Test
  void aChangedKeyIsRefused() throws Exception {
    var other = new Trust(connector).fetch(web02);
    knownHosts.store("192.168.0.24", 22, other.key());
    assertThat(run(web01, false, LONG, "uptime").explanation())
        .startsWith("THE KEY OF web-01 (192.168.0.24) HAS CHANGED");
  }

  @Test
  void aRefusedConnectionIsSaidSo() {
    assertThat(run(host("web-01", "192.168.0.24", 2222, "deploy"), false, LONG, "uptime"))
        .extracting(Outcome::explanation)
        .asString()
        .startsWith("web-01 (192.168.0.24) refuses connections on port 2222");
  }

  @Test
  void aHostThatIsOffIsSaidSo() {
    assertThat(run(host("web-09", "192.168.0.99", 22, "deploy"), false, LONG, "uptime"))
        .extracting(Outcome::explanation)
        .asString()
        .startsWith("web-09 (192.168.0.99) cannot be reached from here");
  }

  @Test
  void aLoginThatIsRefusedIsSaidSo() {
    assertThat(run(host("web-01", "192.168.0.24", 22, "nobody"), false, LONG, "uptime"))
        .extracting(Outcome::explanation)
        .asString()
        .startsWith("web-01 does not let nobody log in with the assistant's key");
  }

  @Test
  void aSudoThatAsksForAPasswordIsSaidSo() {
    assertThat(run(web01, true, LONG, "uptime").explanation())
        .startsWith("sudo on web-01 asks for a password");
  }

  @Test
  void whatNeedsRootAndDoesNotBecomeItIsSaidSo() {
    assertThat(run(web01, false, LONG, "systemctl", "restart", "apache2").explanation())
        .isEqualTo(
            "systemctl restart apache2 needs root on web-01; set ansible_become=true for it in the"
                + " inventory.");
  }

  private Outcome run(Host host, boolean become, Duration limit, String... command) {
    var spec = new ActionSpec.Ssh("{host}", List.of(command), become, limit, Set.of(0), null);
    var intent = Samples.intent("anything", Risk.LOW, spec);
    return run(Samples.estate(host), intent, Samples.request("anything", "host", host.name()));
  }

  private Outcome run(Inventory inventory, Intent intent, ActionRequest request) {
    var action = new SshAction(connector, data);
    return action.run(
        intent, request, action.plan(intent, request, inventory), inventory, new ActiveRun("test"));
  }

  private String output(Host host, String... command) {
    var outcome = run(host, false, LONG, command);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return outcome.results().get(0).output();
  }

  private long masterPid(Host host) {
    var pid = MAIN_PID.matcher(output(host, "systemctl", "status", "apache2"));
    assertThat(pid.find()).isTrue();
    return Long.parseLong(pid.group(1));
  }

  private static String page(Host host) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://%s/".formatted(host.address())));
    return HttpClient.newHttpClient()
        .send(request.timeout(LONG).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
