package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.action.ActiveRun;
import dev.parley.action.Samples;
import dev.parley.action.ssh.KnownHosts;
import dev.parley.action.ssh.SshAction;
import dev.parley.action.ssh.SshConnector;
import dev.parley.endtoend.Eventually;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.intent.Risk;
import dev.parley.inventory.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFleetTest {
  private static final Inventory ESTATE = Samples.estate();
  private static final Pattern MAIN_PID = Pattern.compile("Main PID: (\\d+) \\(apache2\\)");

  @TempDir static Path data;
  private static DemoFleet fleet;
  private static SshConnector connector;
  private static SshAction ssh;

  @BeforeAll
  static void start() throws IOException {
    fleet = DemoFleet.start(ESTATE);
    connector = new SshConnector(fleet.endpoints(), new KnownHosts(data.resolve("k"), List.of()));
    ssh = new SshAction(connector, data);
  }

  @AfterAll
  static void stop() throws IOException {
    connector.close();
    fleet.close();
  }

  @Test
  void restartingAServiceChangesItsProcess() {
    long before = apachePid("web-01");
    long other = apachePid("web-02");

    var outcome = systemctl("restart", "apache", "web-01");

    assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(ProcessHandle.of(before)).isEmpty();
    assertThat(apachePid("web-01")).isNotEqualTo(before);
    assertThat(apachePid("web-02")).isEqualTo(other);
  }

  @Test
  void aStoppedServiceIsShownAsStoppedAndCanBeStartedAgain() {
    assertThat(systemctl("stop", "nginx", "web-02").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    var status = systemctl("status", "nginx", "web-02");
    assertThat(status.results().get(0).exitStatus()).isEqualTo(3);
    assertThat(status.results().get(0).output()).contains("inactive (dead)");
    assertThat(systemctl("reload", "nginx", "web-02").explanation())
        .contains("is not active, cannot reload");
    assertThat(systemctl("start", "nginx", "web-02").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(systemctl("is-active", "nginx", "web-02").results().get(0).output())
        .isEqualTo("active");
  }

  @Test
  void reloadingKeepsTheProcess() {
    long before = apachePid("web-02");
    assertThat(systemctl("reload", "apache", "web-02").status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(apachePid("web-02")).isEqualTo(before);
  }

  @Test
  void aServiceThatTheHostDoesNotHaveIsTheHostsOwnRefusal() {
    var outcome = systemctl("restart", "postgresql", "web-01");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.results().get(0).exitStatus()).isEqualTo(5);
    assertThat(outcome.explanation()).contains("Unit postgresql.service not found");
  }

  @Test
  void listsOnlyTheHostsOwnServicesAndProcesses() {
    var units = run("web-01", "systemctl", "list-units", "--type=service", "--state=running");
    assertThat(units.results().get(0).output().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("apache2.service"))
        .anyMatch(line -> line.startsWith("nginx.service"));
    var processes = run("db-01", "ps", "-eo", "pid,user,pcpu,pmem,etime,comm", "--no-headers");
    assertThat(processes.results().get(0).output().lines())
        .singleElement()
        .asString()
        .endsWith("postgresql");
  }

  @Test
  void readsTheMachine() {
    assertThat(output("uptime")).contains("up").contains("load average:");
    assertThat(output("cat", "/proc/loadavg")).matches("[0-9. /]+");
    assertThat(output("free", "-h")).contains("Mem:");
    assertThat(output("df", "-hP", "--")).contains("Mounted on");
    assertThat(output("df", "-hP", "--", "/tmp")).contains("%");
    assertThat(output("top", "-b", "-n", "1")).contains("load average:").contains("%Cpu(s)");
  }

  @Test
  void knowsNothingButItsCommands() {
    for (var command :
        List.of(
            List.of("cat", "/etc/passwd"),
            List.of("sh", "-c", "reboot"),
            List.of("shutdown", "-h", "now"),
            List.of("kill", "1"),
            List.of("ps", "aux"),
            List.of("df", "--output"),
            List.of("top"))) {
      var outcome = run("web-01", command.toArray(String[]::new));
      assertThat(outcome.results().get(0).exitStatus()).as("%s", command).isEqualTo(127);
    }
    assertThat(run("web-01", "systemctl", "poweroff", "now").results().get(0).exitStatus())
        .isEqualTo(1);
    assertThat(run("web-01", "systemctl", "--force", "list-units").explanation())
        .contains("unrecognized option");
  }

  @Test
  void aServiceWritesItsLog() {
    systemctl("restart", "nginx", "web-01");
    var tail = output("tail", "-n", "2", "--", "/var/log/nginx.log");
    assertThat(tail.lines()).hasSize(2);
    assertThat(tail)
        .containsPattern(
            "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+[+-]\\d\\d:\\d\\d web-01 nginx\\[\\d+]: Started nginx");
    assertThat(run("web-01", "tail", "-n", "2", "--", "/etc/passwd").explanation())
        .contains("No such file or directory");
  }

  @Test
  void itsLogsCanBeSearched() {
    var everywhere =
        run("web-01", "grep", "-r", "-I", "-F", "-i", "--regexp=STARTED apache.", "--", "/var/log");
    assertThat(everywhere.results().get(0).output())
        .startsWith("/var/log/apache2.log:")
        .contains("Started apache.");
    var one = run("web-01", "grep", "-F", "--regexp=Started nginx", "--", "/var/log/nginx.log");
    assertThat(one.results().get(0).output()).matches("(?s)\\d{4}-.*");
    var nothing = run("web-01", "grep", "-F", "--regexp=.*", "--", "/var/log/nginx.log");
    assertThat(nothing.results().get(0).exitStatus()).isEqualTo(1);
  }

  @Test
  void aKilledProcessIsGoneAndItsPortWithIt() throws IOException {
    var fresh = DemoFleet.start(ESTATE);
    try (var connection = new SshConnector(fresh.endpoints(), new KnownHosts(data, List.of()))) {
      var web02 = ESTATE.host("web-02").orElseThrow();
      var other = new SshAction(connection, data);
      assertThat(fresh.ports().of(web02, 80)).isPresent();
      var status = systemctl(other, "status", "apache", "web-02").results().get(0).output();
      var pid = MAIN_PID.matcher(status);
      assertThat(pid.find()).isTrue();

      var killed = run(other, "web-02", "kill", "-TERM", pid.group(1));

      assertThat(killed.status()).as(killed.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
      ProcessHandle.of(Long.parseLong(pid.group(1))).ifPresent(p -> p.onExit().join());
      Eventually.until("its port is closed", () -> fresh.ports().of(web02, 80).isEmpty());
      assertThat(run(other, "web-02", "kill", "-TERM", pid.group(1)).explanation())
          .contains("No such process");
      assertThat(systemctl(other, "status", "apache", "web-02").results().get(0).output())
          .contains("failed (its process was ended from outside)");
    } finally {
      fresh.close();
    }
  }

  @Test
  void aHostThatRebootsIsAwayAndComesBackWithEverythingNew() throws IOException {
    try (var mine = DemoFleet.start(ESTATE, Duration.ofMillis(300));
        var toMine = new SshConnector(mine.endpoints(), new KnownHosts(data, List.of()))) {
      var before = mine.processes();
      var door = mine.endpoints().of(Samples.host("web-01", "192.168.0.24"));
      var action = new SshAction(toMine, data);
      var spec =
          new ActionSpec.Ssh(
              "{host}",
              List.of("systemctl", "reboot"),
              true,
              Duration.ofSeconds(60),
              Set.of(0),
              null,
              ActionSpec.Until.REBOOTED);
      var intent = Samples.intent("reboot", Risk.CRITICAL, spec);
      var request = Samples.request("reboot", "host", "web-01");
      var run = new ActiveRun("test");
      var said = new StringBuffer();
      run.follow((target, text) -> said.append(text));

      var outcome = action.run(intent, request, action.plan(intent, request, ESTATE), ESTATE, run);

      assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(outcome.results().get(0).output()).contains("is back, with another boot id");
      assertThat(said).startsWith("Waiting for web-01 to come back.");
      assertThat(before.stream().filter(ProcessHandle::isAlive)).hasSize(3);
      assertThat(mine.processes()).hasSize(5).allMatch(ProcessHandle::isAlive);
      var again = mine.endpoints().of(Samples.host("web-01", "192.168.0.24"));
      assertThat(again.port()).isNotEqualTo(door.port());
      assertThat(again.hostKey()).isEqualTo(door.hostKey());
      var uptime = Samples.intent("uptime", Risk.LOW, Samples.ssh(false, "uptime"));
      var ask = Samples.request("uptime", "host", "web-01");
      assertThat(
              action
                  .run(uptime, ask, action.plan(uptime, ask, ESTATE), ESTATE, run)
                  .results()
                  .get(0)
                  .output())
          .contains("up 0 min");
    }
  }

  @Test
  void endsNoProcessThatIsNotItsOwn() {
    var mine = Long.toString(ProcessHandle.current().pid());
    assertThat(run("web-01", "kill", "-TERM", mine).explanation()).contains("No such process");
    assertThat(run("db-01", "kill", "-TERM", Long.toString(apachePid("web-01"))).explanation())
        .contains("No such process");
    assertThat(apachePid("web-01")).isPositive();
  }

  @Test
  void addressesAreBlockedAndLetInAgain() {
    var block = List.of("add table inet parley; add element inet parley", "blocked4", "{");
    assertThat(nft(block, "192.0.2.7", "timeout 60s", "}").status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(nft(List.of("list", "set", "inet", "parley"), "blocked4").results().get(0).output())
        .contains("192.0.2.7 expires");
    var free = List.of("delete", "element", "inet", "parley", "blocked4", "{");
    assertThat(nft(free, "192.0.2.7", "}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(nft(free, "192.0.2.7", "}").explanation()).contains("element does not exist");
  }

  @Test
  void doesNotLeaveTheFleetForAHostThatItDoesNotHave() {
    var stranger = Samples.host("web-77", "192.0.2.77");
    assertThatThrownBy(() -> fleet.endpoints().of(stranger))
        .hasMessageContaining("not part of the demo fleet");
  }

  @Test
  void closingItEndsItsProcesses() throws IOException {
    var mine = DemoFleet.start(ESTATE);
    var processes = mine.processes();
    assertThat(processes).hasSize(5).allMatch(ProcessHandle::isAlive);
    mine.close();
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  private static Outcome nft(List<String> begin, String... end) {
    var command = new ArrayList<>(List.of("nft"));
    command.addAll(begin);
    command.addAll(List.of(end));
    return run("web-01", command.toArray(String[]::new));
  }

  private static Outcome systemctl(String verb, String service, String host) {
    return systemctl(ssh, verb, service, host);
  }

  private static Outcome systemctl(SshAction ssh, String verb, String service, String host) {
    var intent =
        Samples.intent(
            "systemctl", Risk.HIGH, Samples.ssh(true, "systemctl", verb, "{service.unit}"));
    var request =
        Samples.request("systemctl", "host", host).with("service", Samples.values(service));
    return ssh.run(
        intent, request, ssh.plan(intent, request, ESTATE), ESTATE, new ActiveRun("test"));
  }

  private static Outcome run(String host, String... command) {
    return run(ssh, host, command);
  }

  private static Outcome run(SshAction ssh, String host, String... command) {
    var spec =
        new ActionSpec.Ssh(
            "{host}", List.of(command), false, Duration.ofSeconds(20), Set.of(0), null);
    var intent = Samples.intent("anything", Risk.LOW, spec);
    var request = Samples.request("anything", "host", host);
    return ssh.run(
        intent, request, ssh.plan(intent, request, ESTATE), ESTATE, new ActiveRun("test"));
  }

  private static String output(String... command) {
    var outcome = run("web-01", command);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return outcome.results().get(0).output();
  }

  private static long apachePid(String host) {
    var status = systemctl("status", "apache", host).results().get(0).output();
    var pid = MAIN_PID.matcher(status);
    assertThat(pid.find()).as(status).isTrue();
    return Long.parseLong(pid.group(1));
  }
}
