package dev.parley.action.ssh;

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
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;

/** One command in one session. */
final class RemoteCommand {
  private static final Duration OPENING = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Set<ClientChannelEvent> ENDED =
      EnumSet.of(
          ClientChannelEvent.EXIT_STATUS,
          ClientChannelEvent.EXIT_SIGNAL,
          ClientChannelEvent.CLOSED);

  private final ClientSession session;
  private final Verdict verdict;
  private final Duration limit;
  private final OutputBuffer output = new OutputBuffer();
  private final long began = System.nanoTime();

  RemoteCommand(ClientSession session, Verdict verdict, Duration limit) {
    this.session = session;
    this.verdict = verdict;
    this.limit = limit;
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
        return await(channel);
      } finally {
        channel.close(true);
      }
    } catch (IOException e) {
      return verdict.lost(
          "The connection with %s broke (%s)".formatted(verdict.target(), e.getMessage()),
          output,
          took());
    }
  }

  private TargetResult await(ChannelExec channel) throws IOException {
    var events = channel.waitFor(ENDED, limit);
    if (events.contains(ClientChannelEvent.TIMEOUT)) {
      end(channel);
      return verdict.timedOut(limit, output, took());
    }
    // The exit status may overtake output; a daemon left behind may hold the channel open for ever.
    channel.waitFor(EnumSet.of(ClientChannelEvent.EOF, ClientChannelEvent.CLOSED), GRACE);
    var exitStatus = channel.getExitStatus();
    if (exitStatus != null) {
      return verdict.ended(exitStatus, output, took());
    }
    var signal = channel.getExitSignal();
    return signal == null
        ? verdict.lost("The connection with %s ended".formatted(verdict.target()), output, took())
        : verdict.killed(signal, output, took());
  }

  /** Closing a channel ends nothing on the host, so the command is told to stop first. */
  private void end(ChannelExec channel) throws IOException {
    signal(channel, "TERM");
    if (channel.waitFor(ENDED, GRACE).contains(ClientChannelEvent.TIMEOUT)) {
      signal(channel, "KILL");
    }
  }

  /** RFC 4254, section 6.9. */
  private void signal(ChannelExec channel, String name) throws IOException {
    var request = session.createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
    request.putUInt(channel.getRecipient());
    request.putString("signal");
    request.putBoolean(false);
    request.putString(name);
    session.writePacket(request).verify(GRACE);
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
