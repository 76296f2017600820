package dev.parley.action.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.action.ActiveRun;
import dev.parley.action.OutputBuffer;
import dev.parley.action.Samples;
import dev.parley.action.ShellWordsTest;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.intent.Outcome.TargetResult;
import dev.parley.intent.Risk;
import dev.parley.inventory.Endpoint;
import dev.parley.inventory.Endpoints;
import dev.parley.inventory.Host;
import dev.parley.inventory.Inventory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshActionTest {
  private static final Inventory ESTATE = Samples.estate();
  private static final KeyPair HOST_KEY = TestHost.key();
  private static final Duration LONG = Duration.ofSeconds(20);

  private LongSupplier clock = System::nanoTime;

  @TempDir Path folder;
  private TestHost peer;
  private KnownHosts knownHosts;
  private SshConnector connector;

  @BeforeEach
  void start() throws IOException {
    peer = new TestHost(HOST_KEY);
    knownHosts = new KnownHosts(folder.resolve("known_hosts"), List.of());
    knownHosts.store("127.0.0.1", peer.port(), HOST_KEY.getPublic());
    connector = connector(peer::endpoint);
  }

  @AfterEach
  void stop() throws IOException {
    connector.close();
    peer.close();
  }

  @Test
  void runsTheCommandAndTellsWhatCameBack() {
    peer.behaviour = TestHost.answer(0, "out\n", "err\n");
    var result = restart().results().get(0);
    assertThat(peer.received).containsExactly("sudo -n -- systemctl restart apache2");
    assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(result.exitStatus()).isZero();
    assertThat(result.output()).contains("out").contains("err");
    assertThat(result.target()).isEqualTo("web-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web-01; reboot",
        "$(reboot)",
        "`reboot`",
        "--option",
        "../../etc/passwd",
        "wеb-01",
        "it's \"so\" \\ !",
        "\\'; reboot #'",
        "{service}",
        "a b"
      })
  void whateverAValueHoldsItArrivesAsOneArgument(String value) throws Exception {
    var outcome = disk(value);
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(ShellWordsTest.readByShell(peer.received.get(0)))
        .containsExactly("df", "-hP", "--", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nreboot", "a\rreboot", "a\0b", "a\u202eb", "a\u200bb"})
  void whatCannotBeOneArgumentIsNotSent(String value) {
    assertThat(catchThrowableOf(() -> disk(value))).contains("control character");
    assertThat(peer.received).isEmpty();
  }

  @Test
  void otherExitStatusesFailWithTheFirstLineThatWasSaid() {
    peer.behaviour = TestHost.answer(5, "", "\nUnit apache2.service not found.\nmore\n");
    var outcome = restart();
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.results().get(0).exitStatus()).isEqualTo(5);
    assertThat(outcome.explanation())
        .isEqualTo(
            "systemctl restart apache2 ended with exit status 5 on web-01: Unit apache2.service"
                + " not found.");
  }

  @Test
  void acceptedExitStatusesSucceed() {
    peer.behaviour = TestHost.answer(3, "inactive\n", "");
    assertThat(run(spec(LONG, null, "systemctl", "status")).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void aSudoThatAsksForAPasswordIsSaidSo() {
    peer.behaviour = TestHost.answer(1, "", "sudo: a password is required\n");
    assertThat(restart().explanation()).startsWith("sudo on web-01 asks for a password; allow");
  }

  @Test
  void keepsAsManyLinesAsTheIntentWants() {
    peer.behaviour = TestHost.answer(0, "1\n2\n3\n", "");
    assertThat(run(spec(LONG, "2", "ps")).results().get(0).output()).isEqualTo("1\n2");
  }

  @Test
  void moreThan64KiBAreCutAndSaidSo() {
    peer.behaviour = TestHost.answer(0, "line\n".repeat(OutputBuffer.LIMIT), "");
    var result = restart().results().get(0);
    assertThat(result.truncated()).isTrue();
    assertThat(result.lines()).isEqualTo(OutputBuffer.LIMIT);
    assertThat(result.output()).contains("\n[… ").contains(" lines left out …]\n");
  }

  @Test
  void whereNothingTellsThatACommandEndedItMayStillBeRunning() {
    peer.behaviour = TestHost.hangs();
    var outcome = run(spec(Duration.ofSeconds(1), null, "sleep", "600"));
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(outcome.explanation())
        .isEqualTo(
            "sleep 600 did not end on web-01 within 1 second; it was told to stop, but it may still"
                + " be running there.");
    assertThat(outcome.results().get(0).exitStatus()).isNull();
    assertThat(peer.signals).contains("TERM");
  }

  @Test
  void whatIsStoppedSaysWhoDidAndWhatItCameTo() {
    var run = new ActiveRun("test");
    peer.behaviour =
        command -> {
          if (command.line.startsWith("sh -c ")) {
            command.answer(0, "parley: ended\n", "");
          } else {
            run.stop("maria");
          }
        };
    var outcome = run(run, spec(LONG, null, "sleep", "600"), "web-01");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(outcome.explanation())
        .isEqualTo("maria stopped it: stopped in the middle on web-01.");
    assertThat(outcome.results().get(0).problem())
        .contains("on web-01 when maria stopped it; it was told to stop, but it may still be");
  }

  @Test
  void onceStoppedNothingMoreIsBegun() {
    var run = new ActiveRun("test");
    int hosts = SshAction.AT_ONCE + 2;
    var names = IntStream.range(0, hosts).mapToObj(i -> "web-" + i).toArray(String[]::new);
    var estate =
        Samples.estate(
            IntStream.range(0, hosts)
                .mapToObj(i -> Samples.host(names[i], names[i]))
                .toArray(Host[]::new));
    var first = new AtomicBoolean(true);
    peer.behaviour =
        command -> {
          if (first.compareAndSet(true, false)) {
            command.answer(0, "", "");
          } else {
            run.stop("maria");
            command.answer(command.line.startsWith("sh -c ") ? 127 : 143, "", "");
          }
        };

    var outcome = run(connector, estate, run, spec(LONG, null, "ps"), names);

    assertThat(outcome.status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(outcome.explanation()).startsWith("maria stopped it: ").contains("not begun on ");
    assertThat(outcome.results()).hasSize(hosts);
  }

  @Test
  void aStopBeforeTheBeginningSendsNothing() {
    var run = new ActiveRun("test");
    run.stop("maria");
    var outcome = run(run, spec(LONG, null, "ps"), "web-01", "web-02");
    assertThat(peer.received).isEmpty();
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(outcome.explanation()).isEqualTo("maria stopped it: not begun on web-01, web-02.");
  }

  @Test
  void whatEndedBeforeTheStopIsDone() {
    var run = new ActiveRun("test");
    var outcome = run(run, spec(LONG, null, "ps"), "web-01");
    run.stop("maria");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void aRebootIsOverWhenTheHostAnswersWithAnotherBootId() {
    reboots("a", "b");
    peer.behaviour = rebooting(peer.behaviour, 2);
    var outcome = reboot(LONG, "web-01");
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(outcome.results().get(0).output())
        .matches("web-01 was away for .* and is back, with another boot id\\.");
    assertThat(peer.received).contains("systemctl reboot");
  }

  @Test
  void aHostThatAnswersWithTheSameBootIdDidNotReboot() {
    reboots("a", "a");
    clock = leapingAfterTheReboot();
    var outcome = reboot(LONG, "web-01", "web-02");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.results().get(0).problem())
        .isEqualTo(
            "web-01 answers, but with the boot id that it had before: within 20 seconds of"
                + " systemctl reboot it did not reboot.");
    assertThat(outcome.results().get(1).problem())
        .isEqualTo("It was not begun on web-02, because it went wrong on web-01 before.");
    assertThat(peer.received.stream().filter("systemctl reboot"::equals)).hasSize(1);
  }

  @Test
  void aHostThatDoesNotComeBackIsOutOfTime() {
    reboots("a", "b");
    peer.behaviour = rebooting(peer.behaviour, 1_000_000);
    clock = leapingAfterTheReboot();
    var outcome = reboot(LONG, "web-01");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(outcome.explanation())
        .startsWith(
            "web-01 was told to reboot and has not come back within 20 seconds; look at its console."
                + " The last try said: web-01 does not let deploy log in");
  }

  @Test
  void aRebootThatIsRefusedIsNotWaitedFor() {
    peer.behaviour =
        command -> command.answer(command.line.startsWith("cat ") ? 0 : 1, "Access denied\n", "");
    assertThat(reboot(LONG, "web-01").explanation())
        .isEqualTo("systemctl reboot ended with exit status 1 on web-01: Access denied");
  }

  @Test
  void aHostWhoseBootIdCannotBeReadIsNotRebooted() {
    peer.behaviour = TestHost.answer(1, "", "cat: no such file\n");
    assertThat(reboot(LONG, "web-01").explanation())
        .startsWith("The boot id of web-01 cannot be read, so a reboot could not be seen");
    assertThat(peer.received).hasSize(1);
  }

  @Test
  void theWaitForAHostCanBeStopped() {
    reboots("a", "b");
    peer.behaviour = rebooting(peer.behaviour, 1_000_000);
    var run = new ActiveRun("test");
    run.follow((target, text) -> run.stop("maria"));
    var outcome = reboot(run, LONG, "web-01", "web-02");
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(outcome.results().get(0).problem())
        .startsWith("maria stopped the wait for web-01, which had been told to reboot");
    assertThat(outcome.explanation()).endsWith("not begun on web-02.");
  }

  private void reboots(String before, String after) {
    var id = new AtomicReference<>(before);
    peer.behaviour =
        command -> {
          var boot = id.get();
          if (!command.line.startsWith("cat ")) {
            id.set(after);
          }
          command.answer(0, command.line.startsWith("cat ") ? boot + "\n" : "", "");
        };
  }

  /** Cuts the connection, and lets nobody in for so many tries. */
  private TestHost.Behaviour rebooting(TestHost.Behaviour otherwise, int away) {
    return command -> {
      otherwise.run(command);
      if (!command.line.startsWith("cat ")) {
        peer.away.set(away);
        command.breakConnection();
      }
    };
  }

  /** A clock that leaps beyond every limit once the reboot was begun and one look was had since. */
  private LongSupplier leapingAfterTheReboot() {
    var looks = new AtomicInteger();
    return () -> {
      boolean over = peer.received.contains("systemctl reboot") && looks.incrementAndGet() > 2;
      return System.nanoTime() + (over ? LONG.toNanos() : 0);
    };
  }

  private Outcome reboot(Duration limit, String... hosts) {
    return reboot(new ActiveRun("test"), limit, hosts);
  }

  private Outcome reboot(ActiveRun run, Duration limit, String... hosts) {
    var spec =
        new ActionSpec.Ssh(
            "{host}",
            List.of("systemctl", "reboot"),
            false,
            limit,
            Set.of(0),
            null,
            ActionSpec.Until.REBOOTED);
    return run(connector, ESTATE, run, spec, hosts);
  }

  @Test
  void aConnectionThatBreaksLeavesTheEndUnknown() {
    peer.behaviour = TestHost.Received::breakConnection;
    var outcome = restart();
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.UNKNOWN);
    assertThat(outcome.explanation()).contains("how it ended is unknown");
  }

  @Test
  void anUnknownKeyIsRefusedWithWhatToDo() throws IOException {
    Files.delete(folder.resolve("known_hosts"));
    var outcome = restart();
    assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation())
        .isEqualTo(
            "The key of web-01 (192.168.0.24) is not known yet, so nothing was sent to it. Run"
                + " ./parley trust web-01 and compare what it shows with %s.",
            KnownHosts.describe(HOST_KEY.getPublic()))
        .contains("ECDSA SHA256:");
    assertThat(peer.received).isEmpty();
  }

  @Test
  void aChangedKeyIsRefusedLoudly() throws IOException {
    knownHosts.store("127.0.0.1", peer.port(), TestHost.key().getPublic());
    assertThat(restart().explanation())
        .startsWith("THE KEY OF web-01 (192.168.0.24) HAS CHANGED, so nothing was sent to it:")
        .contains(KnownHosts.describe(HOST_KEY.getPublic()))
        .endsWith("run ./parley trust web-01.");
    assertThat(peer.received).isEmpty();
  }

  @Test
  void aPinnedKeyIsTheOnlyOneThatCounts() {
    var other = TestHost.key().getPublic();
    try (var pinned =
        connector(
            host -> {
              var e = peer.endpoint(host);
              return new Endpoint(e.address(), e.port(), e.user(), null, e.login(), other);
            })) {
      assertThat(run(pinned, spec(LONG, null, "ps"), "web-01").explanation())
          .contains("HAS CHANGED");
    }
  }

  @Test
  void aHostWithSeveralKeysIsAskedForTheOneThatIsKnown() throws IOException {
    var rsa = TestHost.key("ssh-rsa", 2048);
    try (var both = new TestHost(HOST_KEY, rsa);
        var toBoth = connector(both::endpoint)) {
      knownHosts.store("127.0.0.1", both.port(), rsa.getPublic());
      assertThat(run(toBoth, spec(LONG, null, "ps"), "web-01").status())
          .isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Test
  void aRefusedConnectionIsSaidSo() throws IOException {
    int port = peer.port();
    peer.close();
    assertThat(restart().explanation())
        .isEqualTo(
            "web-01 (192.168.0.24) refuses connections on port %d; check that its SSH server runs,"
                + " and that ansible_port is right.",
            port);
  }

  @Test
  void aHostThatIsSilentIsSaidSo() throws IOException {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var impatient =
            new SshConnector(
                host -> {
                  var e = peer.endpoint(host);
                  return new Endpoint(
                      "127.0.0.1", silent.getLocalPort(), "deploy", null, e.login(), null);
                },
                knownHosts,
                folder,
                Duration.ofSeconds(1))) {
      var outcome = run(impatient, spec(LONG, null, "ps"), "web-01");
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(outcome.explanation()).contains("did not answer within 1 second");
    }
  }

  @Test
  void anAddressThatCannotBeFoundIsSaidSo() {
    try (var lost =
        connector(
            host -> new Endpoint("no-such-host.invalid", 22, "deploy", null, peer.login, null))) {
      assertThat(run(lost, spec(LONG, null, "ps"), "web-01").explanation())
          .isEqualTo(
              "web-01 (192.168.0.24) has an address that cannot be found; correct ansible_host in"
                  + " the inventory.");
    }
  }

  @Test
  void aLoginThatIsRefusedIsSaidSo() {
    try (var stranger =
        connector(
            host -> new Endpoint("127.0.0.1", peer.port(), "deploy", null, TestHost.key(), null))) {
      assertThat(run(stranger, spec(LONG, null, "ps"), "web-01").explanation())
          .startsWith("web-01 does not let deploy log in with the assistant's key; add");
    }
    assertThat(peer.received).isEmpty();
  }

  @Test
  void aMissingKeyFileIsSaidSo() {
    try (var keyless =
        connector(
            host ->
                new Endpoint(
                    "127.0.0.1", peer.port(), "deploy", folder.resolve("id"), null, null))) {
      assertThat(run(keyless, spec(LONG, null, "ps"), "web-01").explanation())
          .endsWith("does not exist; correct ansible_ssh_private_key_file.");
    }
    try (var keyless =
        connector(host -> new Endpoint("127.0.0.1", peer.port(), "deploy", null, null, null))) {
      assertThat(run(keyless, spec(LONG, null, "ps"), "web-01").explanation())
          .startsWith("There is no usable private key in " + folder);
    }
  }

  @Test
  void severalHostsAreWorkedOnAtTheSameTime() {
    int hosts = SshAction.AT_ONCE;
    var everybody = new CyclicBarrier(hosts);
    peer.behaviour =
        command ->
            new Thread(
                    () -> {
                      try {
                        everybody.await(20, TimeUnit.SECONDS);
                        command.answer(0, "", "");
                      } catch (Exception e) {
                        command.breakConnection();
                      }
                    })
                .start();
    var names = IntStream.range(0, hosts).mapToObj(i -> "web-" + i).toArray(String[]::new);
    var estate =
        Samples.estate(
            IntStream.range(0, hosts)
                .mapToObj(i -> Samples.host(names[i], names[i]))
                .toArray(Host[]::new));
    var outcome = run(connector, estate, spec(LONG, null, "ps"), names);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(outcome.results()).extracting(TargetResult::target).containsExactly(names);
  }

  @Test
  void eachHostAnswersForItself() {
    try (var half =
        connector(
            host ->
                host.name().equals("web-01")
                    ? peer.endpoint(host)
                    : new Endpoint(
                        "127.0.0.1", peer.port(), "deploy", null, TestHost.key(), null))) {
      var outcome = run(half, spec(LONG, null, "ps"), "web-01", "web-02");
      assertThat(outcome.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(outcome.results())
          .extracting(TargetResult::status)
          .containsExactly(ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED);
      assertThat(outcome.explanation())
          .startsWith("It worked on 1 of 2 targets. web-02 does not let");
    }
  }

  private SshConnector connector(Endpoints endpoints) {
    return new SshConnector(endpoints, knownHosts, folder, Duration.ofSeconds(10));
  }

  private static ActionSpec.Ssh spec(Duration limit, String head, String... command) {
    return new ActionSpec.Ssh("{host}", List.of(command), false, limit, Set.of(0, 3), head);
  }

  private Outcome restart() {
    return run(connector, ESTATE, Samples.restart(), Samples.restart("apache", "web-01"));
  }

  private Outcome disk(String path) {
    var intent =
        Samples.intent(
            "disk", Risk.LOW, Samples.ssh(false, "df", "-hP", "--", "[{path}]"), Samples.PATH);
    var request = Samples.request("disk", "host", "web-01").with("path", Samples.values(path));
    return run(connector, ESTATE, intent, request);
  }

  private Outcome run(ActionSpec.Ssh spec) {
    return run(connector, spec, "web-01");
  }

  private Outcome run(SshConnector connector, ActionSpec.Ssh spec, String... hosts) {
    return run(connector, ESTATE, spec, hosts);
  }

  private Outcome run(
      SshConnector connector, Inventory estate, ActionSpec.Ssh spec, String... hosts) {
    return run(connector, estate, new ActiveRun("test"), spec, hosts);
  }

  private Outcome run(ActiveRun run, ActionSpec.Ssh spec, String... hosts) {
    return run(connector, ESTATE, run, spec, hosts);
  }

  private Outcome run(
      SshConnector connector,
      Inventory estate,
      ActiveRun run,
      ActionSpec.Ssh spec,
      String... hosts) {
    var intent = Samples.intent("anything", Risk.LOW, spec);
    return run(connector, estate, run, intent, Samples.request("anything", "host", hosts));
  }

  private Outcome run(
      SshConnector connector, Inventory estate, Intent intent, ActionRequest request) {
    return run(connector, estate, new ActiveRun("test"), intent, request);
  }

  private Outcome run(
      SshConnector connector,
      Inventory estate,
      ActiveRun run,
      Intent intent,
      ActionRequest request) {
    var action = new SshAction(connector, Path.of("target"), Duration.ofMillis(50), clock);
    return action.run(intent, request, action.plan(intent, request, estate), estate, run);
  }

  private static String catchThrowableOf(Runnable code) {
    return org.assertj.core.api.Assertions.catchThrowable(code::run).getMessage();
  }
}
