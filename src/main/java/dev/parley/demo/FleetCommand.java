package dev.parley.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** One command that a demo host received, from its arrival to its answer. */
final class FleetCommand implements Command {
  private final DemoHost host;
  private final String line;
  private final Executor executor;
  private OutputStream out = OutputStream.nullOutputStream();
  private OutputStream err = OutputStream.nullOutputStream();
  private ExitCallback exit = (status, message, immediately) -> {};

  FleetCommand(DemoHost host, String line, Executor executor) {
    this.host = host;
    this.line = line;
    this.executor = executor;
  }

  @Override
  public void start(ChannelSession channel, Environment environment) {
    executor.execute(this::answer);
  }

  private void answer() {
    var answer = host.run(line);
    try {
      write(out, answer.output());
      write(err, answer.error());
      exit.onExit(answer.exitStatus());
    } catch (IOException e) {
      // The caller has gone; there is nobody to tell.
      exit.onExit(answer.exitStatus(), "", true);
    }
  }

  private static void write(OutputStream stream, String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
    stream.flush();
  }

  @Override
  public void destroy(ChannelSession channel) {
    // A command ends by itself within moments.
  }

  @Override
  public void setInputStream(InputStream in) {
    // No command of the demo fleet reads its input.
  }

  @Override
  public void setOutputStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void setErrorStream(OutputStream err) {
    this.err = err;
  }

  @Override
  public void setExitCallback(ExitCallback exit) {
    this.exit = exit;
  }
}
