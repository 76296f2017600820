package dev.parley.action.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.action.ActiveRun;
import dev.parley.action.Samples;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.ExecutionStatus;
import dev.parley.intent.Outcome;
import dev.parley.intent.Risk;
import dev.parley.inventory.Endpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real sshd that goes away and comes back. The machine does not reboot: a file stands over the
 * kernel's boot id, where only the server sees it.
 */
class RebootIT {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String MOUNTED =
      "mount --bind \"$1\" /proc/sys/kernel/random/boot_id && shift && exec \"$@\"";

  @TempDir Path folder;
  private Path bootId;
  private OpenSshServer server;
  private SshConnector connector;

  @BeforeEach
  void start() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root, for a mount");
    bootId = Files.writeString(folder.resolve("boot_id"), UUID.randomUUID() + "\n");
    server =
        OpenSshServer.start(
            folder.resolve("server"),
            "unshare",
            "--mount",
            "--propagation",
            "private",
            "sh",
            "-c",
            MOUNTED,
            "sh",
            bootId.toString());
    var known = new KnownHosts(folder.resolve("known_hosts"), List.of());
    connector =
        new SshConnector(
            Endpoints.asListed(), known, folder.resolve("none"), Duration.ofSeconds(10));
    var trust = new Trust(connector);
    trust.store(trust.fetch(server.host("web-01")));
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      connector.close();
      server.close();
    }
  }

  @Test
  void aHostThatIsBackWithAnotherBootIdHasRebooted() throws Exception {
    var back = whenItGoes(() -> Files.writeString(bootId, UUID.randomUUID() + "\n"));
    var outcome = reboot(System::nanoTime);
    back.get(60, TimeUnit.SECONDS);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(outcome.results().get(0).output()).startsWith("web-01 was away for ");
  }

  @Test
  void aHostThatIsBackWithTheSameBootIdHasNot() throws Exception {
    var back = whenItGoes(() -> bootId);
    var outcome = reboot(endingTwoLooksAfter(back));
    back.get(60, TimeUnit.SECONDS);
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(outcome.explanation()).contains("with the boot id that it had before");
  }

  @Test
  void aHostThatStaysAwayIsOutOfTime() {
    var outcome = reboot(endingTwoLooksAfter(server.gone()));
    assertThat(outcome.status()).as(outcome.explanation()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(outcome.explanation())
        .contains("has not come back within 10 minutes")
        .contains("refuses connections on port " + server.port());
  }

  /**
   * A clock that leaps beyond the limit, once what happens to the server has happened and has been
   * seen by one look for sure: how fast this machine is does not matter.
   */
  private static LongSupplier endingTwoLooksAfter(CompletableFuture<?> event) {
    var looks = new AtomicInteger();
    return () -> {
      boolean over = event.isDone() && looks.incrementAndGet() > 1;
      return System.nanoTime() + (over ? LIMIT.toNanos() : 0);
    };
  }

  private interface Change {
    Path make() throws Exception;
  }

  /** Once the server has gone, changes something and starts it again. */
  private CompletableFuture<Void> whenItGoes(Change change) {
    return server
        .gone()
        .thenRunAsync(
            () -> {
              try {
                change.make();
                server.start();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** Ends the server and, with it, this very connection. */
  private Outcome reboot(LongSupplier clock) {
    var down = "kill $(cat \"$1\"); kill -KILL $PPID";
    var spec =
        new ActionSpec.Ssh(
            "{host}",
            List.of("sh", "-c", down, "sh", server.folder().resolve("pid").toString()),
            false,
            LIMIT,
            Set.of(0),
            null,
            ActionSpec.Until.REBOOTED);
    var intent = Samples.intent("reboot", Risk.CRITICAL, spec);
    var request = Samples.request("reboot", "host", "web-01");
    var estate = Samples.estate(server.host("web-01"));
    var action = new SshAction(connector, folder, Duration.ofMillis(500), clock);
    return action.run(
        intent, request, action.plan(intent, request, estate), estate, new ActiveRun("test"));
  }
}
