package dev.parley.action.ssh;

import dev.parley.action.ActiveRun;
import dev.parley.action.OutputBuffer;
import dev.parley.action.ShellWords;
import dev.parley.action.Verdict;
import dev.parley.intent.Outcome.TargetResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/** One command in one session, to its end, to the end of its time, or until somebody stops it. */
final class RemoteCommand {
  /** What tells that a command has ended. */
  static final Set<ClientChannelEvent> ENDED =
      EnumSet.of(
          ClientChannelEvent.EXIT_STATUS,
          ClientChannelEvent.EXIT_SIGNAL,
          ClientChannelEvent.CLOSED);

  private static final Duration OPENING = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final ClientSession session;
  private final Verdict verdict;
  private final Duration limit;
  private final ActiveRun run;
  private final OutputBuffer output;
  private final long began = System.nanoTime();

  /** Set by whichever comes first: the command's end, its time being up, or somebody's stop. */
  private final AtomicBoolean settled = new AtomicBoolean();

  private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();

  RemoteCommand(ClientSession session, Verdict verdict, Duration limit, ActiveRun run) {
    this.session = session;
    this.verdict = verdict;
    this.limit = limit;
    this.run = run;
    this.output = run.output(verdict.target());
  }

  /** Runs it, without a terminal, without input, without any forwarding. */
  TargetResult run() {
    var line = ShellWords.line(verdict.argv());
    try {
      var channel = session.createExecChannel(line, StandardCharsets.UTF_8, null, Map.of());
      try {
        channel.setOut(output);
        channel.setErr(output);
        channel.open().verify(OPENING);
        channel.getInvertedIn().close();
        run.whenStopped(() -> inBackground(() -> stop(channel)));
        return await(channel);
      } finally {
        channel.close(true);
        settled.set(true);
      }
    } catch (IOException e) {
      output.end();
      return verdict.lost(
          "The connection with %s broke (%s)".formatted(verdict.target(), e.getMessage()),
          output,
          took());
    }
  }

  private TargetResult await(ChannelExec channel) throws IOException {
    var events = channel.waitFor(ENDED, limit);
    if (!settled.compareAndSet(false, true)) {
      boolean gone = stopped.join();
      output.end();
      return verdict.stopped(run.stoppedBy().orElse("Somebody"), gone, output, took());
    }
    if (events.contains(ClientChannelEvent.TIMEOUT)) {
      boolean gone = remoteEnd().end(channel);
      output.end();
      return verdict.timedOut(limit, gone, output, took());
    }
    return ended(channel);
  }

  private TargetResult ended(ChannelExec channel) {
    // The exit status may overtake output; a daemon left behind may hold the channel open for ever.
    channel.waitFor(EnumSet.of(ClientChannelEvent.EOF, ClientChannelEvent.CLOSED), GRACE);
    output.end();
    var exitStatus = channel.getExitStatus();
    if (exitStatus != null) {
      return verdict.ended(exitStatus, output, took());
    }
    var signal = channel.getExitSignal();
    return signal == null
        ? verdict.lost("The connection with %s ended".formatted(verdict.target()), output, took())
        : verdict.killed(signal, output, took());
  }

  /** What has ended by itself meanwhile is not stopped. */
  private void stop(ChannelExec channel) {
    if (!settled.compareAndSet(false, true)) {
      return;
    }
    boolean gone = false;
    try {
      gone = remoteEnd().end(channel);
    } catch (IOException | RuntimeException e) {
      run.says(verdict.target(), "The connection broke while this was being stopped.\n");
    } finally {
      stopped.complete(gone);
      channel.close(true);
    }
  }

  private RemoteEnd remoteEnd() {
    return new RemoteEnd(session, verdict.argv().get(0).equals("sudo"));
  }

  /** Whoever says stop does not wait for it. */
  private static void inBackground(Runnable work) {
    var thread = new Thread(work, "ssh-stop");
    thread.setDaemon(true);
    thread.start();
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
