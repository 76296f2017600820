package dev.parley.action.ssh;

import dev.parley.action.ShellWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;

/**
 * Ends what runs in a session, on the host itself: closing a channel ends nothing there. A second
 * command in the same session looks for the processes of that session, ends them, and tells whether
 * they are gone; it is always the same, and no value is part of it.
 */
final class RemoteEnd {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final List<String> SUDO = List.of("sudo", "-n", "--");
  private static final String SCRIPT = script();
  private static final String ENDED = "parley: ended";

  private final ClientSession session;
  private final boolean sudo;

  /**
   * @param sudo whether what runs there runs as root
   */
  RemoteEnd(ClientSession session, boolean sudo) {
    this.session = session;
    this.sudo = sudo;
  }

  /** Ends everything, and tells whether all of it is known to have ended. */
  boolean end(ChannelExec running) throws IOException {
    boolean gone = gone(running, sudo ? "TERM" : "KILL", List.of());
    if (!gone && sudo) {
      gone = gone(running, "KILL", SUDO);
    }
    if (!gone) {
      signal(running, "TERM");
      if (lives(running)) {
        signal(running, "KILL");
      }
    }
    return gone;
  }

  /**
   * Where other users' processes cannot be seen, nothing being left says little; that the server
   * tells how the command ended says the rest.
   */
  private boolean gone(ChannelExec running, String insisting, List<String> as) throws IOException {
    var command =
        Stream.concat(as.stream(), Stream.of("sh", "-c", SCRIPT, "parley", insisting)).toList();
    return said(ShellWords.line(command)).contains(ENDED) && !lives(running);
  }

  private static boolean lives(ChannelExec running) {
    return running.waitFor(RemoteCommand.ENDED, GRACE).contains(ClientChannelEvent.TIMEOUT);
  }

  private String said(String line) throws IOException {
    var said = new ByteArrayOutputStream();
    try (var channel = session.createExecChannel(line, StandardCharsets.UTF_8, null, Map.of())) {
      channel.setOut(said);
      channel.setErr(said);
      channel.open().verify(GRACE);
      channel.getInvertedIn().close();
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LONGEST);
    } catch (IOException e) {
      // A host that runs one command at a time only, or none any more, says nothing.
      if (!session.isOpen()) {
        throw e;
      }
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  /** RFC 4254, section 6.9. */
  private void signal(ChannelExec channel, String name) throws IOException {
    if (channel.isClosing() || channel.isClosed()) {
      return;
    }
    var request = session.createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
    request.putUInt(channel.getRecipient());
    request.putString("signal");
    request.putBoolean(false);
    request.putString(name);
    session.writePacket(request).verify(GRACE);
  }

  private static String script() {
    try (InputStream in = RemoteEnd.class.getResourceAsStream("end.sh")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The script that ends commands cannot be read.", e);
    }
  }
}
