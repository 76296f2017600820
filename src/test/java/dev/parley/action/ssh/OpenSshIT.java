package dev.parley.action.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.action.ActiveRun;
import dev.parley.action.Samples;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Risk;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine's own sshd makes of timeouts, stops, jumps and agents. */
class OpenSshIT {
  /** Too short for what hangs, and long enough for a busy machine to begin it. */
  private static final Duration SHORT = Duration.ofSeconds(8);

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Tells its process id, then that of a child which ignores that it is told to stop. */
  private static final String STUBBORN =
      "trap '' TERM; echo $$; sleep 600 & echo $!; wait; sleep 600";

  @TempDir Path folder;
  private OpenSshServer server;
  private KnownHosts knownHosts;
  private SshConnector connector;

  @BeforeEach
  void start() throws Exception {
    server = OpenSshServer.start(folder.resolve("server"));
    knownHosts = new KnownHosts(folder.resolve("known_hosts"), List.of());
    connector = connector(null);
    trust(server.host("web-01"));
  }

  @AfterEach
  void stop() throws Exception {
    if (connector != null) {
      connector.close();
      server.close();
    }
  }

  private SshConnector connector(Path agent, Path... passphrases) {
    var secrets = passphrases.length == 0 ? folder.resolve("secrets") : passphrases[0];
    var keys = new LoginKeys(folder.resolve("none"), new Passphrases(secrets, n -> null), agent);
    return new SshConnector(Endpoints.asListed(), knownHosts, keys, PATIENCE);
  }

  private void trust(Host host) throws Exception {
    var trust = new Trust(connector);
    trust.store(trust.fetch(host));
  }

  @Test
  void aCommandWhoseTimeIsUpIsGoneWithItsChildren() {
    var outcome = run(server.host("web-01"), false, SHORT, "sh", "-c", STUBBORN);
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(outcome.explanation())
        .endsWith("did not end on web-01 within 8 seconds; it was ended there.");
    assertGone(outcome, 2);
  }

  @Test
  void aCommandOfRootIsGoneToo() {
    var outcome = run(server.host("web-01"), true, SHORT, "sh", "-c", STUBBORN);
    assertThat(outcome.explanation()).endsWith("it was ended there.");
    assertGone(outcome, 2);
  }

  @Test
  void aChildThatItLeftBehindIsGoneToo() {
    var orphan = "(sleep 600 & echo $!) ; echo $$; exec sleep 600";
    var outcome = run(server.host("web-01"), false, SHORT, "sh", "-c", orphan);
    assertGone(outcome, 2);
  }

  @Test
  void whatSomebodyStopsIsGone() throws Exception {
    for (boolean become : List.of(false, true)) {
      var run = new ActiveRun("test");
      var running = new CountDownLatch(1);
      run.follow((target, text) -> running.countDown());
      var ending =
          CompletableFuture.supplyAsync(
              () -> run(run, become, LONG, List.of(server.host("web-01")), "sh", "-c", STUBBORN));
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

      run.stop("maria");

      var outcome = ending.get(60, TimeUnit.SECONDS);
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.CANCELLED);
      assertThat(outcome.explanation())
          .isEqualTo("maria stopped it: stopped in the middle on web-01.");
      assertThat(outcome.results().get(0).problem())
          .contains("when maria stopped it; it was ended there.");
      assertGone(outcome, 1);
    }
  }

  @Test
  void oneConnectionsCommandsAreEndedAndNoOthers() throws Exception {
    var other = new ActiveRun("other");
    var running = new CountDownLatch(1);
    other.follow((target, text) -> running.countDown());
    var ending =
        CompletableFuture.supplyAsync(
            () -> run(other, false, LONG, List.of(server.host("web-01")), "sh", "-c", STUBBORN));
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

    run(server.host("web-01"), false, Duration.ofSeconds(1), "sleep", "600");

    assertThat(ending).isNotDone();
    other.stop("maria");
    assertGone(ending.get(60, TimeUnit.SECONDS), 1);
  }

  @Test
  void outputIsHeardWhileTheCommandRuns() throws Exception {
    var run = new ActiveRun("test");
    var heard = new StringBuffer();
    var said = new CountDownLatch(1);
    run.follow(
        (target, text) -> {
          heard.append(target).append(": ").append(text);
          said.countDown();
        });
    var ending =
        CompletableFuture.supplyAsync(
            () ->
                run(
                    run,
                    false,
                    LONG,
                    List.of(server.host("web-01")),
                    "sh",
                    "-c",
                    "printf 'gr\\303\\274\\303\\237e \\033[1mnow\\033[0m\\n'; exec sleep 600"));
    assertThat(said.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(heard.toString()).startsWith("web-01: grüße now");
    run.stop("maria");
    ending.get(60, TimeUnit.SECONDS);
  }

  @Test
  void aHostBehindTwoJumpsIsReachedAndEachKeyIsChecked() throws Exception {
    try (var outer = OpenSshServer.start(folder.resolve("outer"));
        var inner = OpenSshServer.start(folder.resolve("inner"))) {
      var far = server.host("web-01").over(List.of(outer.host("bastion"), inner.host("gateway")));
      assertThat(run(far, false, LONG, "true").explanation())
          .startsWith("The key of bastion (127.0.0.1) is not known yet")
          .contains("./parley trust bastion");
      trust(outer.host("bastion"));
      assertThat(run(far, false, LONG, "true").explanation())
          .startsWith("The key of gateway (127.0.0.1) is not known yet");
      trust(inner.host("gateway"));
      var outcome = run(far, false, LONG, "sh", "-c", "echo $SSH_CONNECTION");
      assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(outcome.results().get(0).output()).endsWith(" " + server.port());
      var timed = run(far, false, SHORT, "sh", "-c", STUBBORN);
      assertGone(timed, 2);

      inner.stop();
      assertThat(run(far, false, LONG, "true").explanation())
          .isEqualTo(
              "gateway (127.0.0.1) does not answer on port %d when it is reached from bastion; check"
                  + " that it is up, and that bastion may reach it.",
              inner.port());
    }
  }

  @Test
  void aChangedKeyBehindAJumpIsRefused() throws Exception {
    try (var outer = OpenSshServer.start(folder.resolve("outer"))) {
      trust(outer.host("bastion"));
      knownHosts.store("127.0.0.1", server.port(), TestHost.key().getPublic());
      assertThat(
              run(server.host("web-01").over(List.of(outer.host("bastion"))), false, LONG, "true")
                  .explanation())
          .startsWith("THE KEY OF web-01 (127.0.0.1) HAS CHANGED");
    }
  }

  @Test
  void theAgentSignsForAKeyThatAPassphraseLocks() throws Exception {
    var key = server.folder().resolve("id");
    var agent = folder.resolve("agent");
    var process = new ProcessBuilder("ssh-agent", "-D", "-a", agent.toString()).start();
    try {
      // Its first word comes when it listens.
      assertThat(process.inputReader().readLine()).startsWith("SSH_AUTH_SOCK=");
      try (var withAgent = connector(agent)) {
        assertThat(runWith(withAgent, server.host("web-01", null)).explanation())
            .startsWith("web-01 does not let");
        sshAdd(agent, key);
        OpenSshServer.run("ssh-keygen", "-q", "-p", "-N", "secret", "-f", key.toString());
        assertThat(runWith(withAgent, server.host("web-01", key)).status())
            .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(runWith(withAgent, server.host("web-01", null)).status())
            .isEqualTo(ExecutionStatus.SUCCEEDED);
      }
    } finally {
      process.destroy();
    }
    assertThat(runWith(connector, server.host("web-01", key)).explanation())
        .startsWith("The private key " + key + " of web-01 has a passphrase: add the key to");
  }

  private static void sshAdd(Path agent, Path key) throws Exception {
    var add = new ProcessBuilder("ssh-add", "-q", key.toString());
    add.environment().put("SSH_AUTH_SOCK", agent.toString());
    assertThat(add.start().waitFor()).isZero();
  }

  @Test
  void aPassphraseAmongTheSecretsOpensAKey() throws Exception {
    var key = server.folder().resolve("id");
    OpenSshServer.run("ssh-keygen", "-q", "-p", "-N", "a secret", "-f", key.toString());
    var secret = Files.createDirectories(folder.resolve("secrets")).resolve("id");
    Files.writeString(secret, "a secret\n");
    OpenSshServer.run("chmod", "644", secret.toString());
    assertThat(runWith(connector, server.host("web-01")).explanation())
        .contains("can be read by others; run chmod 600");
    OpenSshServer.run("chmod", "600", secret.toString());
    assertThat(runWith(connector, server.host("web-01")).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    Files.writeString(secret, "another\n");
    assertThat(runWith(connector, server.host("web-01")).explanation())
        .contains("does not open it");
  }

  @Test
  void theAssistantsOwnMachineNeedsNoConnection() {
    var here = new Host("here", "192.0.2.1", 22, null, null, false, List.of(), true);
    var outcome = run(here, false, SHORT, "sh", "-c", STUBBORN);
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertGone(outcome, 2);
    assertThat(run(here, false, LONG, "echo", "it's; $(here)").results().get(0).output())
        .isEqualTo("it's; $(here)");
  }

  private Outcome runWith(SshConnector by, Host host) {
    return run(by, new ActiveRun("test"), false, LONG, List.of(host), "true");
  }

  private Outcome run(Host host, boolean become, Duration limit, String... command) {
    return run(new ActiveRun("test"), become, limit, List.of(host), command);
  }

  private Outcome run(
      ActiveRun run, boolean become, Duration limit, List<Host> hosts, String... command) {
    return run(connector, run, become, limit, hosts, command);
  }

  private Outcome run(
      SshConnector by,
      ActiveRun run,
      boolean become,
      Duration limit,
      List<Host> hosts,
      String... command) {
    var argv = new ArrayList<String>();
    if (become) {
      // The planner leaves sudo out for root, which this user may be.
      argv.addAll(List.of("sudo", "-n", "--"));
    }
    argv.addAll(List.of(command));
    var spec = new ActionSpec.Ssh("{host}", argv, false, limit, Set.of(0), null);
    Intent intent = Samples.intent("anything", Risk.LOW, spec);
    var inventory = Samples.estate(hosts.toArray(Host[]::new));
    var names = hosts.stream().map(Host::name).toArray(String[]::new);
    var request = Samples.request("anything", "host", names);
    var action = new SshAction(by, folder.resolve("work"));
    return action.run(intent, request, action.plan(intent, request, inventory), inventory, run);
  }

  /** What the kernel says of a process: nothing when it is not there, Z when it has ended. */
  private static String state(String pid) {
    try {
      var stat = Files.readString(Path.of("/proc", pid, "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).substring(0, 1);
    } catch (IOException e) {
      return "";
    }
  }

  /** The output begins with the ids of processes, none of which is there any more. */
  private static void assertGone(Outcome outcome, int processes) {
    var pids = outcome.results().get(0).output().lines().limit(processes).toList();
    assertThat(pids).as(outcome.toString()).hasSize(processes);
    for (var pid : pids) {
      assertThat(state(pid)).as("%s of %s", pid, outcome.results().get(0)).isIn("", "Z");
    }
    assertThat(outcome.results()).extracting(TargetResult::exitStatus).containsOnlyNulls();
  }
}
